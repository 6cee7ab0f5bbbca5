import { describe, expect, it } from 'vitest'
import { Story } from '../case/given.ts'
import { Browser, deskWorld, number, publicUrl, signedIn } from './desk-fixture.ts'
import { page, submitted, theCase } from './review-fixture.ts'

const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
]

describe('the strict headers', () => {
  it('stand on every answer: pages, refusals, redirects, streams, what is not there', async () => {
    const { world, browser } = await submitted()
    const paths = [
      '/desk',
      '/desk?view=all',
      page,
      '/desk/nothing',
      '/desk/login?t=x',
      '/desk/link',
      '/desk/events',
      '/desk/',
    ]
    const responses = await Promise.all(
      paths.map((path) =>
        world.desk.app.request(`${publicUrl}${path}`, {
          headers: { Cookie: `pandu_desk=${browser.cookie('pandu_desk')}` },
        }),
      ),
    )
    responses.push(await world.desk.app.request(`${publicUrl}${page}`))
    responses.push(await world.desk.app.request(`${publicUrl}${page}/claim`, { method: 'POST' }))
    for (const { headers } of responses) {
      for (const rule of strict) expect(headers.get('Content-Security-Policy')).toContain(rule)
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(headers.get('Cache-Control')).toMatch(/no-store|no-cache/)
      expect(headers.get('X-Frame-Options')).toBe('DENY')
    }
    world.desk.stop()
  })

  it('need nothing inline: no style, no script, no handler in any page', async () => {
    const { browser } = await submitted()
    for (const path of ['/desk', page, '/desk/link', '/desk/nothing']) {
      const html = (await browser.get(path)).page
      expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)/i)
    }
  })

  it('let browsers keep files whose address changes with their content, and no others', async () => {
    const { world, browser } = await submitted()
    const html = (await browser.get('/desk')).page
    const assets = [...html.matchAll(/(?:href|src)="(\/desk\/static\/[^"]*)"/g)].map(([, path = '']) => path)
    expect(assets).toHaveLength(5)
    for (const path of assets) {
      const response = await world.desk.app.request(`${publicUrl}${path}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('Cache-Control')).toContain('immutable')
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    }
    expect((await world.desk.app.request(`${publicUrl}/desk/static/000000000000/desk.css`)).status).not.toBe(200)
  })
})

describe('a form', () => {
  it('is refused without the secret of its session', async () => {
    const { world, browser } = await submitted()
    await browser.get(page)
    for (const csrf of ['', 'wrong', `${browser.hidden('csrf')}x`])
      expect((await browser.post(`${page}/claim`, { csrf })).status).toBe(403)
    expect((await theCase(world)).status).toBe('submitted')
    expect(world.reports).toContainEqual({ what: 'desk-refused-request', why: 'csrf' })
  })

  it("is refused with the secret of somebody else's session", async () => {
    const { world, browser } = await submitted()
    const other = await signedIn(world, 'budi')
    const csrf = (await other.get('/desk')).hidden('csrf')
    await browser.get(page)
    expect((await browser.post(`${page}/claim`, { csrf })).status).toBe(403)
  })

  it.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['another port', { Origin: 'http://desk.test:81' }],
    ['a hidden origin from elsewhere', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }],
    ['a hidden origin of a neighbour', { Origin: 'null', 'Sec-Fetch-Site': 'same-site' }],
    ['a hidden origin without a word', { Origin: 'null' }],
    ['nonsense', { Origin: 'desk.test' }],
  ])('is refused from %s', async (_, headers: Record<string, string>) => {
    const { world, browser } = await submitted()
    await browser.get(page)
    await browser.post(`${page}/claim`, {}, headers)
    expect(browser.status).toBe(403)
    expect(browser.text).toContain(`${publicUrl}/desk`)
    expect((await theCase(world)).status).toBe('submitted')
  })

  it('is taken from a page of ours whose browser hides the origin', async () => {
    const { world, browser } = await submitted()
    await browser.get(page)
    await browser.post(`${page}/claim`, {}, { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' })
    expect((await theCase(world)).status).toBe('in-review')
  })

  it('is refused when it is far too long', async () => {
    const { browser } = await submitted()
    await browser.get(page)
    await browser.post(`${page}/save`, { 'n.nik': 'x'.repeat(200_000) })
    expect(browser.status).toBe(413)
  })

  it('changes nothing when it is sent by GET', async () => {
    const { world, browser } = await submitted()
    await browser.get(`${page}/claim`)
    expect(browser.status).toBe(200)
    expect((await theCase(world)).status).toBe('submitted')
  })

  it('leads to signing in when nobody is signed in', async () => {
    const { world } = await submitted()
    const stranger = new Browser(world)
    await stranger.post(`${page}/claim`)
    expect(stranger.status).toBe(401)
    expect((await theCase(world)).status).toBe('submitted')
  })
})

describe('a case of another agency', () => {
  it('is not there, in the same words as a case that never was', async () => {
    const { world } = await submitted()
    const stranger = await signedIn(world, 'joko')
    const foreign = await stranger.get(page)
    const [status, text] = [foreign.status, foreign.page.replaceAll(number, '')]
    const unknown = await stranger.get('/desk/cases/PANDU-2026-999999-X')
    expect(status).toBe(404)
    expect(unknown.status).toBe(404)
    expect(unknown.page.replaceAll('PANDU-2026-999999-X', '')).toBe(text)
    expect(world.reports).toEqual([{ what: 'desk-denied', staffId: 'joko', number }])
  })

  it('is not there under any of its addresses', async () => {
    const { world } = await submitted()
    const c = await theCase(world)
    const sha256 = Object.values(c.evidence).flat()[0]!.stored!.sha256
    const stranger = await signedIn(world, 'joko')
    await stranger.get('/desk')
    const csrf = stranger.hidden('csrf')
    for (const path of ['watch?revision=1', `files/${sha256}/preview-1`])
      expect((await stranger.get(`${page}/${path}`)).status, path).toBe(404)
    for (const path of ['claim', 'reveal', 'roster-number', 'dossier', `files/${sha256}/original`])
      expect((await stranger.post(`${page}/${path}`, { csrf, item: 'nik' })).status, path).toBe(404)
    expect(world.accesses).toEqual([])
    expect((await stranger.get('/desk?view=all')).page).not.toContain(number)
  })

  it('opens none of its files through a case of ours', async () => {
    const { world } = await submitted()
    const sha256 = 'e'.repeat(64)
    await world.ports.files.put((await theCase(world)).id, sha256, 'preview-1', new Uint8Array([0xff, 0xd8, 0xff]))
    const browser = await signedIn(world, 'sari')
    expect((await browser.get(`${page}/files/${sha256}/preview-1`)).status).toBe(404)
  })
})

describe('a draft', () => {
  it("is nobody's business but its requester's", async () => {
    const world = await deskWorld()
    await world.keep(new Story().filled())
    for (const who of ['sari', 'dewi'] as const) {
      const browser = await signedIn(world, who)
      expect((await browser.get(page)).status).toBe(404)
      expect((await browser.get('/desk?view=all')).page).not.toContain(number)
    }
  })
})

describe('what fails', () => {
  it('is said calmly, and told to operators without personal data', async () => {
    const { world, browser } = await submitted()
    const failing = { ...world.ports.ledger, page: () => Promise.reject(new Error('boom')) }
    Object.assign(world.ports, { ledger: failing })
    await browser.get('/desk')
    expect(browser.status).toBe(500)
    expect(browser.text).toContain('Kesalahan ini dari kami')
    expect(browser.page).not.toContain('boom')
    expect(world.reports).toContainEqual({ what: 'desk-failed', error: expect.objectContaining({ message: 'boom' }) })
  })
})
