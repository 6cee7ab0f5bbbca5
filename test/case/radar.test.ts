import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingTime, officeHours } from '../../core/agency/calendar.ts'
import { radarStages } from '../../core/case/radar.ts'
import { dateAfter } from '../../core/form/calendar.ts'
import { at, dewi, requester, Story, sari, system } from './given.ts'

const opening = (date: string): string => `${date}T01:00:00.000Z`
const proved = () => new Story().claimed().when({ type: 'confirm-meeting' }, sari)

describe('the notices before a certificate ends', () => {
  it('come 30, 14, 7 and 1 days before and a day after, when the office opens', () => {
    // A Wednesday: D-30 is a Monday, and all others are Wednesdays but the last two.
    expect(radarStages('2027-01-20')).toEqual([
      { at: opening('2026-12-21'), isOver: false },
      { at: opening('2027-01-06'), isOver: false },
      { at: opening('2027-01-13'), isOver: false },
      { at: opening('2027-01-19'), isOver: false },
      { at: opening('2027-01-21'), isOver: true },
    ])
  })

  it('wait for the next working day, but for none that would be too late', () => {
    // The certificate ends on a Monday: the day before is a Sunday.
    expect(radarStages('2027-01-18').map((stage) => stage.at)).toEqual([
      opening('2026-12-21'),
      opening('2027-01-04'),
      opening('2027-01-11'),
      opening('2027-01-15'),
      opening('2027-01-19'),
    ])
    const holidays = Array.from({ length: 10 }, (_, n) => dateAfter('2027-01-10', n))
    const [, , week, day] = radarStages('2027-01-18', { ...officeHours, holidays })
    expect([week?.at, day?.at]).toEqual([opening('2027-01-08'), opening('2027-01-08')])
  })

  it('are always in working hours, in order, and on the right side of the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (n) => {
        const until = dateAfter('2026-11-23', n)
        const stages = radarStages(until)
        expect(stages.map((stage) => stage.at)).toEqual(stages.map((stage) => stage.at).toSorted())
        for (const stage of stages) {
          expect(isWorkingTime(stage.at)).toBe(true)
          expect(stage.at > `${until}T17:00:00.000Z`).toBe(stage.isOver)
        }
      }),
    )
  })
})

describe('the end of a certificate', () => {
  const until = '2028-11-20'
  const noted = (story: Story, said: string | null, actor: Parameters<Story['try']>[1] = requester) =>
    story.try({ type: 'note-certificate', until: said }, actor)

  it('is noted by its owner, by staff and by the house, and forgotten again', () => {
    for (const actor of [requester, sari, dewi, system])
      expect(noted(proved(), '20 November 2028', actor)).toMatchObject([{ type: 'certificate-noted', until }])
    const story = proved().when({ type: 'note-certificate', until })
    expect(story.case.certificateUntil).toBe(until)
    expect(noted(story, until)).toEqual([])
    expect(story.when({ type: 'note-certificate', until: null }).case.certificateUntil).toBeNull()
  })

  it('is told by nobody but themselves to a chat of which nothing shows whose it is', () => {
    const claimed = () => new Story().claimed()
    for (const actor of [sari, dewi, system])
      expect(noted(claimed(), until, actor)).toMatchObject({ refused: 'identity-missing' })
    expect(noted(claimed(), until)).toMatchObject([{ until }])
  })

  it('lies ahead, and not beyond what a certificate lives', () => {
    expect(noted(proved(), '2026-11-22')).toMatchObject({ refused: 'in-past' })
    expect(noted(proved(), '2032-11-22')).toMatchObject({ refused: 'too-far-ahead' })
    expect(noted(proved(), 'entah')).toMatchObject({ refused: 'not-a-date' })
    expect(noted(new Story(), until)).toMatchObject({ refused: 'not-now' })
    expect(proved().try({ type: 'note-certificate', until }, { ...requester, chat: 'other' }, at)).toMatchObject({
      refused: 'not-yours',
    })
  })
})
