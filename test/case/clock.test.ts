import { describe, expect, it } from 'vitest'
import type { Agency } from '../../core/agency/agency.ts'
import { readClock } from '../../core/case/clock-reading.ts'
import { clockOf, dueAfter, usedUpAt } from '../../core/case/deadline.ts'
import { at, dewi, diy, requester, Story, sari, system } from './given.ts'

/** Hours after the beginning of every story: Monday, 23 November 2026, 09.00 WIB. */
const later = (hours: number): string => new Date(Date.parse(at) + hours * 3_600_000).toISOString()
const loss = (agencies?: readonly Agency[]) =>
  new Story('revocation', agencies).when({ type: 'answer', item: 'revocationReason', said: 'loss' })
const withTargets: Agency = { ...diy, slaTargets: { review: 4, urgent: 2 } }

describe('a target', () => {
  it('is counted in working hours, and by the clock after a loss', () => {
    const sunday = '2026-11-22T15:00:00.000Z'
    const night = { at: sunday, agencies: [diy] }
    expect(dueAfter(new Story().case, 'review', night)).toBe('2026-11-23T09:00:00.000Z')
    expect(dueAfter(loss().case, 'urgent', night)).toBe('2026-11-22T16:00:00.000Z')
    expect(clockOf(loss().case, [diy]).between(sunday, later(0))).toBe(11)
  })

  it('is the one that the agency configured', () => {
    const agencies = [withTargets]
    expect(dueAfter(new Story().case, 'review', { at, agencies })).toBe(later(4))
    expect(dueAfter(loss().case, 'urgent', { at, agencies })).toBe(later(2))
  })

  it('runs since it was set, and is over with the case', () => {
    const story = new Story().submitted()
    expect(story.case).toMatchObject({ dueSince: at, dueAt: '2026-11-24T02:00:00.000Z' })
    const { dueAt } = story.case
    expect(usedUpAt({ ...story.case, dueSince: at, dueAt: dueAt ?? '' }, 50, [diy])).toBe(later(4))
    expect(usedUpAt({ ...story.case, dueSince: at, dueAt: dueAt ?? '' }, 100, [diy])).toBe(dueAt)
    story.consulted().when({ type: 'claim' }, sari, later(1))
    expect(story.case, 'a claim sets no new one').toMatchObject({ dueSince: at, dueAt })
    story.when({ type: 'cancel' }, requester, later(2))
    expect(story.case).toMatchObject({ dueSince: null, dueAt: null })
  })
})

describe('the clock of a verifier', () => {
  const returned = (hours: number) => new Story().claimed().judged(['nik']).when({ type: 'return' }, sari, later(hours))
  const again = (story: Story, when: string) =>
    story
      .when({ type: 'answer', item: 'nik', said: '3404015204850002' }, requester, when)
      .when({ type: 'submit', consent: { version: '2026-11', textSha256: 'a'.repeat(64) } }, requester, when)

  it('stands still while the requester corrects, and goes on with what was left', () => {
    const story = returned(6)
    expect(story.case).toMatchObject({ status: 'needs-correction', hoursLeft: 2 })
    again(story, later(24 * 7))
    expect(story.case).toMatchObject({ hoursLeft: null, dueSince: later(24 * 7), dueAt: later(24 * 7 + 2) })
  })

  it('leaves an hour at the least, also to whoever was late', () => {
    const story = returned(24 * 4)
    expect(story.case.hoursLeft).toBe(0)
    again(story, later(24 * 7))
    expect(story.case.dueAt).toBe(later(24 * 7 + 1))
  })

  it('knows what was used over several corrections', () => {
    const story = again(returned(6), later(24 * 7))
    story
      .consulted()
      .when({ type: 'claim' }, sari, later(24 * 7))
      .judged(['nik'])
    story.when({ type: 'return' }, sari, later(24 * 7 + 0.5))
    expect(story.case.hoursLeft).toBe(1.5)
  })
})

describe('the last step, which is the requester’s', () => {
  const linked = () => new Story().sent().when({ type: 'take' }, dewi).when({ type: 'send-link' }, dewi)
  const thirtyDays = later(30 * 24)

  it('is waited for so many days, whoever says that the link is there', () => {
    expect(linked().case).toMatchObject({ status: 'awaiting-requester', dueAt: thirtyDays })
    const received = new Story().sent().when({ type: 'take' }, dewi).when({ type: 'approve' }, dewi)
    expect(received.when({ type: 'receive-link' }).case).toMatchObject({ dueAt: thirtyDays })
  })

  it('ends the case by time, which may then be opened again for a while', () => {
    const story = linked().when({ type: 'expire' }, system, thirtyDays)
    expect(story.case).toMatchObject({ status: 'expired', dueAt: null })
    expect(story.try({ type: 'reopen' }, requester, later(45 * 24))).toMatchObject({ refused: 'too-late' })
    expect(story.when({ type: 'reopen' }, requester, later(31 * 24)).case.status).toBe('with-contact-center')
  })

  it('does not open a draft again that expired', () => {
    const draft = new Story().when({ type: 'expire' }, system, thirtyDays)
    expect(draft.try({ type: 'reopen' }, requester, thirtyDays)).toMatchObject({ refused: 'not-now' })
  })
})

describe('whoever asks why a case is due when it is', () => {
  const read = (story: Story, hours: number) => readClock(story.case, { at: later(hours), agencies: [diy] })

  it('sees the working hours that were counted, and what they sum up to', () => {
    expect(read(new Story().submitted(), 25)).toEqual({
      counts: 'working-hours',
      targetHours: 8,
      usedHours: 9,
      stretches: [
        { from: at, until: later(7) },
        { from: later(23), until: later(25) },
      ],
      pausedHours: null,
    })
  })

  it('sees that every hour counts after a loss', () => {
    const story = loss().submitted()
    expect(read(story, 2)).toMatchObject({ counts: 'every-hour', stretches: [] })
  })

  it('sees what a verifier has left while the requester has calendar days', () => {
    const story = new Story().claimed().judged(['nik']).when({ type: 'return' }, sari, later(6))
    expect(read(story, 30)).toMatchObject({ counts: 'days', usedHours: 24, stretches: [], pausedHours: 2 })
  })

  it('sees nothing while no clock runs', () => {
    expect(read(new Story().submitted().when({ type: 'cancel' }, requester, later(1)), 2)).toBeNull()
  })
})
