import { describe, expect, it } from 'vitest'
import { formatCaseNumber } from '../../core/case/case-number.ts'
import { sortMails } from '../../core/handling/mail-in.ts'
import type { MailContent } from '../../core/handling/mail-store.ts'
import { Story } from '../case/given.ts'
import { type DeskWorld, deskWorld, signedIn } from './desk-fixture.ts'

const id = '11111111-0000-4000-8000-000000000001'
const content: MailContent = {
  kind: 'letter',
  from: 'loket@bsre.example',
  subject: 'Perihal <b>NIK</b> 3404015204850001',
  text: '<script>alert(1)</script> tentang 198504122010012005',
  leftOut: 0,
  threads: [],
  names: [],
}

async function town(more: Partial<MailContent> = {}): Promise<DeskWorld> {
  const world = await deskWorld()
  await world.keepAnother(new Story().sent(), formatCaseNumber(2026, 13))
  await world.ports.mails.receive({
    id,
    place: 'a',
    likeness: 'a',
    at: world.ports.now(),
    content: { ...content, ...more },
    files: [],
  })
  await sortMails(world.ports)
  return world
}

describe('The tray of mails', () => {
  it('shows agents what is nobody’s, as text, with long numbers masked and the sender unverified', async () => {
    const browser = await signedIn(await town(), 'dewi')
    await browser.get('/desk/mail')
    expect(browser.page).not.toContain('<script>alert')
    expect(browser.page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; tentang •••2005')
    expect(browser.page).not.toContain('3404015204850001')
    expect(browser.text).toContain('l•••@bsre.example')
    expect(browser.text).toContain('belum terverifikasi: alamat pengirim dapat dipalsukan')
  })

  it('is there for agents alone', async () => {
    const world = await town()
    const browser = await signedIn(world, 'sari')
    expect((await browser.get('/desk/mail')).status).toBe(404)
    expect(browser.page).not.toContain('bsre.example')
    await browser.get('/desk')
    expect(browser.page).not.toContain('href="/desk/mail"')
    expect((await browser.post(`/desk/mail/${id}/dismiss`, { reason: 'bukan urusan' })).status).toBe(404)
    expect(await world.ports.mails.countMails('tray', 5)).toBe(1)
  })

  it('joins a mail to a case, where its history shows it as unverified and nothing else has changed', async () => {
    const world = await town()
    const number = formatCaseNumber(2026, 13)
    const before = await world.ports.ledger.caseByNumber(number)
    const browser = await signedIn(world, 'dewi')
    await browser.get('/desk/mail')
    await browser.post(`/desk/mail/${id}/join`, { number: number.toLowerCase() })
    expect(browser.text).toContain(`Surat digabungkan ke ${number}`)
    expect(browser.text).toContain('Tidak ada surat yang menunggu')
    await browser.get(`/desk/cases/${number}`)
    expect(browser.page).toContain('class="words mail"')
    expect(browser.text).toContain('Surat masuk – belum terverifikasi: alamat pengirim dapat dipalsukan')
    expect(browser.text).toContain('digabungkan oleh petugas')
    expect(browser.text).toContain('belum ditanggapi')
    expect(browser.page).not.toContain('<script>alert')
    const after = await world.ports.ledger.caseByNumber(number)
    expect(after).toMatchObject({ status: before?.status, decision: before?.decision, evidence: before?.evidence })
    await browser.post(`/desk/cases/${number}/note`, { 'note-text': 'sudah dibaca' })
    expect(browser.text).not.toContain('belum ditanggapi')
    expect((await browser.post(`/desk/mail/${id}/join`, { number })).status).toBe(422)
  })

  it('says why a mail is not joined, keeps what was typed, and tells nothing of other agencies', async () => {
    const world = await town()
    const browser = await signedIn(world, 'dewi')
    await browser.get('/desk/mail')
    for (const number of ['PANDU-2026-999999-Q', 'salah', formatCaseNumber(2026, 999)]) {
      await browser.post(`/desk/mail/${id}/join`, { number })
      expect(browser.status).toBe(422)
      expect(browser.text).toContain('nomor itu tidak ada, atau pengajuannya bukan dari instansi yang Anda layani')
      expect(browser.page).toContain(`value="${number}"`)
    }
    expect(await world.ports.mails.countMails('tray', 5)).toBe(1)
  })

  it('sets a mail aside for a reason alone, and forgets it', async () => {
    const world = await town()
    const browser = await signedIn(world, 'dewi')
    await browser.get('/desk/mail')
    await browser.post(`/desk/mail/${id}/dismiss`, { reason: 'x' })
    expect(browser.text).toContain('tulis alasannya')
    await browser.post(`/desk/mail/${id}/dismiss`, { reason: 'Iklan' })
    expect(browser.text).toContain('Surat disisihkan')
    expect(await world.ports.mails.mailById(id)).toBeUndefined()
    await browser.post(`/desk/mail/${id}/dismiss`, { reason: 'Iklan' })
    expect(browser.text).toContain('sudah digabungkan atau disisihkan')
  })

  it('takes no form without its token', async () => {
    const world = await town()
    const browser = await signedIn(world, 'dewi')
    await browser.get('/desk/mail')
    expect((await browser.post(`/desk/mail/${id}/dismiss`, { reason: 'Iklan', csrf: 'x' })).status).toBe(403)
    expect(await world.ports.mails.countMails('tray', 5)).toBe(1)
  })

  it('shows nothing of words that held a secret', async () => {
    const browser = await signedIn(await town({ text: '', withheld: 'otp' }), 'dewi')
    await browser.get('/desk/mail')
    expect(browser.text).toContain('tampak memuat rahasia')
  })
})
