import { describe, expect, it } from 'vitest'
import { noCase } from '../../core/handling/access-log.ts'
import { noteWords } from '../../core/handling/note-words.ts'
import { goodAnswers, Story, sari } from '../case/given.ts'
import { type Browser, type DeskWorld, deskWorld, nik, nip, signedIn } from './desk-fixture.ts'

const another = (n: number) => `PANDU-2026-${String(n).padStart(6, '0')}-Z`
const numbersIn = (browser: Browser) => [...browser.page.matchAll(/id="case-([^"]*)"/g)].map(([, found]) => found)

async function found(world: DeskWorld, n: number, story = new Story('passphrase-reset').submitted()): Promise<void> {
  await noteWords(world.ports, await world.keepAnother(story, another(n)))
}

/** A desk with one case that says something, and somebody who looks for it. */
async function looking(who: Parameters<typeof signedIn>[1] = 'sari') {
  const world = await deskWorld()
  const story = new Story('passphrase-reset').submitted().when({ type: 'note', text: 'Kenari <b>biru</b>' }, sari)
  await found(world, 1, story)
  const browser = await signedIn(world, who)
  await browser.get('/desk')
  return { world, browser, look: (q: string) => browser.post('/desk/search', { q }) }
}

describe('the search of the desk', () => {
  it('finds a case by words of a note, and keeps them in the address, so that one can go back to them', async () => {
    const { browser, look } = await looking()
    await look('biru kenari')
    expect(numbersIn(browser)).toEqual([another(1)])
    expect(browser.page).toContain('value="biru kenari"')
    expect(browser.page).toContain('>lewat kata</td>')
    expect(numbersIn(await browser.get('/desk/search?q=kenari'))).toEqual([another(1)])
  })

  it('finds it by the name of its person, which it shows by first letters only', async () => {
    const { browser, look } = await looking()
    await look('wulandari')
    expect(numbersIn(browser)).toEqual([another(1)])
    expect(browser.page).toContain('>lewat nama</td>')
    expect(browser.text).toContain('R••• W•••')
  })

  it.each([nip, nik, `${goodAnswers.email}`])('finds it by %s, which stands in no address and no page', async (key) => {
    const { world, browser, look } = await looking()
    await look(key)
    expect(browser.status).toBe(200)
    expect(numbersIn(browser)).toEqual([another(1)])
    expect(browser.page).toContain('>lewat NIP, NIK, atau e-mail</td>')
    expect(browser.page).not.toContain(key)
    expect(JSON.stringify(world.accesses)).not.toContain(key)
    await browser.get(`/desk/search?q=${encodeURIComponent(key)}`)
    expect(numbersIn(browser)).toEqual([])
    expect(browser.page).not.toContain(key)
    expect(browser.text).toContain('Tulis di kolom pencarian')
  })

  it('leads to a case by its number', async () => {
    const { world, browser, look } = await looking()
    await world.keepAnother(new Story().submitted(), 'PANDU-2026-000417-S')
    await look('pandu 2026 000417 s')
    expect(browser.page).toContain('/desk/cases/PANDU-2026-000417-S/')
    await browser.get('/desk/search?q=PANDU-2026-000417-S')
    expect(browser.page).toContain('/desk/cases/PANDU-2026-000417-S/')
  })

  it('shows nobody the cases of other agencies, nor that there are any', async () => {
    const { browser, look } = await looking('joko')
    for (const q of ['kenari', nip]) {
      await look(q)
      expect(numbersIn(browser)).toEqual([])
      expect(browser.text).toContain('Tidak ada pengajuan instansi Anda')
    }
  })

  it('is for who is signed in alone', async () => {
    const { world } = await looking()
    const { Browser } = await import('./desk-fixture.ts')
    expect((await new Browser(world).get('/desk/search?q=kenari')).status).toBe(401)
    expect((await new Browser(world).post('/desk/search', { q: nip })).status).toBeGreaterThanOrEqual(401)
  })

  it('is on record: what kind of thing was looked for, and which cases a person was found in', async () => {
    const { world, look } = await looking()
    const searches = () =>
      world.accesses.filter(({ what }) => what === 'search').map(({ caseId, ref }) => [caseId, ref])
    await look('kenari')
    expect(searches()).toEqual([[noCase, 'words']])
    await look(`${nip} kenari`)
    const [c] = await world.ports.ledger.find({ limit: 1 })
    expect(searches().slice(1)).toEqual([
      [noCase, 'nip words'],
      [c?.id, another(1)],
    ])
  })

  it('says what to do when nothing is found, or there was nothing to look for', async () => {
    const { browser, look } = await looking()
    await look('merpati')
    expect(browser.text).toContain('Kurangi kata atau periksa ejaannya')
    await look('0812-3456-7890')
    expect(browser.text).toContain('Nomor telepon tidak dicari')
    await look('satu dua tiga empat lima enam tujuh')
    expect(browser.text).toContain('Hanya 6 kata pertama')
  })

  it('writes what was typed into the page as text', async () => {
    const { browser, look } = await looking()
    await look('"><script>alert(1)</script>')
    expect(browser.page).not.toContain('<script>alert')
  })

  it('turns the pages of what was found, newest first, also where the address may say nothing', async () => {
    const world = await deskWorld()
    for (let n = 1; n <= 60; n += 1) await found(world, n)
    const browser = await signedIn(world, 'sari')
    await browser.get('/desk')
    await browser.post('/desk/search', { q: 'wulandari' })
    const seen = numbersIn(browser)
    expect(seen).toHaveLength(50)
    const next = /<a rel="next" href="([^"]*)"/.exec(browser.page)?.[1] ?? ''
    seen.push(...numbersIn(await browser.get(next.replaceAll('&amp;', '&'))))
    expect(browser.text).toContain('Ke yang terbaru')
    await browser.post('/desk/search', { q: nip })
    const people = numbersIn(browser)
    await browser.post('/desk/search', { q: nip, after: browser.hidden('after') })
    people.push(...numbersIn(browser))
    const all = Array.from({ length: 60 }, (_, n) => another(60 - n))
    expect(seen).toEqual(all)
    expect(people).toEqual(all)
  })
})
