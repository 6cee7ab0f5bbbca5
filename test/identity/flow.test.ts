import { beforeEach, describe, expect, it } from 'vitest'
import { itemsOf } from '../../core/case/items.ts'
import { proofOf } from '../../core/identity/proof.ts'
import { TestClock } from '../prisma/stores.ts'
import { bambang, claims, rina, submits, Town } from './town.ts'

const [owner, stranger] = [11, 22]
let town: Town
let clock: TestClock
beforeEach(async () => {
  clock = new TestClock()
  town = await new Town(clock).settle(rina, bambang)
})

const prove = async (who: number) => {
  await claims(town, who, rina)
  await town.say(who, 'Kirim kode')
  await town.say(who, town.code)
}

describe('a chat that claims to be somebody', () => {
  it('is offered a code once both numbers are known, and is proved by it', async () => {
    await claims(town, owner, rina)
    expect(town.last(owner)?.text).toContain('email dinas yang tercatat')
    expect(town.last(owner)?.labels).toEqual([
      '📧 Kirim kode ke email dinas',
      'Email dinas belum aktif atau tidak bisa dibuka',
      'Saya pegawai baru atau baru pindah',
      '⏭ Lanjut tanpa kode',
      '⬅ Kembali',
      '💾 Lanjut nanti',
      '✖ Batal',
    ])
    await town.say(owner, 'Kirim kode')
    expect(town.last(owner)?.text).toContain('Jika nomor itu terdaftar')
    expect(town.mails.map(({ to }) => to)).toEqual([rina.email])
    await town.say(owner, town.code)
    expect(town.wordsTo(owner)).toContain('Identitas Anda untuk PANDU-2026-000001')
    expect(town.last(owner)?.text).toContain('alamat email dinas')
    expect(proofOf(await town.caseOf(owner))).toBe('code')
    await submits(town, owner, rina)
    expect(await town.caseOf(owner)).toMatchObject({ status: 'submitted', proof: { coolsUntil: null } })
  })

  it('gets a mail in plain words, whose only digits are the code', async () => {
    await claims(town, owner, rina)
    await town.say(owner, 'Kirim kode')
    const [mail] = town.mails
    expect(mail?.text.match(/\d+/g)).toEqual([town.code])
    expect(town.code).toHaveLength(8)
    expect(mail?.subject).not.toMatch(/\d/)
    for (const words of ['R•••', 'Reset passphrase', 'sepuluh menit', 'Bukan Anda yang meminta?', 'ten minutes'])
      expect(mail?.text).toContain(words)
  })

  it('hears how many tries are left, and then that the code is worth nothing', async () => {
    await claims(town, owner, rina)
    await town.say(owner, 'Kirim kode')
    await town.say(owner, '0000 0000')
    expect(town.last(owner)?.text).toContain('Sisa percobaan: 4')
    for (let n = 0; n < 4; n += 1) await town.say(owner, '00000000')
    expect(town.last(owner)?.text).toContain('tidak berlaku lagi')
    await town.say(owner, town.code)
    expect(proofOf(await town.caseOf(owner))).toBe('none')
    await town.say(owner, 'Kirim ulang')
    await town.say(owner, town.code)
    expect(proofOf(await town.caseOf(owner))).toBe('code')
  })

  it('hears that a code is too old', async () => {
    await claims(town, owner, rina)
    await town.say(owner, 'Kirim kode')
    clock.pass(10 * 60_000)
    await town.say(owner, town.code)
    expect(town.last(owner)?.text).toContain('lewat 10 menit')
  })

  it('is not warned of a secret for the code that it was asked for, however it is told', async () => {
    await claims(town, owner, rina)
    await town.say(owner, 'Kirim kode')
    await town.say(owner, `kode saya ${town.code}`)
    expect(town.wordsTo(owner)).not.toContain('kami hapus')
    expect(proofOf(await town.caseOf(owner))).toBe('code')
  })

  it('is warned of any other code, also of eight digits when none was asked for', async () => {
    await claims(town, owner, rina)
    await town.say(owner, 'kode saya 12345678')
    expect(town.last(owner)?.text).toContain('email dinas yang tercatat')
    expect(town.heard.get(owner)?.at(-2)?.text).toMatch(/OTP|kode/)
    expect(town.wordsTo(owner)).not.toContain('sedang diperiksa')
  })

  it.each([
    ['Email dinas belum aktif', 'no-mailbox', 'belum terbukti'],
    ['Saya pegawai baru', 'newcomer', 'SK'],
    ['Lanjut tanpa kode', 'later', 'belum terbukti'],
  ])('goes on without a code: %s', async (label, waived, words) => {
    await claims(town, owner, rina)
    await town.say(owner, label)
    expect(town.wordsTo(owner)).toContain(words)
    expect(town.last(owner)?.text).toContain('alamat email dinas')
    await submits(town, owner, rina)
    expect(await town.caseOf(owner)).toMatchObject({ status: 'submitted', waived, proof: null })
    expect(town.mails).toEqual([])
  })

  it('may still prove it after it was sent, from the panel', async () => {
    await claims(town, owner, rina)
    await town.say(owner, 'Lanjut tanpa kode')
    await submits(town, owner, rina)
    await town.say(owner, '/lanjut')
    await town.say(owner, 'Buktikan identitas')
    await town.say(owner, 'Kirim kode')
    await town.say(owner, town.code)
    expect(proofOf(await town.caseOf(owner))).toBe('code')
  })

  it('asks anew when the number changes: a proof is about one person', async () => {
    await claims(town, owner, rina)
    await town.say(owner, 'Kirim kode')
    await town.say(owner, town.code)
    await town.says(owner, 'kembali', 'kembali', bambang.nip)
    expect(proofOf(await town.caseOf(owner))).toBe('none')
    expect(town.last(owner)?.text).toContain('email dinas yang tercatat')
  })

  it('asks no code for a reactivation, a lost authenticator and a question', async () => {
    for (const [who, procedure] of [
      [31, 'reactivation'],
      [32, 'lost-authenticator'],
    ] as const) {
      await town.says(who, `v1:${procedure}`, 'tidak ada', rina.name, 'PNS', rina.nip, rina.nik)
      expect(town.last(who)?.text).toContain('alamat email dinas')
    }
    await town.says(33, 'v1:question', rina.name, rina.email)
    expect(town.wordsTo(33)).not.toContain('Kirim kode')
  })
})

