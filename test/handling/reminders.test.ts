import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Agency } from '../../core/agency/agency.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import { perform } from '../../core/handling/perform.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { remind } from '../../core/handling/remind.ts'
import { at, dewi, requester, Story, sari, system } from '../case/given.ts'
import { houseWith, later } from './clock-house.ts'

const night = later(14)

/** The house in which a case was sent just now, all that follows from that said. */
async function submitted(story = new Story().filled(), agency: Partial<Agency> = {}, when = at) {
  const its = await houseWith(story, agency, when)
  await its.do({ type: 'submit', consent: { version: '2026-11', textSha256: 'a'.repeat(64) } }, requester)
  await its.at(when)
  return its
}

describe('a target of eight hours', () => {
  it('shows on the card at half, interrupts at four fifths and when it is used up, and is escalated a day later', async () => {
    const its = await submitted()
    expect(await its.at(later(3.9))).toEqual([])
    expect(await its.at(later(4))).toEqual(['card slack:C0VERIF'])
    expect(await its.at(later(6.4))).toEqual([
      'card slack:C0VERIF',
      'staff-mail due-soon mail:sari',
      'staff-notice due-soon slack:C0VERIF',
    ])
    // Tuesday, 09.00.
    expect((await its.at(later(24))).toSorted()).toEqual([
      'card slack:C0VERIF',
      'panel chat:chat-1',
      'staff-mail overdue mail:sari',
      'staff-notice overdue slack:C0VERIF',
    ])
    expect((await its.at(later(48))).toSorted()).toEqual([
      'card slack:C0VERIF',
      'panel chat:chat-1',
      'staff-mail escalated mail:agus',
      'staff-mail escalated mail:dewi',
      'staff-mail escalated mail:sari',
      'staff-notice escalated slack:C0VERIF',
    ])
    expect(await its.at(later(24 * 30))).toEqual([])
  })

  it('is of other percents and escalated sooner, to the fallback verifier too, as the agency wants', async () => {
    const its = await submitted(undefined, {
      remindAtPercent: [100],
      escalateAfterHours: 1,
      fallbackVerifier: 'WATI@slemankab.go.id',
    })
    expect(await its.at(later(23))).toEqual([])
    expect(await its.at(later(24))).toContain('staff-mail overdue mail:sari')
    expect(await its.at(later(25))).toContain('staff-mail escalated mail:wati')
  })

  it('says only the last word after a time in which nobody was at work here', async () => {
    const its = await submitted()
    const said = await its.at(later(25))
    expect(said.filter((one) => one.startsWith('staff-mail'))).toEqual(['staff-mail overdue mail:sari'])
  })

  it('has no reminders any more once somebody else has the case', async () => {
    const its = await submitted()
    await its.do({ type: 'claim' }, sari)
    const story = await its.ports.ledger.caseById(its.story.id)
    expect(story?.status).toBe('in-review')
    await its.do({ type: 'reject', reason: 'R22' }, sari)
    await its.at(later(1))
    expect((await its.at(later(200))).filter((one) => one.startsWith('staff'))).toEqual([])
  })
})

