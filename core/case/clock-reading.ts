import type { Agency } from '../agency/agency.ts'
import { type Stretch, workingTimeBetween } from '../agency/calendar.ts'
import { isLoss } from '../procedure/course.ts'
import type { Case } from './case.ts'
import { clockOf } from './deadline.ts'
import { holderOf } from './status.ts'

/** How the running target of a case is counted, for whoever asks why it is due when it is. */
export interface ClockReading {
  /** By the agency's working hours; by the clock, for a loss; in days, for whom the requester keeps waiting. */
  readonly counts: 'working-hours' | 'every-hour' | 'days'
  readonly targetHours: number
  readonly usedHours: number
  /** What was counted so far, oldest first; only of working hours. */
  readonly stretches: readonly Stretch[]
  /** Hours of a verifier's target that stand still while the requester corrects the case. */
  readonly pausedHours: number | null
}

/** Null while nobody's clock runs. */
export function readClock(
  c: Case,
  { at, agencies }: { readonly at: string; readonly agencies: readonly Agency[] },
): ClockReading | null {
  const { dueAt, dueSince, hoursLeft } = c
  if (dueAt === null || dueSince === null) return null
  const hours = (until: string) => Math.max(0, Date.parse(until) - Date.parse(dueSince)) / 3_600_000
  if (holderOf(c.status) === 'requester')
    return { counts: 'days', targetHours: hours(dueAt), usedHours: hours(at), stretches: [], pausedHours: hoursLeft }
  const clock = clockOf(c, agencies)
  const calendar = agencies.find(({ code }) => code === c.agency)?.calendar
  return {
    counts: isLoss(c) ? 'every-hour' : 'working-hours',
    targetHours: clock.between(dueSince, dueAt),
    usedHours: clock.between(dueSince, at),
    stretches: isLoss(c) ? [] : workingTimeBetween(dueSince, at, calendar),
    pausedHours: null,
  }
}
