import { describe, expect, it } from 'vitest'
import { deviceWords } from '../../bot/desk/device-words.ts'
import { makeDeskLink } from '../../core/handling/desk-link.ts'
import { at, Story } from '../case/given.ts'
import { Browser, deskWorld, number, publicUrl, signedIn, staff } from './desk-fixture.ts'

const later = (ms: number) => new Date(Date.parse(at) + ms).toISOString()
const hourMs = 3_600_000
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const idsOn = ({ page }: Browser) => [...page.matchAll(/name="id" value="([^"]*)"/g)].map(([, id = '']) => id)

describe('the devices of one person', () => {
  it('are listed with browser, system and times; this one is marked and cannot be ended from itself', async () => {
    const world = await deskWorld()
    const browser = new Browser(world)
    const link = await makeDeskLink(world.ports, publicUrl, 'sari')
    await browser.post('/desk/login', { t: new URL(link).searchParams.get('t') ?? '' }, { 'User-Agent': firefox })
    await browser.get('/desk/me')
    expect(browser.text).toContain('Firefox · Linux')
    expect(browser.text).toContain('perangkat ini')
    expect(idsOn(browser)).toEqual([])
    const [own] = await world.ports.deskAccess.sessionsOf(['sari'], at)
    await browser.post('/desk/me/end', { id: own!.id })
    expect(browser.text).toContain('memang sudah keluar')
    expect((await browser.get('/desk')).status).toBe(200)
  })

  it('are signed out one by one', async () => {
    const world = await deskWorld()
    const [here, there] = [await signedIn(world, 'sari'), await signedIn(world, 'sari')]
    await here.get('/desk/me')
    const [id = ''] = idsOn(here)
    await here.post('/desk/me/end', { id })
    expect(here.text).toContain('sudah dikeluarkan')
    expect((await there.get('/desk')).status).toBe(401)
    expect((await here.get('/desk')).status).toBe(200)
  })

  it('are signed out all at once, but for this one', async () => {
    const world = await deskWorld()
    const all = [await signedIn(world, 'sari'), await signedIn(world, 'sari'), await signedIn(world, 'sari')]
    const other = await signedIn(world, 'budi')
    await all[0]!.get('/desk/me')
    await all[0]!.post('/desk/me/end-others')
    for (const browser of all) await browser.get('/desk')
    expect(all.map(({ status }) => status)).toEqual([200, 401, 401])
    expect((await other.get('/desk')).status).toBe(200)
  })

  it('are nobody else’s to list or to end', async () => {
    const world = await deskWorld()
    const [sari, budi] = [await signedIn(world, 'sari'), await signedIn(world, 'budi')]
    const [hers] = await world.ports.deskAccess.sessionsOf(['sari'], at)
    await budi.get('/desk/me')
    expect(budi.page).not.toContain(hers!.id)
    await budi.post('/desk/me/end', { id: hers!.id })
    await budi.post('/desk/me/end-of', { id: hers!.id, staff: 'sari' })
    expect((await sari.get('/desk')).status).toBe(200)
    expect(world.reports).toEqual([])
  })

  it('are asked for only by who is signed in', async () => {
    const world = await deskWorld()
    expect((await new Browser(world).get('/desk/me')).status).toBe(401)
    const stranger = new Browser(world)
    for (const path of ['end', 'end-others', 'end-of', 'taste'])
      expect((await stranger.post(`/desk/me/${path}`, { id: 'x' })).status, path).toBe(401)
  })

  it('are ten at most: the one used longest ago gives way', async () => {
    const world = await deskWorld()
    const first = await signedIn(world, 'sari')
    for (let n = 1; n <= 10; n += 1) {
      world.clock = later(n * 1000)
      await signedIn(world, 'sari')
    }
    expect((await first.get('/desk')).status).toBe(401)
    expect(await world.ports.deskAccess.sessionsOf(['sari'], world.clock)).toHaveLength(10)
  })

  it.each([
    [firefox, 'Firefox · Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge · Windows',
    ],
    ['Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome · Android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'Safari · iPhone'],
    ['<script>alert(1)</script>', ''],
    [undefined, ''],
  ])('are named in plain words, and never by what a browser sent: %s', (agent, words) => {
    expect(deviceWords(agent)).toBe(words)
  })
})

describe('an admin who also works at the desk', () => {
  const withAdmin = async (agencies: readonly string[]) => {
    const world = await deskWorld()
    await world.ports.directory.saveStaff({ ...staff.budi, id: 'budi-admin', role: 'admin', agencies })
    return world
  }

  it('sees the devices of colleagues in the same agency and signs one out, on record', async () => {
    const world = await withAdmin(['diy'])
    const [budi, sari, joko] = [
      await signedIn(world, 'budi'),
      await signedIn(world, 'sari'),
      await signedIn(world, 'joko'),
    ]
    await budi.get('/desk/me')
    expect(budi.text).toContain('Perangkat rekan')
    expect(budi.text).toContain('Sari')
    expect(budi.text).not.toContain('Joko')
    const [hers] = await world.ports.deskAccess.sessionsOf(['sari'], at)
    await budi.post('/desk/me/end-of', { id: hers!.id, staff: 'sari' })
    expect((await sari.get('/desk')).status).toBe(401)
    expect(world.reports).toEqual([{ what: 'desk-signed-out', staffId: 'sari', by: 'budi' }])
    const [his] = await world.ports.deskAccess.sessionsOf(['joko'], at)
    await budi.post('/desk/me/end-of', { id: his!.id, staff: 'joko' })
    expect((await joko.get('/desk')).status).toBe(200)
  })

  it('has no say in another agency', async () => {
    const world = await withAdmin(['bantul'])
    const budi = await signedIn(world, 'budi')
    await signedIn(world, 'sari')
    await budi.get('/desk/me')
    expect(budi.text).not.toContain('Sari')
  })
})

describe('a session', () => {
  const page = `/desk/cases/${number}`

  it('is dead with the very next click once its role is removed, and does not come alive again', async () => {
    const world = await deskWorld()
    const browser = await signedIn(world, 'sari')
    await world.ports.directory.saveStaff({ ...staff.sari, removedAt: world.clock })
    expect((await browser.get('/desk')).status).toBe(401)
    await world.ports.directory.saveStaff(staff.sari)
    expect((await browser.get('/desk')).status).toBe(401)
  })

  it('is dead once one of its agencies is removed; one that is added changes nothing', async () => {
    const world = await deskWorld()
    const two = { ...staff.sari, agencies: ['diy', 'bantul'] }
    await world.ports.directory.saveStaff(two)
    const browser = await signedIn(world, 'sari')
    await world.ports.directory.saveStaff({ ...two, agencies: ['diy', 'bantul', 'sleman'] })
    expect((await browser.get('/desk')).status).toBe(200)
    await world.ports.directory.saveStaff({ ...two, agencies: ['diy'] })
    expect((await browser.get('/desk')).status).toBe(401)
  })

  it('is dead once its person has another role', async () => {
    const world = await deskWorld()
    const browser = await signedIn(world, 'sari')
    await world.ports.directory.saveStaff({ ...staff.sari, role: 'agent' })
    expect((await browser.get('/desk')).status).toBe(401)
  })

  it('decides nothing any more with a form that was open when the role was removed', async () => {
    const world = await deskWorld()
    await world.keep(new Story().submitted())
    const browser = await signedIn(world, 'sari')
    await browser.get(page)
    await world.ports.directory.saveStaff({ ...staff.sari, removedAt: world.clock })
    expect((await browser.post(`${page}/claim`)).status).toBe(401)
    expect((await world.ports.ledger.caseByNumber(number))?.status).toBe('submitted')
  })

  it('stops telling a page about changes once its role is removed', async () => {
    const world = await deskWorld()
    const browser = await signedIn(world, 'sari')
    await browser.get('/desk/events')
    const reader = browser.response.body!.getReader()
    await reader.read()
    await world.ports.directory.saveStaff({ ...staff.sari, removedAt: world.clock })
    world.desk.notify()
    expect((await reader.read()).done).toBe(true)
  })

  it('gets another token after an hour of use; requests that were under way with the one before are heard', async () => {
    const world = await deskWorld()
    const browser = await signedIn(world, 'sari')
    const before = browser.cookie('pandu_desk')!
    world.clock = later(hourMs - 1)
    await browser.get('/desk')
    expect(browser.cookie('pandu_desk')).toBe(before)
    world.clock = later(hourMs)
    const others = [0, 1, 2].map(() => new Browser(world).as(browser))
    await Promise.all([browser, ...others].map((one) => one.get('/desk')))
    const after = new Set([browser, ...others].map((one) => one.cookie('pandu_desk')))
    expect([browser, ...others].map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect([...after].filter((token) => token !== before)).toHaveLength(1)
    const late = new Browser(world)
    late.setCookie('pandu_desk', before)
    world.clock = later(hourMs + 119_999)
    expect((await late.get('/desk')).status).toBe(200)
    world.clock = later(hourMs + 120_000)
    expect((await late.get('/desk')).status).toBe(401)
    const kept = new Browser(world)
    kept.setCookie('pandu_desk', [...after].find((token) => token !== before)!)
    expect((await kept.get('/desk')).status).toBe(200)
  })

  it('takes a form of a page that was shown before its token changed', async () => {
    const world = await deskWorld()
    await world.keep(new Story().submitted())
    const browser = await signedIn(world, 'sari')
    await browser.get(page)
    world.clock = later(2 * hourMs)
    await browser.post(`${page}/claim`)
    expect(browser.status).toBe(200)
    expect((await world.ports.ledger.caseByNumber(number))?.status).toBe('in-review')
  })

  it('ends after twelve hours all the same, however often its token changed', async () => {
    const world = await deskWorld()
    const browser = await signedIn(world, 'sari')
    for (let hour = 1; hour < 12; hour += 1) {
      world.clock = later(hour * hourMs)
      expect((await browser.get('/desk')).status).toBe(200)
    }
    world.clock = later(12 * hourMs)
    expect((await browser.get('/desk')).status).toBe(401)
  })

  it('has a cookie over https that no other host or path can set', async () => {
    const world = await deskWorld({ url: 'https://desk.test' })
    const link = await makeDeskLink(world.ports, 'https://desk.test', 'sari')
    const response = await world.desk.app.request('https://desk.test/desk/login', {
      method: 'POST',
      headers: { Origin: 'https://desk.test' },
      body: new URLSearchParams({ t: new URL(link).searchParams.get('t') ?? '' }),
    })
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('__Host-pandu_desk=')) ?? ''
    for (const part of ['Path=/;', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(`${cookie};`).toContain(part)
    expect(cookie).not.toContain('Domain')
    const token = /=([^;]*)/.exec(cookie)?.[1]
    const get = (name: string) =>
      world.desk.app.request('https://desk.test/desk', { headers: { Cookie: `${name}=${token}` } })
    expect((await get('__Host-pandu_desk')).status).toBe(200)
    expect((await get('pandu_desk')).status).toBe(401)
  })
})

describe('how somebody wants the desk', () => {
  it('follows them to every device and page', async () => {
    const world = await deskWorld()
    const [here, there] = [await signedIn(world, 'sari'), await signedIn(world, 'sari')]
    await here.get('/desk/me')
    expect(here.page).not.toContain('data-theme')
    await here.post('/desk/me/taste', { theme: 'dark' })
    await there.get('/desk')
    expect(there.page).toContain('data-theme="dark"')
    expect(there.page).toContain('<body data-letters="off">')
    await there.get('/desk/me')
    await there.post('/desk/me/taste', { theme: 'system', letters: 'on' })
    await here.get('/desk')
    expect(here.page).not.toContain('data-theme')
    expect(here.page).not.toContain('data-letters')
  })

  it('is never anything but what the page offers', async () => {
    const world = await deskWorld()
    const browser = await signedIn(world, 'sari')
    await browser.get('/desk/me')
    await browser.post('/desk/me/taste', { theme: '"><script>', letters: 'on' })
    expect(await world.ports.deskAccess.taste('sari')).toEqual({ areLettersOff: false, theme: undefined })
  })
})
