import { describe, expect, it } from 'vitest'
import type { Actor } from '../../core/case/actor.ts'
import { fold } from '../../core/case/evolve.ts'
import { announce } from '../../core/message/announce.ts'
import { at, dewi, requester, Story, sari, system } from './given.ts'

const eko: Actor = { role: 'agent', id: 'eko', name: 'Eko', agencies: ['diy'] }
const minutes = (n: number): string => new Date(Date.parse(at) + n * 60_000).toISOString()
const taken = () => new Story().sent().when({ type: 'take' }, dewi)
/** What the last thing that happened owes. */
const owedBy = ({ events }: Story) => announce(fold(events.slice(0, -1)), fold(events)!, events.slice(-1))

describe('a case in an agent’s hands', () => {
  it('is theirs for twenty minutes', () => {
    expect(owedBy(taken())).toContainEqual({ to: 'house', what: 'lease', at: minutes(20) })
  })

  it('is taken by nobody else without a reason', () => {
    expect(taken().try({ type: 'take' }, eko)).toEqual({ refused: 'held-by-other', detail: { name: 'Dewi' } })
    expect(taken().try({ type: 'take', reason: 'ya' }, eko)).toMatchObject({ refused: 'reason-too-short' })
    expect(taken().try({ type: 'take', reason: 'x'.repeat(1001) }, eko)).toMatchObject({ refused: 'words-too-long' })
    expect(taken().try({ type: 'take', reason: 'OTP-nya 482913' }, eko)).toMatchObject({ refused: 'secret-inside' })
  })

  it('is taken over with a reason that only staff reads, and whoever had it is told', () => {
    const story = taken().when({ type: 'take', reason: ' Dewi rapat ' }, eko)
    expect(story.case.agent).toEqual({ id: 'eko', name: 'Eko' })
    expect(story.events.at(-1)).toMatchObject({ from: 'dewi', secret: { reason: 'Dewi rapat' } })
    expect(owedBy(story)).toContainEqual({ to: 'house', what: 'tell-colleague', staffId: 'dewi', code: 'relieved' })
    expect(owedBy(story).filter(({ to }) => to === 'requester')).toEqual([])
  })

  it('is nobody’s to take over who is its requester, has another part in it, or is of another agency', () => {
    const take = { type: 'take', reason: 'Dewi rapat' } as const
    expect(taken().try(take, { ...eko, isRequester: true })).toMatchObject({ refused: 'own-case' })
    expect(taken().try(take, { ...eko, otherPart: 'verifier' })).toMatchObject({ refused: 'other-part' })
    expect(taken().try(take, { ...eko, agencies: ['bantul'] })).toMatchObject({ refused: 'not-yours' })
    expect(taken().try(take, sari)).toMatchObject({ refused: 'not-yours' })
  })

  it('raises the decision when it changes hands, so that nobody acts on an older picture', () => {
    const before = taken()
    const seen = before.case.decision
    const story = before.when({ type: 'take', reason: 'Dewi rapat' }, eko)
    expect(story.try({ type: 'approve', seen }, eko)).toMatchObject({ refused: 'changed' })
    expect(story.try({ type: 'approve' }, dewi)).toMatchObject({ refused: 'held-by-other' })
  })

  it('is assigned by its holder, or by anybody while nobody has it; not over somebody’s head', () => {
    const to = { id: 'eko', name: 'Eko' }
    expect(taken().when({ type: 'assign', to }, dewi).case.agent).toEqual(to)
    expect(new Story().sent().when({ type: 'assign', to }, dewi).case.agent).toEqual(to)
    const others = taken().when({ type: 'assign', to }, dewi)
    expect(others.try({ type: 'assign', to: { id: 'dewi', name: 'Dewi' } }, dewi)).toMatchObject({
      refused: 'held-by-other',
    })
    expect(owedBy(others)).toContainEqual({ to: 'house', what: 'tell-colleague', staffId: 'eko', code: 'assigned' })
  })
})

