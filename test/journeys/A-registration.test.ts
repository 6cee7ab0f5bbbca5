import { beforeAll, expect, it } from 'vitest'
import { person } from './people.ts'
import type { Requester } from './requester.ts'
import { section } from './section.ts'

const [rina, yudi, tono] = [person('Rina Astuti'), person('Yudi Astuti'), person('Tono Astuti')]

section('A. Registration and issuance of an electronic certificate', (stage) => {
  let user: Requester
  beforeAll(() => {
    user = stage().requester(rina)
  })

  it('those who can be served are ASN (PNS and PPPK) who work for the agency, and others on duty there', async () => {
    user.writes('/start')
    await user.pressesButton('new-certificate')
    await user.reads('Belum terdaftar: daftar dahulu')
    await user.pressesButton('register')
    const { buttons } = await user.reads('Apa status kepegawaian Anda?')
    expect(buttons).toEqual([
      'PNS (termasuk CPNS)',
      'PPPK (termasuk Paruh Waktu)',
      'Lainnya (bukan ASN)',
      'TNI / Polri',
      '🏠 Kembali ke menu',
    ])
  })

  it("documents come first: an office mailbox of one's own and a letter; who has none reads where to get it", async () => {
    await user.presses('PPPK (termasuk Paruh Waktu)')
    await user.reads(/email dinas aktif atas nama Anda sendiri.*surat rekomendasi/s)
    await user.pressesButton('step-stuck')
    await user.reads('Minta admin email di instansi Anda membuatkannya')
    expect(await stage().count()).toBe(0)
  })

  it('then the case, which does not ask again what was said; the verifier finds the letter in it', async () => {
    await user.pressesButton('step-done')
    const intro = await user.reads(/Pendaftaran · PANDU-/)
    expect(intro.text).toContain('verifikator instansi menanganinya di AMS (portal akun BSrE) dan menjawab di sini')
    const { key } = await user.answersAll({ except: ['nip'] })
    expect(key).toBe('nip')
    const check = await user.answersAll()
    expect(check.message.text).toContain('Status kepegawaian: PPPK (termasuk Paruh Waktu)')
    expect(check.message.text).toContain('Surat rekomendasi: 1 berkas')
    const number = await user.submits()
    expect(await stage().case(number)).toMatchObject({
      procedure: 'registration',
      answers: { employment: 'pppk' },
      stuckAt: null,
    })
  })

  it('the verifier registers the user in AMS; the mail of BSrE comes, and it worked', async () => {
    await stage().verifies(user.number, { type: 'settle', outcome: 'registered' })
    await user.sees(/^GILIRAN ANDA · PANDU-\S+\. Anda sudah didaftarkan di AMS\. Tunggu email aktivasi/)
    await user.pressesButton('worked')
    await user.sees(`Pengajuan ${user.number} selesai`)
    expect((await stage().case(user.number)).status).toBe('completed')
  })

  it('others, neither ASN nor Polri, who are on duty for the agency have no number of the state to give', async () => {
    const other = stage().requester(yudi)
    other.writes('daftar')
    await other.reads('Apa status kepegawaian Anda?')
    other.writes('honorer')
    await other.reads('surat rekomendasi')
    await other.pressesButton('step-done')
    expect((await other.answersAll({ except: ['nik'] })).key).toBe('nik')
    other.writes('/batal')
    await other.pressesButton('cancel-yes')
    await other.sees(/^DIBATALKAN/)
  })

  it('Polri and TNI are led to a person, who reads where they come from and answers here', async () => {
    const officer = stage().requester(tono)
    officer.writes('daftar')
    await officer.presses('TNI / Polri')
    await officer.reads('petugas memastikan jalurnya dahulu')
    await officer.presses('Tanya petugas')
    await officer.answersAll({ except: ['email'] })
    officer.writes('tono@polri.go.id')
    await officer.reads('berakhir @jogjaprov.go.id')
    await officer.presses('Tidak punya')
    await officer.answersAll()
    const number = await officer.submits()
    expect(await stage().case(number)).toMatchObject({
      procedure: 'question',
      status: 'with-contact-center',
      stuckAt: { guide: 'registration-tni-polri', step: 'eligibility' },
    })
    const text = 'Silakan mendaftar lewat Puspen; suratnya dapat diambil di kantor kami.'
    await officer.sees(/^MENUNGGU JAWABAN PETUGAS/)
    await stage().answers(number, { type: 'settle', outcome: 'answered', text })
    await officer.sees(text)
    await officer.sees('Belum jelas, atau ada pertanyaan lain? Tekan Tanya petugas.')
  })
})
