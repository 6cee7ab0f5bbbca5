import { describe, expect, it } from 'vitest'
import { exportAbout, findAbout } from '../../core/handling/about.ts'
import { dewi, Story, sari } from '../case/given.ts'
import { caseIn, page } from './change-fixture.ts'
import { deskWorld, signedIn } from './desk-fixture.ts'

async function opened(story = new Story().claimed(), who: 'sari' | 'budi' | 'dewi' = 'sari') {
  const world = await deskWorld()
  await world.keep(story)
  const browser = await signedIn(world, who)
  await browser.get(page)
  const owed = async () =>
    (await world.ports.outbox.claim('bulk', 20, '2028-12-01T00:00:00.000Z', 60_000)).map(({ kind, payload }) => ({
      kind,
      payload,
    }))
  const said = async () =>
    (await world.ports.ledger.history((await caseIn(world)).id)).flatMap((e) =>
      e.type === 'replied' || e.type === 'noted' ? [[e.type, e.secret.text]] : [],
    )
  return { world, browser, owed, said }
}

describe('The composer of a case', () => {
  it('sends a reply, with its variables filled in, and shows it in the history', async () => {
    const { browser, owed, said } = await opened()
    await browser.post(`${page}/reply`, { 'reply-text': 'Yth. {nama}, {nomor} kami periksa.' })
    expect(browser.text).toContain('Balasan dikirim')
    expect(browser.text).toContain('Yth. Rina Wulandari, PANDU-2026-000001-X kami periksa.')
    expect(await said()).toEqual([['replied', 'Yth. Rina Wulandari, PANDU-2026-000001-X kami periksa.']])
    expect(await owed()).toContainEqual({ kind: 'reply', payload: { n: 1 } })
  })

  it('lets whoever serves the agency speak, the agent too', async () => {
    const { browser, said } = await opened(new Story().sent(), 'dewi')
    await browser.post(`${page}/reply`, { 'reply-text': 'Halo dari BSrE' })
    expect(await said()).toEqual([['replied', 'Halo dari BSrE']])
    expect(dewi.role).toBe('agent')
  })

  it('keeps a note among staff: nothing is owed to anybody', async () => {
    const { browser, owed, said } = await opened()
    await browser.post(`${page}/note`, { 'note-text': 'KENARI-7431' })
    expect(browser.page).toContain('class="words note"')
    expect(await said()).toEqual([['noted', 'KENARI-7431']])
    expect(JSON.stringify(await owed())).not.toContain('KENARI')
  })

  it('leaves notes out of what is exported about somebody', async () => {
    const { world, browser } = await opened()
    await browser.post(`${page}/reply`, { 'reply-text': 'Halo' })
    await browser.post(`${page}/note`, { 'note-text': 'KENARI-7431' })
    const about = await findAbout(world.ports, { kind: 'case', number: (await caseIn(world)).number })
    const exported = JSON.stringify(await exportAbout(world.ports, about, 'admin'))
    expect(exported).toContain('Halo')
    expect(exported).not.toContain('KENARI')
  })

  it('is blocked while a variable is empty, and loses nothing', async () => {
    const { browser, said } = await opened()
    await browser.post(`${page}/reply`, { 'reply-text': 'Masih kurang: {kurang}' })
    expect(browser.status).toBe(422)
    expect(browser.text).toContain('tidak punya isi untuk kurang')
    expect(browser.page).toContain('Masih kurang: {kurang}')
    expect(await said()).toEqual([])
  })

  it('of 5,000 characters says how many there are, and keeps every one of them', async () => {
    const { browser, said } = await opened()
    const long = `${'a'.repeat(4990)}AKHIRKATA!`
    await browser.post(`${page}/reply`, { 'reply-text': long })
    expect(browser.status).toBe(422)
    expect(browser.text).toContain('5000 karakter; paling banyak 4000')
    expect(browser.page).toContain('AKHIRKATA!')
    expect(await said()).toEqual([])
  })

  it('refuses to ask for a passphrase', async () => {
    const { browser, said } = await opened()
    await browser.post(`${page}/reply`, { 'reply-text': 'Kirimkan passphrase Anda' })
    expect(browser.text).toContain('Petugas tidak pernah memintanya')
    expect(await said()).toEqual([])
  })

  it('shows exactly what will be read, as text and never as markup, before anything leaves', async () => {
    const { browser, said } = await opened()
    await browser.post(`${page}/preview-reply`, { 'reply-text': '<script>alert(1)</script> <b>{nama}</b>' })
    expect(browser.page).not.toContain('<script>alert')
    expect(browser.page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;Rina Wulandari&lt;/b&gt;')
    expect(browser.text).toContain('Verifikator, Pemda DIY')
    expect(browser.text).toContain('↩ Balas')
    expect(await said()).toEqual([])
  })

  it('puts a canned reply behind what was typed', async () => {
    const { browser, said } = await opened()
    await browser.post(`${page}/use-canned`, { canned: 'received', 'reply-text': 'Selamat pagi.' })
    expect(browser.page).toMatch(/Selamat pagi\.\s+Yth\. \{nama\}/)
    await browser.post(`${page}/use-canned`, { canned: 'constructor' })
    expect(browser.status).toBe(200)
    expect(await said()).toEqual([])
  })

  it('keeps the other words when one of them is sent, or something else is done', async () => {
    const { browser, said } = await opened()
    await browser.post(`${page}/reply`, { 'reply-text': 'Halo', 'note-text': 'masih ditulis' })
    expect(browser.page).toContain('masih ditulis')
    await browser.post(`${page}/save`, { 'reply-text': 'belum selesai' })
    expect(browser.page).toContain('belum selesai')
    expect(await said()).toEqual([['replied', 'Halo']])
  })

  it('keeps words while they are written, for their writer alone, until they are sent', async () => {
    const { world, browser } = await opened()
    await browser.post(`${page}/draft`, { 'reply-text': 'Mohon kirim', 'note-text': 'KENARI-7431' })
    expect(browser.status).toBe(204)
    const later = await signedIn(world, 'sari')
    await later.get(page)
    expect(later.page).toContain('Mohon kirim')
    expect(later.page).toContain('KENARI-7431')
    const colleague = await signedIn(world, 'budi')
    await colleague.get(page)
    expect(colleague.page).not.toContain('Mohon kirim')
    await later.post(`${page}/reply`, { 'reply-text': 'Mohon kirim ulang', 'note-text': 'KENARI-7431' })
    await later.get(page)
    expect(later.page).not.toMatch(/<textarea[^>]*>[^<]*Mohon kirim/)
    expect(later.page).toContain('KENARI-7431')
  })

  it('gives the words back when the session ended in the middle of them, and keeps nothing for nobody', async () => {
    const { world, browser, said } = await opened()
    await browser.post(`${page}/draft`, { 'reply-text': 'Mohon' })
    world.clock = '2026-11-25T02:00:00.000Z'
    await browser.post(`${page}/draft`, { 'reply-text': 'Mohon kirim' })
    expect(browser.status).toBe(401)
    await browser.post(`${page}/reply`, { 'reply-text': 'Mohon kirim <b>ulang</b>' })
    expect(browser.status).toBe(401)
    expect(browser.text).toContain('BELUM TERKIRIM')
    expect(browser.page).toContain('Mohon kirim &lt;b&gt;ulang&lt;/b&gt;')
    expect(await said()).toEqual([])
    const again = await signedIn(world, 'sari')
    await again.get(page)
    expect(again.page).toMatch(/<textarea[^>]*>\s*Mohon\s*</)
  })

  it('takes no draft to a case of another agency', async () => {
    const { world } = await opened()
    const stranger = await signedIn(world, 'joko')
    await stranger.get('/desk')
    await stranger.post(`${page}/draft`, { 'reply-text': 'mengintip' })
    expect(stranger.status).toBe(404)
  })

  it('saves the verdicts that stand in the page along', async () => {
    const { world, browser } = await opened()
    await browser.post(`${page}/reply`, { 'reply-text': 'Halo', 'v.name': 'ok' })
    expect((await caseIn(world)).verdicts).toEqual({ name: { ok: true } })
  })

  it('says that a reply never arrived', async () => {
    const story = new Story().claimed().when({ type: 'reply', text: 'Halo' }, sari)
    const { browser } = await opened(story.when({ type: 'miss-reply', n: 1 }, { role: 'system' }))
    expect(browser.text).toContain('Balasan terakhir tidak sampai')
  })
})
