import { beforeAll, expect, it } from 'vitest'
import { dateAfter, wibMoment } from '../../core/form/calendar.ts'
import { person } from './people.ts'
import type { Requester } from './requester.ts'
import { section } from './section.ts'

const [wulan, bayu, ratna] = [person('Wulan Sari'), person('Bayu Sari'), person('Ratna Sari')]

section('C. Issuance of the certificate, for a new account and for one whose certificate has expired', (stage) => {
  let user: Requester
  beforeAll(() => {
    user = stage().requester(wulan)
  })
  const begins = async (who: Requester, state: string) => {
    who.writes('/start')
    await who.pressesButton('new-certificate')
    await who.pressesButton('issue')
    await who.reads('Bagaimana keadaan sertifikat Anda?')
    await who.presses(state)
  }

  it('1. it begins with a check of one\'s data: click "Lihat Data Profil Anda", make sure they are right, go on', async () => {
    await begins(user, 'Akun baru, belum pernah terbit')
    const { text } = await user.reads('Langkah 1 dari 4')
    expect(text).toMatch(/“Lihat Data Profil Anda”.*data Anda telah sesuai.*Lanjutkan/s)
    expect(text).toContain('email dinas dan/atau nomor terdaftar')
    await user.pressesButton('step-stuck')
    const { buttons } = await user.reads('Jangan lanjutkan; ubah datanya dahulu')
    expect(buttons).toContain('Pindah instansi / ubah data')
  })

  it('2. a selfie once more, matched with the civil registry, so that the user sets the passphrase alone', async () => {
    await user.pressesButton('step-done')
    const { text } = await user.reads('Langkah 2 dari 4')
    expect(text).toMatch(/swafoto.*dicocokkan dengan data Kependudukan dan Pencatatan Sipil/s)
    expect(text).toContain('Pandu dan petugas tidak memerlukannya')
  })

  it('3. the passphrase MUST be set by the user alone and may NOT be left to anybody', async () => {
    await user.pressesButton('step-done')
    const { text } = await user.reads('Langkah 3 dari 4')
    expect(text).toMatch(/WAJIB oleh Anda sendiri dan TIDAK boleh diwakilkan siapa pun/)
    expect(text).toContain('Ikuti ketentuan yang tampil di laman BSrE')
    expect(text).not.toMatch(/\d+ (?:karakter|huruf|angka)/)
  })

  it('4. consent: "Submit" is active once both passphrases match and the agreement is given', async () => {
    await user.pressesButton('step-done')
    const { text } = await user.reads('Langkah 4 dari 4')
    expect(text).toContain('“Kebijakan Privasi dan Persetujuan Perjanjian Pemilik Sertifikat Elektronik”')
    expect(text).toMatch(/“Setuju”.*“Submit” aktif setelah passphrase terkonfirmasi sama dan persetujuan diberikan/s)
    await user.pressesButton('step-done')
    await user.reads('Selesai. Sertifikat terbit setelah BSrE memprosesnya')
    expect(await stage().count()).toBe(0)
  })

  it('for an expired certificate: who is stuck at the selfie reads what helps, then has a case that knows where', async () => {
    const stuck = stage().requester(bayu)
    await begins(stuck, 'Status TTE expired')
    await stuck.pressesButton('step-done')
    await stuck.reads('Langkah 2 dari 4')
    await stuck.pressesButton('step-stuck')
    await stuck.reads(/tempat terang.*masker, kacamata.*izinkan kamera.*Dukcapil/is)
    await stuck.presses(/minta bantuan/)
    await stuck.answersAll()
    const number = await stuck.submits()
    expect(await stage().case(number)).toMatchObject({
      procedure: 'issuance',
      answers: { certificateState: 'expired' },
      stuckAt: { guide: 'issuance-expired', step: 'selfie' },
    })
    await stage().verifies(number, { type: 'settle', outcome: 'verified-in-ams' })
    await stuck.sees('Masuk lagi ke laman BSrE dan lanjutkan langkah yang tadi terhenti')
    await stuck.pressesButton('worked')
    await stuck.sees(`Pengajuan ${number} selesai`)
  })

  it('a certificate that is active is renewed from 30 days before its end; who comes earlier reads when', async () => {
    const early = stage().requester(ratna)
    const { date: today } = wibMoment(Date.now())
    await begins(early, 'Masih aktif, mau perpanjang')
    await early.reads('mulai 30 hari sebelum berakhir')
    early.writes(dateAfter(today, 100))
    await early.reads('Perpanjangan dibuka mulai')
    await begins(early, 'Masih aktif, mau perpanjang')
    await early.reads('mulai 30 hari sebelum berakhir')
    early.writes(dateAfter(today, 30))
    await early.reads('Perpanjangan sudah dibuka')
    await early.sees('Perpanjangan sertifikat · Langkah 2 dari 5')
  })
})