describe('a second chat of the same person', () => {
  it('takes the place of the first after its code, which the first, the mailbox and the verifiers hear', async () => {
    await prove(owner)
    await prove(stranger)
    expect(town.wordsTo(owner)).toContain('Bukan Anda? Segera hubungi verifikator Pemda DIY')
    const notice = town.mails.find(({ subject }) => subject.includes('obrolan Telegram lain'))
    expect(notice).toMatchObject({ to: rina.email })
    const c = await town.caseOf(stranger)
    expect(c.proof?.coolsUntil).toBe(new Date(Date.parse(clock.now()) + 86_400_000).toISOString())
    expect((await town.caseOf(owner)).proof?.coolsUntil).toBeNull()
    const told = await town.ports.ledger.history(c.id)
    expect(told.map(({ type }) => type)).toContain('proved')
  })

  it('waits a day before anything goes on, unless the verifier met the person', async () => {
    await prove(owner)
    await prove(stranger)
    await submits(town, stranger, rina)
    const c = await town.caseOf(stranger)
    const outcome = { type: 'settle', outcome: 'link-sent' } as const
    await town.verifier(c, { type: 'claim' })
    expect(await town.verifier(c, outcome)).toMatchObject({ refused: 'cooling-down' })
    clock.pass(86_400_000)
    await town.work()
    await town.verifier(c, { type: 'claim' })
    expect(await town.verifier(c, outcome)).toMatchObject({ status: 'awaiting-requester' })
  })

  const settle = { type: 'settle', outcome: 'link-sent' } as const
  const day = 86_400_000

  /** Another service, so that the same chat proves once more. */
  async function proveAnew(who: number): Promise<void> {
    await town.says(who, 'v1:issuance', rina.name, 'PNS', rina.nip, rina.nik, 'Kirim kode')
    await town.say(who, town.code)
  }

  it('gets nothing any more once the owner took their place back, until the verifier met the person', async () => {
    await prove(owner)
    await prove(stranger)
    await submits(town, stranger, rina)
    const c = await town.caseOf(stranger)
    await proveAnew(owner)
    expect((await town.caseOf(stranger)).proof).toEqual(c.proof)
    clock.pass(2 * day)
    await town.verifier(c, { type: 'claim' })
    expect(await town.verifier(c, settle)).toMatchObject({ refused: 'cooling-down' })
    await town.verifier(c, { type: 'confirm-meeting' })
    expect(await town.verifier(c, settle)).toMatchObject({ status: 'awaiting-requester' })
  })

  it('waits a whole day again with an older case when it takes the place another time', async () => {
    await prove(owner)
    await prove(stranger)
    await submits(town, stranger, rina)
    const c = await town.caseOf(stranger)
    await proveAnew(owner)
    clock.pass(day)
    await proveAnew(stranger)
    await town.verifier(c, { type: 'claim' })
    expect(await town.verifier(c, settle)).toMatchObject({ refused: 'cooling-down' })
    clock.pass(day)
    await town.work()
    await town.verifier(c, { type: 'claim' })
    expect(await town.verifier(c, settle)).toMatchObject({ status: 'awaiting-requester' })
  })

  it('waits after a call that was made before the house knew of the other chat', async () => {
    await claims(town, stranger, rina)
    await town.say(stranger, 'Lanjut tanpa kode')
    await submits(town, stranger, rina)
    await prove(owner)
    const c = await town.caseOf(stranger)
    expect(c.roster).not.toHaveProperty('isBoundElsewhere')
    await town.verifier(c, { type: 'claim' }, { type: 'start-call', words: ['sungai', 'melati'] })
    await town.verifier(c, { type: 'confirm-call', words: 'sungai melati', numberFrom: 'roster' })
    expect(await town.verifier(c, settle)).toMatchObject({ refused: 'cooling-down' })
    clock.pass(day)
    await town.work()
    await town.verifier(c, { type: 'claim' })
    expect(await town.verifier(c, settle)).toMatchObject({ status: 'awaiting-requester' })
  })

  it('is not settled in the moment between the call and the look at whose the person is', async () => {
    await claims(town, stranger, rina)
    await town.say(stranger, 'Lanjut tanpa kode')
    await submits(town, stranger, rina)
    await prove(owner)
    const c = await town.caseOf(stranger)
    await town.verifier(c, { type: 'claim' }, { type: 'start-call', words: ['sungai', 'melati'] })
    const called = { type: 'confirm-call', words: 'sungai melati', numberFrom: 'roster' } as const
    expect(await town.verifier(c, called, settle)).toMatchObject({ refused: 'cooling-down' })
    expect((await town.caseOf(stranger)).settled).toBeNull()
  })

  it('need not wait once the verifier met the person', async () => {
    await prove(owner)
    await prove(stranger)
    await submits(town, stranger, rina)
    const c = await town.caseOf(stranger)
    await town.verifier(c, { type: 'claim' }, { type: 'confirm-meeting' })
    expect(await town.verifier(c, { type: 'settle', outcome: 'link-sent' })).toMatchObject({
      status: 'awaiting-requester',
    })
  })

  it('waits after a call as well: a stolen phone can be answered; only a meeting ends it', async () => {
    await prove(owner)
    await town.says(stranger, 'v1:lost-authenticator', 'tidak ada', rina.name, 'PNS', rina.nip, rina.nik, rina.email)
    await town.says(stranger, '081234567890', rina.unit, rina.position, 'HP hilang', 'tidak tahu', 'Setuju dan kirim')
    const c = await town.caseOf(stranger)
    expect(c.roster).toMatchObject({ isBoundElsewhere: true })
    const verdicts = itemsOf(c).map((item) => ({ item, ok: true }))
    await town.verifier(
      c,
      { type: 'claim' },
      { type: 'judge', verdicts },
      { type: 'start-call', words: ['sungai', 'melati'] },
    )
    await town.verifier(c, { type: 'confirm-call', words: 'sungai melati', numberFrom: 'roster' })
    expect(town.wordsTo(owner)).toContain('menggantikan obrolan ini')
    const legalise = { type: 'legalise', formSha256: 'f', statement: 's' } as const
    expect(await town.verifier(c, legalise)).toMatchObject({ refused: 'cooling-down' })
    await town.verifier(c, { type: 'confirm-meeting' })
    expect(await town.verifier(c, legalise)).toMatchObject({ status: 'legalised' })
  })
})

