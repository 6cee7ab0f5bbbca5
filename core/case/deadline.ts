import type { Agency } from '../agency/agency.ts'
import { workingHoursAfter, workingHoursBetween } from '../agency/calendar.ts'
import { isLoss } from '../procedure/course.ts'
import type { Case } from './case.ts'

/** How long each holder should take, in working hours; targets, never promises (`domain.md` §8). */
export const targetHours = {
  review: 8,
  /** A loss of control: an hour by the clock, at night and on Sundays too. */
  urgent: 1,
  signature: 16,
  /** The form is back: it is legalised. */
  legalise: 4,
  revocation: 4,
  'contact-center': 16,
  link: 4,
  correction: 30 * 24,
} as const
export type Target = keyof typeof targetHours

/** Days after which a draft ends (14) and a correction ends (30), and after which a completed case stays shut (14). */
export const lifeDays = { draft: 14, 'needs-correction': 30, action: 30, reopen: 14 } as const

/** What is left at least of a target that was paused: nobody gets a case back that is late already. */
const leastHoursLeft = 1

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** The given number of calendar days later, as ISO. */
export const daysAfter = (at: string, days: number): string => new Date(Date.parse(at) + days * DAY_MS).toISOString()

/** What a clock needs to know of a case. */
export type Timed = Pick<Case, 'agency' | 'procedure' | 'answers' | 'revokesBefore'>

/** How the hours of a target are counted. */
export interface Clock {
  after(at: string, hours: number): string
  between(from: string, until: string): number
}

const roundTheClock: Clock = {
  after: (at, hours) => new Date(Date.parse(at) + hours * HOUR_MS).toISOString(),
  between: (from, until) => Math.max(0, Date.parse(until) - Date.parse(from)) / HOUR_MS,
}

/** A loss is counted by the clock, everything else in the working hours of the agency. */
export function clockOf(c: Timed, agencies: readonly Agency[]): Clock {
  if (isLoss(c)) return roundTheClock
  const calendar = agencies.find(({ code }) => code === c.agency)?.calendar
  return {
    after: (at, hours) => workingHoursAfter(at, hours, calendar),
    between: (from, until) => workingHoursBetween(from, until, calendar),
  }
}

interface Present {
  readonly at: string
  readonly agencies: readonly Agency[]
}

/** When a holder should be done with a case that reaches them at `at`, by the agency's own targets and calendar. */
export function dueAfter(c: Timed, target: Target, { at, agencies }: Present): string {
  const agency = agencies.find(({ code }) => code === c.agency)
  return clockOf(c, agencies).after(at, agency?.slaTargets?.[target] ?? targetHours[target])
}

/** The hours that its holder has left of a target, for the case that now goes to its requester: their clock stops. */
export function hoursLeft(c: Timed & Pick<Case, 'dueAt'>, { at, agencies }: Present): number | null {
  if (c.dueAt === null) return null
  return Math.round(clockOf(c, agencies).between(at, c.dueAt) * 100) / 100
}

/** When a case is due that its requester had: the clock goes on where it stopped, with an hour at the least. */
export const dueAgain = (c: Timed, left: number, { at, agencies }: Present): string =>
  clockOf(c, agencies).after(at, Math.max(left, leastHoursLeft))

/** The moment at which `percent` of the running target is used. */
export function usedUpAt(
  c: Timed & { readonly dueSince: string; readonly dueAt: string },
  percent: number,
  agencies: readonly Agency[],
): string {
  const clock = clockOf(c, agencies)
  // The due time itself, not what rounding makes of it.
  if (percent === 100) return c.dueAt
  return clock.after(c.dueSince, (clock.between(c.dueSince, c.dueAt) * percent) / 100)
}

/** How much of the running target is used at a moment, in whole percent, more than 100 once it is over; null while none runs. */
export function usedPercent(c: Timed & Pick<Case, 'dueSince' | 'dueAt'>, { at, agencies }: Present): number | null {
  if (c.dueAt === null || c.dueSince === null) return null
  const clock = clockOf(c, agencies)
  const hours = clock.between(c.dueSince, c.dueAt)
  return hours === 0 ? 100 : Math.floor((clock.between(c.dueSince, at) / hours) * 100)
}
