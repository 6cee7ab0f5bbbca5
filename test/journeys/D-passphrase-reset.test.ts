import { beforeAll, expect, it } from 'vitest'
import { person } from './people.ts'
import type { Requester } from './requester.ts'
import { section } from './section.ts'

const [tika, anto, lusi] = [person('Tika Utami'), person('Anto Utami'), person('Lusi Utami')]

section('D. Passphrase reset', (stage) => {
  let user: Requester
  beforeAll(() => {
    user = stage().requester(tika)
  })
  const begins = async (who: Requester) => {
    who.writes('/start')
    await who.pressesButton('forgot-passphrase')
    return who.reads('Reset passphrase · Langkah 1 dari 4')
  }

  it('1. by the Reset-Passphrase link, which comes by office mail and/or to the registered number', async () => {
    const { text } = await begins(user)
    expect(text).toMatch(/Reset-Passphrase.*email dinas dan\/atau nomor terdaftar/s)
    expect(text).toMatch(/jangan teruskan kepada siapa pun.*berakhir bssn\.go\.id/s)
  })

  it("1. in two stages: first the check of one's face, then the new passphrase", async () => {
    await user.pressesButton('step-done')
    await user.reads(/Langkah 2 dari 4.*Swafoto/s)
    await user.pressesButton('step-done')
    await user.reads(/Langkah 3 dari 4.*Membuat passphrase.*TIDAK boleh diwakilkan/s)
  })

  it('2. the user reads, understands and accepts the policy, then "Submit"; nothing was opened on the way', async () => {
    await user.pressesButton('step-done')
    await user.reads(/membaca|Baca, pahami, dan setujui “Kebijakan Privasi.*“Submit”/s)
    await user.pressesButton('step-done')
    const { buttons } = await user.reads('passphrase Anda sudah diganti')
    expect(buttons).toContain('🔓 Passphrase saya bocor')
    expect(await stage().count()).toBe(0)
  })

  it('who has no link reads what helps; the case knows the step, the verifier sends a new link, and it worked', async () => {
    const stuck = stage().requester(anto)
    await begins(stuck)
    await stuck.pressesButton('step-stuck')
    await stuck.reads(/Spam.*kuota.*alamat.*kedaluwarsa.*Minta yang baru/s)
    await stuck.presses(/minta bantuan/)
    await stuck.reads('Reset passphrase')
    await stuck.answersAll()
    const number = await stuck.submits()
    expect(await stage().case(number)).toMatchObject({
      procedure: 'passphrase-reset',
      stuckAt: { guide: 'passphrase-reset', step: 'link' },
    })
    await stage().verifies(number, { type: 'settle', outcome: 'link-sent' })
    await stuck.sees('Tautan baru dari BSrE sudah dikirim ke email dinas Anda')
    await stuck.pressesButton('expired')
    await stuck.sees('petugas sudah diberi tahu')
    await stage().verifies(number, { type: 'settle', outcome: 'link-sent' })
    await stuck.pressesButton('worked')
    await stuck.sees(`Pengajuan ${number} selesai`)
  })

  it('a passphrase that leaked: revocation and reactivation are offered, and the case remembers why', async () => {
    const owner = stage().requester(lusi)
    await begins(owner)
    await owner.pressesButton('leaked')
    const { buttons } = await owner.reads('Passphrase yang diketahui orang lain dianggap bocor')
    expect(buttons).toEqual([
      'Cabut sertifikat',
      'Akun dinonaktifkan (compromised)',
      'Lupa passphrase',
      '🏠 Kembali ke menu',
    ])
    await owner.presses('Cabut sertifikat')
    await owner.reads('Pencabutannya didahulukan: target 1 jam')
    await owner.answersAll({ answers: { revocationFor: 'Milik saya sendiri' } })
    const number = await owner.submits()
    expect(await stage().case(number)).toMatchObject({
      procedure: 'revocation',
      isUrgent: true,
      answers: { revocationReason: 'compromised' },
      stuckAt: { guide: 'passphrase-leaked', step: 'leaked' },
    })
    await stage().verifies(number, { type: 'settle', outcome: 'revoked' })
    await owner.sees('Sertifikat sudah dicabut')
  })
})
