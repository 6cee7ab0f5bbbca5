import { expect, it } from 'vitest'
import { person } from './people.ts'
import type { Requester } from './requester.ts'
import { section } from './section.ts'

const [sri, heru, joko] = [person('Sri Lestari'), person('Heru Lestari'), person('Joko Lestari')]

section('B. The notice that an account is active', (stage) => {
  const begins = async (user: Requester, employment: string) => {
    user.writes('/start')
    await user.pressesButton('new-certificate')
    await user.pressesButton('activate')
    await user.reads('berbeda menurut status kepegawaian')
    await user.presses(employment)
    await user.reads('Langkah 1 dari 5')
  }
  const done = async (user: Requester, words: string | RegExp) => {
    await user.pressesButton('step-done')
    return user.reads(words)
  }

  it('differs by employment status: ASN look at their mail and set the passphrase themselves', async () => {
    const user = stage().requester(sri)
    await begins(user, 'PNS (termasuk CPNS)')
    await done(user, 'Melengkapi data')
    const notice = await done(user, 'Notifikasi aktivasi berbeda menurut status kepegawaian')
    expect(notice.text).toMatch(/ASN.*memeriksa email dinas.*membuat passphrase/s)
    expect(notice.text).toContain('berakhir bssn.go.id')
    await done(user, 'TIDAK boleh diwakilkan siapa pun')
    await done(user, 'Kebijakan Privasi dan Persetujuan Perjanjian Pemilik Sertifikat Elektronik')
    await done(user, 'Sertifikat terbit setelah BSrE memprosesnya')
    expect(await stage().count()).toBe(0)
  })

  it('tells others to have their account verified: the verifier does it in AMS, and it worked', async () => {
    const user = stage().requester(joko)
    await begins(user, 'Lainnya (bukan ASN)')
    await done(user, 'Melengkapi data')
    const notice = await done(user, 'Notifikasi aktivasi berbeda menurut status kepegawaian')
    expect(notice.text).toMatch(/Lainnya.*menghubungi verifikator/s)
    await user.pressesButton('step-stuck')
    const asked = await user.asked()
    expect(asked.key).toBe('name')
    await user.answersAll({ answers: { registeredBy: 'Verifikator instansi saya' } })
    const number = await user.submits()
    expect(await stage().case(number)).toMatchObject({
      procedure: 'activation',
      answers: { employment: 'lainnya' },
      stuckAt: { guide: 'activation-lainnya', step: 'verification' },
    })
    await stage().verifies(number, { type: 'settle', outcome: 'verified-in-ams' })
    await user.sees('Verifikator sudah memverifikasi akun Anda di AMS')
    await user.pressesButton('worked')
    await user.sees(`Pengajuan ${number} selesai`)
  })

  it('whose mail is missing: who registered you, then spam, room in the mailbox and address, and only then a case', async () => {
    const user = stage().requester(heru)
    const before = await stage().count()
    await begins(user, 'PNS (termasuk CPNS)')
    await user.pressesButton('step-stuck')
    const who = await user.reads('Siapa yang mendaftarkan akun Anda?')
    expect(who.buttons).toEqual(expect.arrayContaining(['Verifikator instansi saya', 'Instansi lain', 'Tidak tahu']))
    await user.presses('Saya sendiri lewat MyASN')
    await user.reads(/MyASN.*Spam.*kuota.*alamat/s)
    expect(await stage().count()).toBe(before)
    await user.presses(/minta bantuan/)
    await user.answersAll()
    const number = await user.submits()
    expect(await stage().case(number)).toMatchObject({
      answers: { employment: 'pns', registeredBy: 'my-asn' },
      stuckAt: { guide: 'activation-pns', step: 'mail' },
    })
    await stage().verifies(number, { type: 'settle', outcome: 'mail-corrected' })
    await user.sees('Alamat email dinas Anda di AMS sudah dibetulkan')
    await user.pressesButton('worked')
    await user.sees(`Pengajuan ${number} selesai`)
  })

  it('whose account another agency registered: the data are changed first', async () => {
    const user = stage().requester(sri)
    await begins(user, 'PPPK (termasuk Paruh Waktu)')
    user.writes('terkendala')
    await user.reads('Siapa yang mendaftarkan akun Anda?')
    user.writes('instansi lain')
    const { buttons } = await user.reads('masih tercatat di instansi lain')
    expect(buttons).toContain('Pindah instansi / ubah data')
  })
})
