import type { Agency } from '../agency/agency.ts'

/** When an agency works, in WIB (UTC+7): weekdays 0 (Sunday) to 6, hours as decimals, holidays as YYYY-MM-DD. */
export interface Calendar {
  readonly days: readonly number[]
  readonly opensAtHour: number
  readonly closesAtHour: number
  readonly holidays: readonly string[]
}

export const officeHours: Calendar = { days: [1, 2, 3, 4, 5], opensAtHour: 8, closesAtHour: 16, holidays: [] }

/** How long each holder should take, in working hours; targets, never promises (`domain.md` §8). */
export const targetHours = {
  review: 8,
  /** A loss of control: an hour. */
  urgent: 1,
  signature: 16,
  revocation: 4,
  'contact-center': 16,
  link: 4,
  correction: 30 * 24,
} as const
export type Target = keyof typeof targetHours

/** Days after which a draft ends (14) and a correction ends (30), and after which a completed case stays shut (14). */
export const lifeDays = { draft: 14, 'needs-correction': 30, action: 30, reopen: 14 } as const

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const WIB_MS = 7 * HOUR_MS

/** The given number of calendar days later, as ISO. */
export const daysAfter = (at: string, days: number): string => new Date(Date.parse(at) + days * DAY_MS).toISOString()

/** The moment at which that many working hours have passed since `at`, as ISO. */
export function workingHoursAfter(at: string, hours: number, calendar: Calendar = officeHours): string {
  let now = Date.parse(at) + WIB_MS
  let left = hours * HOUR_MS
  for (let days = 0; days < 400; days += 1) {
    const midnight = Math.floor(now / DAY_MS) * DAY_MS
    const opens = midnight + calendar.opensAtHour * HOUR_MS
    const closes = midnight + calendar.closesAtHour * HOUR_MS
    if (isWorkingDay(midnight, calendar) && now < closes) {
      now = Math.max(now, opens)
      if (left <= closes - now) return new Date(now + left - WIB_MS).toISOString()
      left -= closes - now
    }
    now = midnight + DAY_MS
  }
  return new Date(now - WIB_MS).toISOString()
}

/** When a holder should be done with a case that reaches them at `at`, by the agency's own targets and calendar. */
export function dueAfter(
  { agency: code }: { readonly agency: string | null },
  target: Target,
  { at, agencies }: { readonly at: string; readonly agencies: readonly Agency[] },
): string {
  const agency = agencies.find((one) => one.code === code)
  return workingHoursAfter(at, agency?.slaTargets?.[target] ?? targetHours[target], agency?.calendar)
}

/** The next opening of the office strictly after `at`, as ISO: when the morning digest is due. */
export function nextOpening(at: string, calendar: Calendar = officeHours): string {
  const now = Date.parse(at) + WIB_MS
  for (let midnight = Math.floor(now / DAY_MS) * DAY_MS, days = 0; days < 400; midnight += DAY_MS, days += 1) {
    const opens = midnight + calendar.opensAtHour * HOUR_MS
    if (opens > now && isWorkingDay(midnight, calendar)) return new Date(opens - WIB_MS).toISOString()
  }
  return daysAfter(at, 1)
}

function isWorkingDay(midnightWib: number, calendar: Calendar): boolean {
  const day = new Date(midnightWib)
  return calendar.days.includes(day.getUTCDay()) && !calendar.holidays.includes(day.toISOString().slice(0, 10))
}