describe('whoever has the case', () => {
  it('is an agent: agents hear, verifiers see it on their card', async () => {
    const its = await houseWith(new Story().legalised().when({ type: 'prepare', dossierSha256: 'd' }, system))
    await perform(its.ports, its.story.id, [{ type: 'send', channels: ['desk'] }], 'house')
    await its.at(at)
    const said = await its.at('2026-11-25T02:00:00.000Z')
    expect(said.filter((one) => one.startsWith('staff'))).toEqual(['staff-mail overdue mail:dewi'])
  })

  it('is the person in charge: verifiers are asked to remind them', async () => {
    const story = new Story('data-change').when({ type: 'answer', item: 'changeKind', said: 'registered-elsewhere' })
    const c = { ...story.case, status: 'awaiting-signature' as const, submittedAt: at, dueSince: at, dueAt: later(8) }
    const its = await houseWith(story)
    const ports: Ports = { ...its.ports, now: () => later(6.4) }
    const payload = { dueAt: later(8), saidUntil: at }
    const told = async (signedForm: null | object) => {
      const dedup = randomUUID()
      await remind(ports, { ...c, signedForm } as typeof c, { dedup, payload } as unknown as OutboxItem)
      const [row] = await its.ports.outbox.claim('work', 1, later(6.4), 60_000)
      await its.ports.outbox.settle([{ id: row?.id ?? 0, state: 'sent' }])
      return row?.payload
    }
    expect(await told(null)).toEqual({ code: 'unsigned' })
    // It came back: now it is the verifier's turn.
    expect(await told({ from: 'person-in-charge' })).toEqual({ code: 'due-soon' })
  })

  it('is the requester: no clock of others runs', async () => {
    const its = await houseWith(new Story().claimed().judged(['nik']))
    await its.do({ type: 'return' }, sari)
    await its.at(at)
    expect((await its.at(later(24 * 20))).filter((one) => one.startsWith('staff'))).toEqual([])
  })
})

describe('staff outside office hours', () => {
  it('hears of a new case in the morning', async () => {
    const its = await submitted(undefined, {}, night)
    expect(await its.at(later(22.9))).toEqual([])
    expect(await its.at(later(23))).toEqual(['staff-mail arrived mail:sari'])
  })

  it('hears nothing in the morning of what was taken back at night', async () => {
    const its = await submitted(undefined, {}, night)
    await its.do({ type: 'cancel' }, requester)
    const said = await its.at(later(23))
    expect(said.filter((one) => one.startsWith('staff'))).toEqual(['staff-mail cancelled mail:sari'])
  })

  it('hears of a loss at once, and of its target by the clock', async () => {
    const story = new Story('revocation').when({ type: 'answer', item: 'revocationReason', said: 'loss' }).filled()
    const its = await houseWith(story, {}, night)
    await its.do({ type: 'submit', consent: { version: '2026-11', textSha256: 'a'.repeat(64) } }, requester)
    expect(await its.at(night)).toContain('staff-notice loss slack:C0VERIF')
    expect(await its.at(later(15))).toContain('staff-notice overdue slack:C0VERIF')
  })

  it('hears at once where the agency wants it so', async () => {
    const its = await houseWith(new Story().filled(), { staffNotices: 'always' }, night)
    await its.do({ type: 'submit', consent: { version: '2026-11', textSha256: 'a'.repeat(64) } }, requester)
    expect(await its.at(night)).toContain('staff-mail arrived mail:sari')
  })
})

describe('a requester at night', () => {
  it('is told in the morning what verifiers did, while everything else of the chat goes on', async () => {
    const its = await houseWith(new Story().claimed().judged(['nik']), {}, night)
    await its.do({ type: 'return' }, sari)
    expect(await its.at(night)).toEqual(['panel chat:chat-1', 'card slack:C0VERIF'])
    expect(await its.at(later(20.9))).toEqual([])
    expect(await its.at(later(21))).toEqual(['notice returned chat:chat-1'])
  })

  it('is answered at once while they act themselves', async () => {
    const its = await houseWith(new Story().filled(), {}, night)
    await its.do({ type: 'submit', consent: { version: '2026-11', textSha256: 'a'.repeat(64) } }, requester)
    expect(await its.at(night)).toContain('notice submitted chat:chat-1')
  })

  it('is shown the words of a call at once, and told at once where no hours are quiet', async () => {
    const its = await houseWith(new Story().claimed(), {}, night)
    await its.do({ type: 'start-call', words: ['sungai', 'melati'] }, sari)
    expect(await its.at(night)).toContain('notice call-words chat:chat-1')
    const loud = await houseWith(new Story().sent(), { quietHours: { fromHour: 0, untilHour: 0 } }, night)
    await loud.do({ type: 'take' }, dewi)
    await loud.do({ type: 'approve' }, dewi)
    expect(await loud.at(night)).toContain('notice approved chat:chat-1')
  })
})