describe('rivals', () => {
  it('know of each other, and forget who is over', async () => {
    for (const who of [owner, stranger]) {
      await claims(town, who, rina)
      await town.say(who, 'Lanjut tanpa kode')
      await submits(town, who, rina)
    }
    const [mine, theirs] = [await town.caseOf(owner), await town.caseOf(stranger)]
    expect([mine.rivals, theirs.rivals]).toEqual([
      [{ number: theirs.number, isProved: false }],
      [{ number: mine.number, isProved: false }],
    ])
    await town.verifier(theirs, { type: 'claim' }, { type: 'confirm-meeting' })
    expect((await town.caseOf(owner)).rivals).toEqual([{ number: theirs.number, isProved: true }])
    await town.verifier(theirs, { type: 'reject', reason: 'R22' })
    expect((await town.caseOf(owner)).rivals).toEqual([])
  })

  it('are the proved ones first, whatever crowd claims the same', async () => {
    for (let who = 100; who < 112; who += 1) {
      await claims(town, who, rina)
      await town.say(who, 'Lanjut tanpa kode')
      await submits(town, who, rina)
      clock.pass(1000)
    }
    await prove(owner)
    await submits(town, owner, rina)
    const { rivals } = await town.caseOf(100)
    expect(rivals).toHaveLength(10)
    expect(rivals[0]).toEqual({ number: (await town.caseOf(owner)).number, isProved: true })
  })
})
