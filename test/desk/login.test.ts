import { describe, expect, it } from 'vitest'
import { makeDeskLink } from '../../core/handling/desk-link.ts'
import { at } from '../case/given.ts'
import { Browser, deskWorld, number, publicUrl, signedIn, staff } from './desk-fixture.ts'

const later = (ms: number) => new Date(Date.parse(at) + ms).toISOString()
const tokenOf = (link: string) => new URL(link).searchParams.get('t') ?? ''

describe('signing in to the desk', () => {
  it('shows one button on GET and spends nothing, however often a scanner looks', async () => {
    const world = await deskWorld()
    const link = await makeDeskLink(world.ports, publicUrl, 'sari')
    const browser = new Browser(world)
    for (let n = 0; n < 3; n += 1) await browser.get(link.replace(publicUrl, ''))
    expect(browser.status).toBe(200)
    expect(browser.page).toContain('>Masuk</button>')
    expect(browser.cookie('pandu_desk')).toBeUndefined()
    await browser.post('/desk/login', { t: tokenOf(link) })
    expect(browser.status).toBe(200)
    expect(browser.text).toContain('Sari')
  })

  it('takes the place of somebody who is still signed in on the device', async () => {
    const world = await deskWorld()
    const browser = await signedIn(world, 'sari')
    const link = await makeDeskLink(world.ports, publicUrl, 'dewi')
    await browser.get(link.replace(publicUrl, ''))
    const csrf = /name="csrf" value="([^"]+)"/.exec(
      browser.page.slice(browser.page.indexOf('action="/desk/login"')),
    )?.[1]
    await browser.post('/desk/login', { t: tokenOf(link), csrf: csrf ?? '' })
    expect(browser.status).toBe(200)
    expect(browser.text).toContain('Dewi')
  })

  it('opens once only', async () => {
    const world = await deskWorld()
    const link = await makeDeskLink(world.ports, publicUrl, 'sari')
    await new Browser(world).post('/desk/login', { t: tokenOf(link) })
    const second = await new Browser(world).post('/desk/login', { t: tokenOf(link) })
    expect(second.status).toBe(410)
    expect(second.text).toContain('mintalah tautan baru')
    expect(second.cookie('pandu_desk')).toBeUndefined()
  })

  it('does not open after sixty seconds, and says what to do', async () => {
    const world = await deskWorld()
    const link = await makeDeskLink(world.ports, publicUrl, 'sari')
    world.clock = later(60_001)
    const browser = await new Browser(world).get(link.replace(publicUrl, ''))
    expect(browser.status).toBe(410)
    expect(browser.text).toContain('Cara mendapat tautan')
    expect((await browser.post('/desk/login', { t: tokenOf(link) })).status).toBe(410)
  })

  it('keeps a device signed in for twelve hours, in a cookie that scripts cannot read', async () => {
    const world = await deskWorld()
    const link = await makeDeskLink(world.ports, publicUrl, 'sari')
    const response = await world.desk.app.request(`${publicUrl}/desk/login`, {
      method: 'POST',
      headers: { Origin: publicUrl, Host: 'desk.test' },
      body: new URLSearchParams({ t: tokenOf(link) }),
    })
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('pandu_desk=')) ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).toMatch(/Path=\/desk/)
    expect(cookie).toMatch(/Max-Age=43200/)
    expect(cookie).not.toMatch(/Secure/)
    const browser = await signedIn(world, 'sari')
    world.clock = later(12 * 3_600_000 + 1)
    expect((await browser.get('/desk')).status).toBe(401)
  })

  it('sends the cookie only over https when the desk is reached that way', async () => {
    const world = await deskWorld({ url: 'https://desk.test' })
    const link = await makeDeskLink(world.ports, 'https://desk.test', 'sari')
    const response = await world.desk.app.request('https://desk.test/desk/login', {
      method: 'POST',
      headers: { Origin: 'https://desk.test' },
      body: new URLSearchParams({ t: tokenOf(link) }),
    })
    expect(response.headers.getSetCookie().join()).toMatch(/pandu_desk=[^;]+;[^,]*Secure/)
  })

  it('leads back to the case that was wanted', async () => {
    const world = await deskWorld()
    const browser = await new Browser(world).get(`/desk/cases/${number}`)
    expect(browser.status).toBe(401)
    expect(browser.text).toContain('pengajuan yang Anda tuju langsung terbuka')
    const link = await makeDeskLink(world.ports, publicUrl, 'sari')
    const response = await world.desk.app.request(`${publicUrl}/desk/login`, {
      method: 'POST',
      headers: { Origin: publicUrl, Cookie: `pandu_wanted=${browser.cookie('pandu_wanted')}` },
      body: new URLSearchParams({ t: tokenOf(link) }),
    })
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe(`/desk/cases/${number}`)
  })

  it.each(['https://evil.example/desk/cases/X', '//evil.example', '/desk/cases/../../x', '/desk/logout'])(
    'never leads elsewhere: %s',
    async (wanted) => {
      const world = await deskWorld()
      const link = await makeDeskLink(world.ports, publicUrl, 'sari')
      const response = await world.desk.app.request(`${publicUrl}/desk/login`, {
        method: 'POST',
        headers: { Origin: publicUrl, Cookie: `pandu_wanted=${encodeURIComponent(wanted)}` },
        body: new URLSearchParams({ t: tokenOf(link) }),
      })
      expect(response.headers.get('Location')).toBe('/desk')
    },
  )

  it('is over with the next click when the role is taken away', async () => {
    const world = await deskWorld()
    const browser = await signedIn(world, 'sari')
    expect((await browser.get('/desk')).status).toBe(200)
    await world.ports.directory.saveStaff({ ...staff.sari, removedAt: at })
    expect((await browser.get('/desk')).status).toBe(401)
    expect((await browser.get('/desk/events')).status).toBe(401)
  })

  it('does not let in an admin, nor somebody removed after the link was made', async () => {
    const world = await deskWorld()
    const admin = await makeDeskLink(world.ports, publicUrl, 'admin')
    expect((await new Browser(world).post('/desk/login', { t: tokenOf(admin) })).status).toBe(403)
    const link = await makeDeskLink(world.ports, publicUrl, 'budi')
    await world.ports.directory.saveStaff({ ...staff.budi, removedAt: at })
    const browser = await new Browser(world).post('/desk/login', { t: tokenOf(link) })
    expect(browser.status).toBe(403)
    expect(browser.cookie('pandu_desk')).toBeUndefined()
  })

  it('ends when signing out, for a copied cookie too', async () => {
    const world = await deskWorld()
    const browser = await signedIn(world, 'sari')
    const thief = new Browser(world)
    thief.setCookie('pandu_desk', browser.cookie('pandu_desk') ?? '')
    await browser.get('/desk')
    expect((await browser.post('/desk/logout')).text).toContain('Anda sudah keluar')
    expect((await thief.get('/desk')).status).toBe(401)
  })

  it('ends the session of before when somebody else signs in on the device', async () => {
    const world = await deskWorld()
    const browser = await signedIn(world, 'sari')
    const before = new Browser(world)
    before.setCookie('pandu_desk', browser.cookie('pandu_desk') ?? '')
    const link = await makeDeskLink(world.ports, publicUrl, 'dewi')
    await browser.post('/desk/login', { t: tokenOf(link) })
    expect(browser.text).toContain('Dewi')
    expect((await before.get('/desk')).status).toBe(401)
  })
})

