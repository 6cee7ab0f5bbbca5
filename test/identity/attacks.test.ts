import { beforeEach, describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { itemsOf } from '../../core/case/items.ts'
import { identityWorks } from '../../core/handling/identity-work.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import { codeRules } from '../../core/identity/code.ts'
import { proofOf } from '../../core/identity/proof.ts'
import { TestClock } from '../prisma/stores.ts'
import { bambang, claims, rina, submits, Town } from './town.ts'

const [owner, attacker] = [11, 22]
let town: Town
let clock: TestClock
beforeEach(async () => {
  clock = new TestClock()
  town = await new Town(clock).settle(rina, bambang)
})

/** The owner's own case, proved and sent. */
async function ownersCase(): Promise<Case> {
  await claims(town, owner, rina)
  await town.says(owner, 'Kirim kode', town.code)
  await town.say(owner, town.code)
  await submits(town, owner, rina)
  return town.caseOf(owner)
}

/** A change of mail or phone, answered in the owner's name and sent. */
async function attackersChange(kind: 'mail' | 'phone', hasMailbox: boolean): Promise<Case> {
  await town.say(attacker, 'v1:data-change')
  await town.say(attacker, kind === 'mail' ? 'email' : 'HP')
  await town.say(attacker, town.last(attacker)?.labels[0] ?? '')
  await town.says(attacker, 'tidak ada', rina.name, 'PNS', rina.nip, rina.nik)
  await prove(hasMailbox)
  await town.says(attacker, rina.email, '081234567890', rina.unit, rina.position)
  await town.say(attacker, kind === 'mail' ? 'rina.w@jogjaprov.go.id' : '089999999999')
  await town.says(attacker, 'ingin ganti', 'Setuju dan kirim')
  return town.caseOf(attacker)
}

async function prove(hasMailbox: boolean): Promise<void> {
  if (!hasMailbox) return town.say(attacker, 'Lanjut tanpa kode')
  await town.say(attacker, 'Kirim kode')
  await town.say(attacker, town.code)
}

/** A verifier who finds everything right tries to let the case go on. */
async function letThrough(c: Case) {
  const verdicts = itemsOf(c).map((item) => ({ item, ok: true }))
  await town.verifier(c, { type: 'claim' }, { type: 'judge', verdicts })
  const legalise = { type: 'legalise', formSha256: 'f', statement: 's' } as const
  return town.verifier(c, c.procedure === 'data-change' ? legalise : { type: 'settle', outcome: 'link-sent' })
}

describe.each([
  ['who knows the owner’s NIP', false],
  ['who has the owner’s mailbox as well', true],
] as const)('an attacker %s', (_, hasMailbox) => {
  it.each(['mail', 'phone'] as const)(
    'cannot change the %s: nobody was called on the number on record',
    async (kind) => {
      const c = await attackersChange(kind, hasMailbox)
      expect(c).toMatchObject({ status: 'submitted', procedure: 'data-change' })
      expect(proofOf(c)).toBe(hasMailbox ? 'code' : 'none')
      expect(await letThrough(c)).toMatchObject({ refused: 'identity-missing' })
    },
  )

  it('cannot block the owner’s case, which goes on, after a call at the most', async () => {
    const mine = await ownersCase()
    await claims(town, attacker, rina)
    await prove(hasMailbox)
    await submits(town, attacker, rina)
    const theirs = await town.caseOf(attacker)
    const after = await town.caseOf(owner)
    expect(after).toMatchObject({ status: 'submitted', isFrozen: false, proof: mine.proof })
    expect(after.rivals).toEqual([{ number: theirs.number, isProved: hasMailbox }])
    if (hasMailbox) {
      expect(await letThrough(mine)).toMatchObject({ refused: 'identity-missing' })
      await town.verifier(mine, { type: 'confirm-meeting' })
      expect(await town.verifier(mine, { type: 'settle', outcome: 'link-sent' })).toMatchObject({
        status: 'awaiting-requester',
      })
    } else expect(await letThrough(mine)).toMatchObject({ status: 'awaiting-requester' })
  })

  it('cannot keep the owner from beginning, after they were there first', async () => {
    await claims(town, attacker, rina)
    await prove(hasMailbox)
    await submits(town, attacker, rina)
    const mine = await ownersCase()
    expect(mine).toMatchObject({ status: 'submitted' })
    expect(proofOf(mine)).toBe('code')
    await town.verifier(mine, { type: 'claim' }, { type: 'confirm-meeting' })
    expect(await town.verifier(mine, { type: 'settle', outcome: 'link-sent' })).toMatchObject({
      status: 'awaiting-requester',
    })
  })

  it('cannot use up the owner’s codes or guesses', async () => {
    await claims(town, attacker, rina)
    await town.say(attacker, 'Kirim kode')
    for (let n = 0; n < 2 * codeRules.triesMax; n += 1) await town.say(attacker, '00000000')
    for (let n = 0; n < 2 * codeRules.asksMax; n += 1) await town.say(attacker, 'Kirim ulang')
    expect(town.wordsTo(attacker)).toContain('sudah meminta 5 kode')
    expect(town.mails).toHaveLength(codeRules.asksMax)
    expect(proofOf(await ownersCase())).toBe('code')
  })

  it('gets nothing legalised or settled in the owner’s name', async () => {
    if (hasMailbox) await ownersCase()
    await claims(town, attacker, rina)
    await prove(hasMailbox)
    await submits(town, attacker, rina)
    const theirs = await town.caseOf(attacker)
    expect(await letThrough(theirs)).toMatchObject({ refused: 'identity-missing' })
    await town.say(attacker, '/start')
    await town.says(attacker, 'v1:lost-authenticator', 'tidak ada', rina.name, 'PNS', rina.nip, rina.nik, rina.email)
    await town.says(attacker, '081234567890', rina.unit, rina.position, 'HP hilang', 'tidak tahu', 'Setuju dan kirim')
    const lost = await town.caseOf(attacker)
    expect(lost).toMatchObject({ status: 'submitted', procedure: 'lost-authenticator', proof: null })
    const verdicts = itemsOf(lost).map((item) => ({ item, ok: true }))
    await town.verifier(lost, { type: 'claim' }, { type: 'judge', verdicts })
    const legalise = { type: 'legalise', formSha256: 'f', statement: 's' } as const
    expect(await town.verifier(lost, legalise)).toMatchObject({ refused: 'identity-missing' })
  })

  it('learns nothing that only the roster knows', async () => {
    await claims(town, attacker, { ...rina, name: 'Siapa Saja' })
    await prove(hasMailbox)
    await submits(town, attacker, { ...rina, email: 'siapa@jogjaprov.go.id', unit: 'Umum', position: 'Staf' })
    const told = town.wordsTo(attacker)
    for (const secret of [rina.email, rina.phone, rina.name, rina.unit, rina.position])
      expect(told).not.toContain(secret)
  })
})

describe('a code', () => {
  it('for somebody who is in no roster cannot be guessed, not even by chance', async () => {
    const stranger = { ...rina, nip: '197001011995031001', nik: '3404010101700001' }
    await claims(town, attacker, stranger)
    await town.say(attacker, 'Kirim kode')
    // The digits that would have been mailed to somebody known.
    await town.say(attacker, '07654321')
    expect(town.last(attacker)?.text).toContain('Sisa percobaan: 4')
    expect(proofOf(await town.caseOf(attacker))).toBe('none')
    await claims(town, owner, rina)
    await town.say(owner, 'Kirim kode')
    expect(town.code).toBe('15308642')
  })

  it('that is asked for twice leaves in two mails, neither of which waits for the other', async () => {
    await claims(town, attacker, rina)
    const c = await town.caseOf(attacker)
    // All that this work reads of its row.
    const item = (dedup: string) => ({ dedup }) as OutboxItem
    for (const dedup of ['first', 'second']) await identityWorks['send-code'](town.ports, c, item(dedup))
    const claimed = await town.ports.outbox.claim('bulk', 50, clock.now(), 60_000)
    expect(claimed.map(({ dedup }) => dedup)).toEqual(['first:code-mail', 'second:code-mail'])
  })

  it('of another chat is no code here, however right', async () => {
    await claims(town, owner, rina)
    await town.say(owner, 'Kirim kode')
    const { code } = town
    await claims(town, attacker, rina)
    await town.say(attacker, code)
    expect(town.last(attacker)?.text).toContain('Kode hanya berlaku di obrolan yang memintanya')
    expect(proofOf(await town.caseOf(attacker))).toBe('none')
    await town.say(owner, code)
    expect(proofOf(await town.caseOf(owner))).toBe('code')
  })

  it('for one’s own number proves nothing about another one that is claimed by then', async () => {
    await claims(town, attacker, bambang)
    await town.say(attacker, 'Kirim kode')
    const { code } = town
    await town.says(attacker, 'kembali', 'kembali', rina.nip, code)
    expect(proofOf(await town.caseOf(attacker))).toBe('none')
  })

  it('asked for in another’s name is not sent to one’s own mailbox by changing the number meanwhile', async () => {
    await claims(town, attacker, rina)
    const c = await town.caseOf(attacker)
    town.beforeMail = async () => {
      town.beforeMail = async () => {}
      const said = { type: 'answer', item: 'nip', said: bambang.nip } as const
      const { Casework } = await import('../../core/handling/casework.ts')
      const now = await town.ports.ledger.caseById(c.id)
      const casework = new Casework(now === undefined ? [] : [now], town.ports.agencies, clock.now())
      casework.give(c.id, said, { role: 'requester', chat: c.requester })
      await town.ports.ledger.commit([casework.harvest(town.ports)])
    }
    await town.say(attacker, 'Kirim kode')
    expect((await town.caseOf(attacker)).answers.nip).toBe(bambang.nip)
    expect(town.mails).toEqual([])
  })

  it('lets of fifty that are typed at once no more count than one code has tries', async () => {
    await claims(town, attacker, rina)
    await town.say(attacker, 'Kirim kode')
    const c = await town.caseOf(attacker)
    const subject = { kind: 'nip', value: rina.nip } as const
    const guesses = Array.from({ length: 50 }, (_, n) =>
      town.ports.identities.guess({
        key: `guess-${n}`,
        chat: c.requester,
        caseId: c.id,
        subject,
        digits: String(n).padStart(8, '0'),
        at: clock.now(),
      }),
    )
    const counted = (await Promise.all(guesses)).filter(({ is }) => is === 'wrong')
    expect(counted).toHaveLength(codeRules.triesMax - 1)
    await town.say(attacker, town.code)
    expect(town.last(attacker)?.text).toContain('tidak berlaku lagi')
  })
})
