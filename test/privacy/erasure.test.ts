import { describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { requestNumber, whyKept } from '../../core/privacy/erasure.ts'
import { type KeptCase, overdueOf, retentionDays } from '../../core/privacy/retention.ts'
import { at, dewi, diy, requester, Story } from '../case/given.ts'

const kept = (c: Case, more: Partial<KeptCase> = {}): KeptCase => ({
  case: c,
  hold: null,
  filesErasedAt: null,
  ...more,
})
const days = (count: number) => new Date(Date.parse(at) + count * 24 * 3_600_000).toISOString()
const cancelled = () => new Story().submitted().when({ type: 'cancel' }).case

describe('who may have a case erased', () => {
  it.each([
    ['a draft by its requester', new Story().filled().case, 'requester', undefined],
    ['an unsent case that ended', new Story().filled().when({ type: 'cancel' }).case, 'requester', undefined],
    ['a case under review', new Story().claimed().case, 'requester', 'still-open'],
    ['a case under review, by staff', new Story().claimed().case, 'staff', 'still-open'],
    ['a case with the contact center', new Story().sent().case, 'operator', 'still-open'],
    ['a case taken by an agent', new Story().sent().when({ type: 'take' }, dewi).case, 'staff', 'still-open'],
    ['an ended case by its requester alone', cancelled(), 'requester', 'kept-by-law'],
    ['an ended case by staff', cancelled(), 'staff', undefined],
    ['an ended case by an operator', cancelled(), 'operator', undefined],
    ['an ended case by time', cancelled(), 'house', undefined],
  ] as const)('%s: %#', (_, c, by, why) => {
    expect(whyKept(kept(c), by)).toBe(why)
  })

  it.each(['requester', 'staff', 'operator', 'house'] as const)(
    'not even a draft is erased under a legal hold by %s',
    (by) => {
      expect(whyKept(kept(new Story().case, { hold: 'audit' }), by)).toBe('on-hold')
    },
  )

  it('people speak of a request by a short number', () => {
    expect(requestNumber({ id: '5f0e3d9c-0000-4000-8000-0000000a1b2c' })).toBe('H-0A1B2C')
  })
})

describe('what is over its time', () => {
  const over = (c: Case, count: number, more: Partial<KeptCase> = {}, agencies = [diy]) =>
    overdueOf(kept(c, more), agencies, days(count))

  it('an unsent case goes with its class, a sent one first loses its files', () => {
    const draft = new Story().filled().when({ type: 'cancel' }, requester, at).case
    expect(over(draft, retentionDays.draft - 1)).toBeUndefined()
    expect(over(draft, retentionDays.draft)).toBe('draft')
    expect(over(cancelled(), retentionDays.evidence - 1)).toBeUndefined()
    expect(over(cancelled(), retentionDays.evidence)).toBe('evidence')
    expect(over(cancelled(), retentionDays.evidence, { filesErasedAt: at })).toBeUndefined()
    expect(over(cancelled(), retentionDays.case, { filesErasedAt: at })).toBe('case')
  })

  it('an open case and one on hold stay, however old', () => {
    expect(over(new Story().sent().case, 10_000)).toBeUndefined()
    expect(over(cancelled(), 10_000, { hold: 'audit' })).toBeUndefined()
  })

  it('an agency may keep for longer or shorter', () => {
    const own = [{ ...diy, retention: { evidence: 10, case: 3650 } }]
    expect(over(cancelled(), 10, {}, own)).toBe('evidence')
    expect(over(cancelled(), 3649, { filesErasedAt: at }, own)).toBeUndefined()
    expect(over(cancelled(), 3650, { filesErasedAt: at }, own)).toBe('case')
  })
})