describe('asking for a link by mail', () => {
  const mails = async (world: Awaited<ReturnType<typeof deskWorld>>) =>
    world.ports.outbox.claim('interactive', 100, world.clock, 1000)

  it('answers with the same words whoever asks, and mails only to staff', async () => {
    const world = await deskWorld()
    const known = await new Browser(world).post('/desk/link', { email: ' SARI@jogjaprov.go.id ' })
    const unknown = await new Browser(world).post('/desk/link', { email: 'nobody@jogjaprov.go.id' })
    const admin = await new Browser(world).post('/desk/link', { email: 'admin@jogjaprov.go.id' })
    expect(known.page).toBe(unknown.page)
    expect(admin.page).toBe(unknown.page)
    expect(await mails(world)).toMatchObject([
      { target: 'mail:sari', kind: 'staff-mail', payload: { staffId: 'sari', code: 'login-link' } },
    ])
  })

  it('keeps no link in the outbox', async () => {
    const world = await deskWorld()
    await new Browser(world).post('/desk/link', { email: 'sari@jogjaprov.go.id' })
    expect(JSON.stringify(await mails(world))).not.toMatch(/token|login\?t/)
  })

  it('mails at most three in ten minutes to one address', async () => {
    const world = await deskWorld()
    for (let n = 0; n < 5; n += 1) await new Browser(world).post('/desk/link', { email: 'sari@jogjaprov.go.id' })
    const sent = []
    for (;;) {
      const [row] = await mails(world)
      if (row === undefined) break
      sent.push(row)
      await world.ports.outbox.settle([{ id: row.id, state: 'sent' }])
    }
    expect(sent).toHaveLength(3)
    world.clock = later(10 * 60_000 + 1)
    await new Browser(world).post('/desk/link', { email: 'sari@jogjaprov.go.id' })
    expect(await mails(world)).toHaveLength(1)
  })

  it('is refused from another site', async () => {
    const world = await deskWorld()
    const fields = { email: 'sari@jogjaprov.go.id' }
    const browser = await new Browser(world).post('/desk/link', fields, { Origin: 'https://evil.example' })
    expect(browser.status).toBe(403)
    expect(await mails(world)).toHaveLength(0)
  })
})