describe('a case that was put aside', () => {
  const snoozed = () => taken().when({ type: 'snooze', span: 'day', why: 'bsre' }, dewi)

  it('stays in its agent’s hands, says until when, and rings then', () => {
    expect(snoozed().case).toMatchObject({ agent: { id: 'dewi' }, snooze: { until: minutes(24 * 60), why: 'bsre' } })
    expect(owedBy(snoozed())).toContainEqual({ to: 'house', what: 'wake', at: minutes(24 * 60) })
  })

  it('is put aside by nobody but its holder', () => {
    expect(taken().try({ type: 'snooze', span: 'day', why: 'later' }, eko)).toMatchObject({ refused: 'held-by-other' })
    expect(new Story().sent().try({ type: 'snooze', span: 'day', why: 'later' }, dewi)).toMatchObject({
      refused: 'held-by-other',
    })
  })

  it('keeps its due time: nobody gains time by putting aside', () => {
    expect(snoozed().case.dueAt).toBe(taken().case.dueAt)
  })

  it('comes back as soon as its requester writes, and begins a new lease', () => {
    const story = snoozed().when({ type: 'write', text: 'Bagaimana kelanjutannya?' }, requester)
    expect(story.case.snooze).toBeNull()
    expect(story.events.slice(-2).map(({ type }) => type)).toEqual(['wrote', 'woken'])
    expect(owedBy(story)).toContainEqual({ to: 'house', what: 'lease', at: minutes(20) })
  })

  it('is at hand again once it moves on or changes hands', () => {
    expect(snoozed().when({ type: 'approve' }, dewi).case.snooze).toBeNull()
    expect(snoozed().when({ type: 'put-back' }, dewi).case.snooze).toBeNull()
    expect(snoozed().when({ type: 'take', reason: 'Dewi cuti' }, eko).case.snooze).toBeNull()
  })

  it('wakes once: a second ring finds nothing', () => {
    const story = snoozed().when({ type: 'wake', because: 'time' }, system)
    expect(story.events.at(-1)).toMatchObject({ type: 'woken', because: 'time' })
    const { length } = story.events
    expect(story.when({ type: 'wake', because: 'time' }, system).events).toHaveLength(length)
  })
})

describe('a call for help', () => {
  it('marks the case urgent, and its words stay with the staff', () => {
    const story = taken().when({ type: 'escalate', text: 'BSrE tidak menjawab sejak kemarin' }, dewi)
    expect(story.case.isUrgent).toBe(true)
    expect(owedBy(story).filter(({ to }) => to === 'requester')).toEqual([])
    expect(owedBy(story)).toContainEqual({ to: 'house', what: 'call-for-help' })
  })

  it('comes from whoever holds the case, with words', () => {
    expect(taken().try({ type: 'escalate', text: 'Tolong dibantu' }, eko)).toMatchObject({ refused: 'held-by-other' })
    expect(taken().try({ type: 'escalate', text: '' }, dewi)).toMatchObject({ refused: 'reason-too-short' })
    expect(new Story().claimed().try({ type: 'escalate', text: 'NIK tidak terbaca' }, dewi)).toMatchObject({
      refused: 'not-now',
    })
    expect(new Story().claimed().when({ type: 'escalate', text: 'NIK tidak terbaca' }, sari).case.isUrgent).toBe(true)
  })
})

describe('cases that belong together', () => {
  const other = 'PANDU-2026-000002-V'

  it('name each other once, and never themselves', () => {
    const story = taken().when({ type: 'link', to: other }, dewi).when({ type: 'link', to: other }, dewi)
    expect(story.case.links).toEqual([other])
    expect(story.when({ type: 'link', to: story.case.number }, dewi).case.links).toEqual([other])
    expect(story.events.filter(({ type }) => type === 'linked')).toHaveLength(1)
  })

  it('are twenty at the most', () => {
    const story = taken()
    for (let n = 1; n <= 20; n += 1) story.when({ type: 'link', to: `PANDU-2026-${n + 100}` }, dewi)
    expect(story.try({ type: 'link', to: other }, dewi)).toMatchObject({ refused: 'too-many-links' })
  })

  it('end as one: the duplicate is over, its clock stands, and its requester is told where it goes on', () => {
    const story = taken().when({ type: 'merge', into: other }, dewi)
    expect(story.case).toMatchObject({
      status: 'cancelled',
      ending: { reason: 'merged', note: other },
      dueAt: null,
    })
    expect(owedBy(story)).toContainEqual({ to: 'requester', what: 'notice', code: 'merged', detail: { into: other } })
    expect(owedBy(story)).toContainEqual({ to: 'house', what: 'link-back', number: other })
  })

  it('are merged by their holder alone, into another one', () => {
    expect(taken().try({ type: 'merge', into: other }, eko)).toMatchObject({ refused: 'held-by-other' })
    expect(taken().try({ type: 'merge', into: taken().case.number }, dewi)).toMatchObject({ refused: 'same-case' })
    expect(taken().try({ type: 'merge', into: other }, requester)).toMatchObject({ refused: 'not-yours' })
  })
})

describe('a reply', () => {
  it('is not sent past words that its writer did not have before them', () => {
    const story = taken().when({ type: 'write', text: 'Sudah saya terima' }, requester)
    expect(story.try({ type: 'reply', text: 'Baik, terima kasih', said: 0 }, dewi)).toMatchObject({
      refused: 'said-meanwhile',
    })
    expect(story.when({ type: 'reply', text: 'Baik, terima kasih', said: 1 }, dewi).case.talk?.replies).toBe(1)
  })

  it('pressed twice is sent once', () => {
    const story = taken()
    const reply = { type: 'reply', text: 'Mohon ditunggu', said: 0 } as const
    expect(story.when(reply, dewi).try(reply, dewi)).toMatchObject({ refused: 'said-meanwhile' })
  })
})
