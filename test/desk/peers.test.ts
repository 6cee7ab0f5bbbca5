import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newToken } from '../../bot/ports.ts'
import { makeDeskLink } from '../../core/handling/desk-link.ts'
import { original } from '../../core/handling/evidence-files.ts'
import { Story } from '../case/given.ts'
import { openSql } from '../prisma/stores.ts'
import { Browser, type DeskWorld, deskWorld, number, publicUrl, signedIn, staff } from './desk-fixture.ts'
import { claimed, fieldsOf, page, submitted, theCase } from './review-fixture.ts'

interface Way {
  readonly method: string
  readonly path: string
}

/** Every address of the desk that names a case, as the desk itself knows them: a page that is added is in it. */
const waysTo = ({ desk }: DeskWorld): readonly Way[] =>
  desk.app.routes
    .filter(({ path, method }) => path.includes(':number') && (method === 'GET' || method === 'POST'))
    .filter(({ path }) => !path.startsWith('/desk/check/'))
    .map(({ method, path }) => ({ method, path }))

const filled = (path: string, parts: Readonly<Record<string, string>>) =>
  path.replace(/:([a-z0-9]+)/gi, (_, name: string) => parts[name] ?? 'x')

const hostile = [
  "' OR 1=1 --",
  '\'); DROP TABLE "case"; --',
  '%00',
  '{{7*7}}',
  '../../etc/passwd',
  '"><svg onload=alert(1)>',
  '\u202e',
  '{"$gt":""}',
]

