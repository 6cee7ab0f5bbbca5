import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { at } from '../case/given.ts'
import { Browser, type DeskWorld, deskWorld, publicUrl, staff } from './desk-fixture.ts'
import { LoginService } from './login-service.ts'

const back = `${publicUrl}/desk/sso/back`

/** Where an answer of the desk leads, without going there; the cookies are kept. */
async function leaves(browser: Browser): Promise<string> {
  const response = await browser.world.desk.app.request(`${publicUrl}/desk/sso`)
  const [line = ''] = response.headers.getSetCookie()
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  browser.setCookie(name, value)
  return response.headers.get('Location') ?? ''
}

describe('signing in by the login service of an organisation', () => {
  let service: LoginService
  let world: DeskWorld
  beforeAll(async () => {
    // The service tells at length that it is one for tests.
    for (const method of ['info', 'warn'] as const) vi.spyOn(console, method).mockImplementation(() => {})
    service = await LoginService.open(back)
  })
  afterAll(() => service.close())
  beforeEach(async () => {
    service.accounts.clear()
    world = await deskWorld({ sso: { issuer: service.issuer, clientId: 'pandu', clientSecret: 'rahasia' } })
  })

  /** Leaves for the service, signs in there, and comes back to the desk. */
  async function comes(login: string | undefined, browser = new Browser(world)): Promise<Browser> {
    const address = await leaves(browser)
    const { pathname, search } = await service.visit(address, login)
    return browser.get(`${pathname}${search}`)
  }

  it('is offered where one is configured, and is not there where none is', async () => {
    const stranger = await new Browser(world).get('/desk')
    expect(stranger.page).toContain('href="/desk/sso"')
    const without = new Browser(await deskWorld())
    expect((await without.get('/desk')).page).not.toContain('/desk/sso')
    for (const path of ['/desk/sso', '/desk/sso/back?code=x&state=y'])
      expect((await without.get(path)).status).toBe(404)
  })

  it('asks with PKCE, state and nonce, and keeps them from scripts and for ten minutes', async () => {
    const response = await world.desk.app.request(`${publicUrl}/desk/sso`)
    const { searchParams } = new URL(response.headers.get('Location') ?? '')
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(searchParams.get(name)?.length, name).toBeGreaterThan(40)
    expect(searchParams.get('code_challenge_method')).toBe('S256')
    expect(searchParams.get('redirect_uri')).toBe(back)
    const [cookie = ''] = response.headers.getSetCookie()
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Max-Age=600', 'Path=/desk/sso']) expect(cookie).toContain(part)
  })

  it('opens the desk to who is on record by a verified address, in any case of letters', async () => {
    service.accounts.set('u1', { email: 'SARI@jogjaprov.go.id', email_verified: true })
    const browser = await comes('u1')
    expect(browser.status).toBe(200)
    expect(browser.text).toContain('Sari')
    expect(await world.ports.deskAccess.sessionsOf(['sari'], at)).toHaveLength(1)
  })

  it('opens it neither by an address that is not verified nor without one', async () => {
    service.accounts.set('u1', { email: staff.sari.email, email_verified: false })
    service.accounts.set('u2', { email: staff.sari.email })
    service.accounts.set('u3', {})
    for (const login of ['u1', 'u2', 'u3']) {
      const browser = await comes(login)
      expect(browser.status, login).toBe(403)
      expect(browser.cookie('pandu_desk')).toBeUndefined()
    }
    expect(world.reports).toContainEqual({ what: 'desk-sso-refused', why: 'unverified' })
  })

  it('makes nobody staff: not a stranger, not an admin alone, not who was removed', async () => {
    service.accounts.set('stranger', { email: 'siapa@jogjaprov.go.id', email_verified: true })
    service.accounts.set('admin', { email: staff.admin.email, email_verified: true })
    service.accounts.set('gone', { email: staff.budi.email, email_verified: true })
    await world.ports.directory.saveStaff({ ...staff.budi, removedAt: at })
    const before = await world.ports.directory.staff()
    for (const login of ['stranger', 'admin', 'gone']) expect((await comes(login)).status, login).toBe(403)
    expect(await world.ports.directory.staff()).toEqual(before)
    expect(world.reports.map((report) => 'why' in report && report.why)).toEqual(['stranger', 'stranger', 'stranger'])
  })

  it('lets who has two roles choose one', async () => {
    service.accounts.set('u1', { email: staff.sari.email, email_verified: true })
    await world.ports.directory.saveStaff({ ...staff.sari, id: 'sari-agent', role: 'agent' })
    const browser = await comes('u1')
    expect(browser.text).toMatch(/Verifikator: Sari/)
    expect(browser.text).toMatch(/Petugas: Sari/)
    expect(browser.cookie('pandu_desk')).toBeUndefined()
    const tokens = [...browser.page.matchAll(/name="t" value="([^"]*)"/g)].map(([, token = '']) => token)
    await browser.post('/desk/login', { t: tokens[1] ?? '' })
    expect(browser.status).toBe(200)
    expect(await world.ports.deskAccess.sessionsOf(['sari', 'sari-agent'], at)).toHaveLength(1)
  })

  it('takes an answer once, in the browser that asked for it, and for its own question alone', async () => {
    service.accounts.set('u1', { email: staff.sari.email, email_verified: true })
    const browser = new Browser(world)
    const answer = await service.visit(await leaves(browser), 'u1')
    const path = `${answer.pathname}${answer.search}`
    expect((await new Browser(world).get(path)).status).toBe(400)
    const other = new Browser(world)
    await leaves(other)
    expect((await other.get(path)).status).toBe(403)
    const forged = new Browser(world).as(browser)
    expect((await forged.get(path.replace(/state=[^&]*/, 'state=x'))).status).toBe(403)
    const used = new Browser(world).as(browser)
    expect((await browser.get(path)).status).toBe(200)
    expect((await used.get(path)).status).toBe(403)
    expect(await world.ports.deskAccess.sessionsOf(['sari'], at)).toHaveLength(1)
  })

  it('takes no answer that another nonce or verifier was asked with', async () => {
    service.accounts.set('u1', { email: staff.sari.email, email_verified: true })
    for (const part of ['nonce', 'verifier'] as const) {
      const browser = new Browser(world)
      const address = await leaves(browser)
      const journey: Record<string, string> = JSON.parse(decodeURIComponent(browser.cookie('pandu_sso') ?? ''))
      browser.setCookie('pandu_sso', encodeURIComponent(JSON.stringify({ ...journey, [part]: 'x'.repeat(43) })))
      const answer = await service.visit(address, 'u1')
      expect((await browser.get(`${answer.pathname}${answer.search}`)).status, part).toBe(403)
    }
  })

  it('says calmly that somebody cancelled there, and that a cookie is nonsense', async () => {
    const browser = await comes(undefined)
    expect(browser.status).toBe(403)
    expect(browser.text).toContain('Cara masuk yang lain')
    for (const value of ['', '{', '[]', '{"state":1}']) {
      const odd = new Browser(world)
      odd.setCookie('pandu_sso', encodeURIComponent(value))
      expect((await odd.get('/desk/sso/back?code=x&state=y')).status).toBe(400)
    }
  })

  it('says that the service is away, and works once it is back', async () => {
    const soon = await LoginService.open(back)
    const { issuer } = soon
    await soon.close()
    const away = await deskWorld({ sso: { issuer, clientId: 'pandu', clientSecret: 'rahasia' } })
    const browser = await new Browser(away).get('/desk/sso')
    expect(browser.status).toBe(503)
    expect(browser.text).toContain('tautan sekali pakai')
    expect(away.reports).toEqual([{ what: 'desk-sso-refused', why: 'away' }])
    const again = await LoginService.open(back, Number(new URL(issuer).port))
    expect(await leaves(new Browser(away))).toContain(`${issuer}/auth?`)
    await again.close()
  })
})
