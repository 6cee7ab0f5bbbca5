import { describe, expect, it } from 'vitest'
import { Story, sari } from '../case/given.ts'
import { caseIn, page } from './change-fixture.ts'
import { deskWorld, number, signedIn } from './desk-fixture.ts'

/** A certificate that its verifier brought on its way; its requester was met, unless only claimed to be somebody. */
const settled = () =>
  new Story('issuance')
    .claimed()
    .when({ type: 'confirm-meeting' }, sari)
    .when({ type: 'settle', outcome: 'verified-in-ams' }, sari)

async function issued(story = settled().when({ type: 'complete' })) {
  const world = await deskWorld()
  await world.keep(story)
  return { world, browser: await signedIn(world, 'sari') }
}

describe('the last day of a certificate that was issued', () => {
  it('is noted by the verifier who sees it in AMS, and its owner is reminded', async () => {
    const { world, browser } = await issued()
    await browser.get(page)
    expect(browser.text).toContain('Masa berlaku sertifikat')
    await browser.post(`${page}/note-certificate`, { 'certificate-until': '2028-11-22' })
    expect(browser.text).toContain('Tanggal akhir sertifikat dicatat')
    expect(browser.text).toMatch(/Tercatat berlaku sampai\s*:?\s*Rab 22 Nov 2028/)
    expect((await caseIn(world)).certificateUntil).toBe('2028-11-22')
    const waiting = await world.ports.outbox.claim('work', 20, '2028-12-01T00:00:00.000Z', 60_000)
    expect(waiting.map(({ kind }) => kind)).toContain('radar')
  })

  it('is noted by an agent too, while its owner is about to get it', async () => {
    const { world } = await issued(settled())
    const dewi = await signedIn(world, 'dewi')
    await dewi.get(page)
    await dewi.post(`${page}/note-certificate`, { 'certificate-until': '2028-11-22' })
    expect(await caseIn(world)).toMatchObject({ certificateUntil: '2028-11-22', status: 'awaiting-requester' })
  })

  it('is corrected, and forgotten again', async () => {
    const { world, browser } = await issued()
    await browser.get(page)
    for (const day of ['2028-11-22', '2028-11-20']) {
      await browser.post(`${page}/note-certificate`, { 'certificate-until': day })
      expect((await caseIn(world)).certificateUntil).toBe(day)
    }
    await browser.post(`${page}/drop-certificate`)
    expect(browser.text).toContain('Catatan tanggal akhir dihapus')
    expect((await caseIn(world)).certificateUntil).toBeNull()
  })

  it.each([
    ['', 'tanggal'],
    ['2026-11-01', 'lewat'],
    ['2036-11-01', 'terlalu jauh'],
  ])('is refused in words beside its field: "%s"', async (day, words) => {
    const { world, browser } = await issued()
    await browser.get(page)
    await browser.post(`${page}/note-certificate`, { 'certificate-until': day })
    expect(browser.status).toBe(422)
    const panel = /<section[^>]*id="certificate".*?<\/section>/s.exec(browser.page)?.[0] ?? ''
    expect(panel.toLowerCase()).toContain(words)
    expect((await caseIn(world)).certificateUntil).toBeNull()
  })

  it('is not asked for where no certificate comes of it, before it does, nor of somebody who proved nothing', async () => {
    const revoked = new Story('revocation').claimed().judged().when({ type: 'confirm-meeting' }, sari)
    const unproved = new Story('issuance').claimed()
    const stories = [
      revoked.when({ type: 'settle', outcome: 'asked-bsre' }, sari),
      new Story('issuance').claimed().when({ type: 'confirm-meeting' }, sari),
      unproved.when({ type: 'complete' }),
    ]
    for (const story of stories) {
      const { browser } = await issued(story)
      expect((await browser.get(page)).page).toContain(number)
      expect(browser.page).not.toContain('note-certificate')
    }
  })

  it('says so when somebody forges the form for a chat that proved nothing', async () => {
    const { world, browser } = await issued(new Story('issuance').claimed().when({ type: 'complete' }))
    await browser.get(page)
    await browser.post(`${page}/note-certificate`, { 'certificate-until': '2028-11-22' })
    expect(browser.text).toContain('Identitas pemohon belum dipastikan')
    expect((await caseIn(world)).certificateUntil).toBeNull()
  })
})