/** Flaws that others of this kind had, each as a test that ours has it not (reliability.md §4). */
describe('a flaw that peers had', () => {
  it('CVE-2026-115725 (Chatwoot): an id of another agency opens nothing, at any address of the desk', async () => {
    const { world } = await submitted()
    const before = await theCase(world)
    const { sha256 } = Object.values(before.evidence).flat()[0]!.stored!
    const joko = await signedIn(world, 'joko')
    await joko.get('/desk')
    const csrf = joko.hidden('csrf')
    const ways = waysTo(world)
    expect(ways.length).toBeGreaterThan(20)
    for (const { method, path } of ways)
      for (const headers of [{}, { 'HX-Request': 'true' }])
        for (const action of ['claim', 'save', 'legalise', 'take', 'reply', 'note', 'reveal']) {
          const at = filled(path, { number, action, sha256, part: 'preview-1', file: sha256 })
          await (method === 'GET' ? joko.get(at, headers) : joko.post(at, { csrf, item: 'nik' }, headers))
          expect([403, 404, 405, 410], `${method} ${at} → ${joko.status}`).toContain(joko.status)
          if (!path.includes(':action')) break
        }
    expect(await theCase(world)).toEqual(before)
    expect(world.accesses).toEqual([])
    expect(world.reports.every(({ what }) => what !== 'desk-failed')).toBe(true)
  })

  it('CVE-2022-40816 (Zammad): no transport is left out: nobody signed in gets no case by page, part, form or stream', async () => {
    const { world } = await submitted()
    const stranger = new Browser(world)
    for (const { method, path } of waysTo(world)) {
      const at = filled(path, { number, action: 'claim', sha256: 'e'.repeat(64), part: 'preview-1' })
      await (method === 'GET' ? stranger.get(at) : stranger.post(at))
      expect([401, 404], `${method} ${at} → ${stranger.status}`).toContain(stranger.status)
    }
    expect((await stranger.get('/desk/events')).status).toBe(401)
    expect(world.accesses).toEqual([])
  })

  it('CVE-2025-21628 (Chatwoot): what is asked of a list is of a closed set; anything else changes and breaks nothing', async () => {
    const opened = await openSql({ memory: true })
    try {
      const world = await deskWorld({ store: opened.store })
      await world.keep(new Story().submitted())
      const browser = await signedIn(world, 'sari')
      const names = [
        'view',
        'sort',
        'order',
        'filter',
        'status',
        'procedure',
        'agency',
        'holder',
        'due',
        'colour',
        'q',
        'text',
        'after',
        'cursor',
        'number',
        'lang',
        'next',
        'done',
      ]
      for (const name of names)
        for (const value of hostile) {
          await browser.get(`/desk?${new URLSearchParams({ [name]: value })}`)
          expect([200, 400, 404, 422], `${name}=${value} → ${browser.status}`).toContain(browser.status)
        }
      for (const value of hostile)
        for (const name of ['q', 'after']) {
          await browser.get(`/desk/search?${new URLSearchParams({ q: 'rina', [name]: value })}`)
          expect(browser.status, `${name}=${value}`).toBe(200)
        }
      expect(world.reports.filter(({ what }) => what === 'desk-failed')).toEqual([])
      expect(await world.ports.ledger.caseByNumber(number)).toBeDefined()
    } finally {
      await opened.close()
    }
  })

  it('CVE-2021-3741, -3742 (Chatwoot): a file that is SVG or HTML after all leaves only as an attachment, never sniffed or run', async () => {
    const { world, browser } = await claimed()
    const c = await theCase(world)
    const { sha256 } = Object.values(c.evidence).flat()[0]!.stored!
    for (const text of [
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      '<html><script>alert(1)</script>',
    ]) {
      await world.ports.files.put(c.id, sha256, original, new TextEncoder().encode(text))
      await browser.get(page)
      await browser.post(`${page}/files/${sha256}/original`)
      const { headers } = browser.response
      expect(headers.get('Content-Disposition')).toMatch(/^attachment;/)
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Content-Security-Policy')).toMatch(/sandbox/)
      expect(headers.get('Content-Type')).not.toMatch(/svg|html|xml/)
    }
  })

  it('CVE-2021-3740 (Chatwoot): every session, open page and unspent link is dead at once when a role is taken away', async () => {
    const { world } = await submitted()
    const browsers = [await signedIn(world, 'sari'), await signedIn(world, 'sari')]
    const link = await makeDeskLink(world.ports, publicUrl, 'sari')
    await browsers[0]!.get(page)
    await world.ports.directory.saveStaff({ ...staff.sari, removedAt: world.clock })
    expect((await browsers[0]!.post(`${page}/claim`)).status).toBe(401)
    expect((await browsers[1]!.get('/desk/events')).status).toBe(401)
    const late = await new Browser(world).post('/desk/login', { t: new URL(link).searchParams.get('t') ?? '' })
    expect(late.status).toBe(403)
    expect(late.cookie('pandu_desk')).toBeUndefined()
    expect((await theCase(world)).status).toBe('submitted')
  })

  it('CVE-2026-13229 (Zammad): a file of another case opens at no address of one that is ours', async () => {
    const { world, browser } = await claimed()
    const foreign = await world.keepAnother(new Story('lost-authenticator').submitted(), 'PANDU-2026-000002-Z')
    const sha256 = 'e'.repeat(64)
    for (const part of ['preview-1', original] as const)
      await world.ports.files.put(foreign.id, sha256, part, new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))
    await browser.get(page)
    const csrf = browser.hidden('csrf')
    const ways = waysTo(world).filter(({ path }) => /:(?:sha256|file|id)/.test(path))
    expect(ways.length).toBeGreaterThan(2)
    const seen = world.accesses.length
    for (const { method, path } of ways) {
      const at = filled(path, { number, sha256, part: 'preview-1', file: sha256, id: sha256 })
      await (method === 'GET' ? browser.get(at) : browser.post(at, { csrf }))
      expect([403, 404, 409, 422], `${method} ${at} → ${browser.status}`).toContain(browser.status)
    }
    expect(world.accesses.slice(seen).filter(({ ref }) => ref === sha256)).toEqual([])
  })

  it('CVE-2026-34722 (Zammad): a second id in a form is weighed like the first: agency, deputy, colleague', async () => {
    const world = await deskWorld()
    const browser = await signedIn(world, 'sari')
    await browser.get('/desk/counter')
    await browser.post('/desk/counter/open', { procedure: 'passphrase-reset', language: 'id', agency: 'bantul' })
    expect(browser.status).toBeGreaterThanOrEqual(400)
    expect(await world.ports.ledger.find({ counter: {}, limit: 1 })).toEqual([])
    await browser.get('/desk/absence')
    await browser.post('/desk/absence', { from: '2026-11-24', until: '2026-11-25', deputy: 'joko' })
    expect(browser.status).toBe(422)
    expect(await world.ports.directory.absencesFrom('2026-11-01')).toEqual([])
    const joko = await signedIn(world, 'joko')
    const [his] = await world.ports.deskAccess.sessionsOf(['joko'], world.clock)
    await browser.get('/desk/me')
    await browser.post('/desk/me/end-of', { id: his!.id, staff: 'joko' })
    expect((await joko.get('/desk')).status).toBe(200)
  })

  it('CVE-2024-33668 (Zammad): tokens are 256 bits of chance, and a form’s secret is good for its own session alone', async () => {
    const tokens = Array.from({ length: 2000 }, newToken)
    expect(new Set(tokens).size).toBe(tokens.length)
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const { world } = await submitted()
    const [one, other] = [await signedIn(world, 'sari'), await signedIn(world, 'sari')]
    await one.get(page)
    const csrf = one.hidden('csrf')
    await other.get(page)
    expect((await other.post(`${page}/claim`, { csrf })).status).toBe(403)
  })

  it('CVE-2020-26030 (Zammad): nobody is signed in by what a header says of them', async () => {
    const { world } = await submitted()
    const names = [
      'X-Forwarded-User',
      'X-Remote-User',
      'Remote-User',
      'REMOTE_USER',
      'X-Forwarded-Email',
      'X-Auth-Request-Email',
      'Authorization',
      'X-WEBAUTH-USER',
      'X-Pandu-Staff',
    ]
    for (const name of names)
      for (const value of ['sari', 'sari@jogjaprov.go.id', `Basic ${btoa('sari:')}`, 'Bearer sari'])
        expect((await new Browser(world).get('/desk', { [name]: value })).status, name).toBe(401)
  })

  it('CVE-2022-35490 (Zammad): fifty at once are no way around a count: one link signs in once, one address gets three mails', async () => {
    const world = await deskWorld()
    const link = await makeDeskLink(world.ports, publicUrl, 'sari')
    const t = new URL(link).searchParams.get('t') ?? ''
    const all = await Promise.all(Array.from({ length: 50 }, () => new Browser(world).post('/desk/login', { t })))
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await world.ports.deskAccess.sessionsOf(['sari'], world.clock)).toHaveLength(1)
    await Promise.all(
      Array.from({ length: 50 }, () => new Browser(world).post('/desk/link', { email: staff.budi.email })),
    )
    const rows = await world.ports.outbox.pending()
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(3)
  })

  it('CVE-2018-1000154 (Zammad): a name, and what a browser says of itself, is text on every page that shows devices', async () => {
    const world = await deskWorld()
    const evil = '"><img src=x onerror=alert(1)>'
    await world.ports.directory.saveStaff({ ...staff.sari, name: evil })
    await world.ports.directory.saveStaff({ ...staff.budi, id: 'budi-admin', role: 'admin' })
    const t = new URL(await makeDeskLink(world.ports, publicUrl, 'sari')).searchParams.get('t') ?? ''
    const sari = await new Browser(world).post('/desk/login', { t }, { 'User-Agent': `Firefox/1 ${evil}` })
    const budi = await signedIn(world, 'budi')
    for (const browser of [sari, budi]) {
      await browser.get('/desk/me')
      expect(browser.text).toContain('Firefox')
      expect(browser.page).not.toContain('<img')
    }
  })

  it('CVE-2026-102489, -102490 (Zammad): a cookie is only looked up, whatever stands in it; none leads elsewhere', async () => {
    const world = await deskWorld()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('pandu_desk', 'pandu_language', 'pandu_wanted', '__Host-pandu_desk'),
        fc.oneof(
          fc.constantFrom(
            ...hostile,
            'O:8:"stdClass":0:{}',
            'BAhvOg==',
            '{"__proto__":{"staffId":"sari"}}',
            '//evil.example',
            '/desk/../admin',
          ),
          fc.string(),
        ),
        async (name, value) => {
          const response = await world.desk.app.request(`${publicUrl}/desk`, {
            headers: { Cookie: `${name}=${encodeURIComponent(value)}` },
          })
          expect(response.status).toBe(401)
        },
      ),
      { numRuns: 60 },
    )
    for (const wanted of [
      '//evil.example',
      'https://evil.example',
      '/desk/../../x',
      '/desk/logout',
      '/desk/cases/x?next=//evil',
    ]) {
      const browser = new Browser(world)
      browser.setCookie('pandu_wanted', encodeURIComponent(wanted))
      const t = new URL(await makeDeskLink(world.ports, publicUrl, 'sari')).searchParams.get('t') ?? ''
      const cookie = `pandu_wanted=${encodeURIComponent(wanted)}`
      const headers = { Cookie: cookie, Origin: publicUrl }
      const answer = await world.desk.app.request(`${publicUrl}/desk/login`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ t }),
      })
      expect(answer.headers.get('Location'), wanted).toBe('/desk')
    }
    expect(world.reports).toEqual([])
  })

  it('CVE-2025-26846 (Znuny): a form sets what it is for, and no other field of the case', async () => {
    const { world, browser } = await claimed()
    const before = await theCase(world)
    await browser.get(page)
    await browser.post(`${page}/save`, {
      ...fieldsOf(browser.page),
      ...{
        status: 'approved',
        agency: 'bantul',
        verifier: 'budi',
        agent: 'dewi',
        dueAt: '2030-01-01',
        isUrgent: 'true',
      },
      ...{
        'a:nik': '1',
        'answers.nik': '1',
        nik: '1',
        id: 'other',
        number: 'PANDU-2026-000009-X',
        requester: 'chat-9',
      },
    })
    expect(browser.status).toBe(200)
    const after = await theCase(world)
    const { verdicts: _, revision: __, ...kept } = after
    expect(kept).toMatchObject({
      status: before.status,
      agency: 'diy',
      verifier: before.verifier,
      agent: null,
      isUrgent: before.isUrgent,
    })
    expect(after.answers).toEqual(before.answers)
    expect([after.id, after.number, after.requester, after.dueAt]).toEqual([
      before.id,
      before.number,
      before.requester,
      before.dueAt,
    ])
  })
})
