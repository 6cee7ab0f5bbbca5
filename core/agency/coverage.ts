import { type CalendarDate, dateAfter } from '../form/calendar.ts'
import { type Absence, isAwayOn } from './absence.ts'
import { mayActFor, type Staff } from './staff.ts'

/** Fewer verifiers than this in an agency leave a case with nobody when one of them falls ill, or asks for themselves. */
export const verifiersMin = 2

/** Days before an announced absence at which an agency hears that too few would be left. */
export const warningDays = 14

/** The first day on which too few verifiers work for an agency, and how many. */
export interface Gap {
  readonly agency: string
  readonly on: CalendarDate
  readonly present: number
}

export const presentOn = (staff: readonly Staff[], absences: readonly Absence[], agency: string, day: CalendarDate) =>
  staff.filter(
    (one) =>
      mayActFor(one, 'verifier', agency) && !absences.some((away) => away.staffId === one.id && isAwayOn(away, day)),
  )

/** Looks from today on, as far as warnings reach. */
export function gapOf(
  agency: string,
  staff: readonly Staff[],
  absences: readonly Absence[],
  today: CalendarDate,
): Gap | undefined {
  for (let ahead = 0; ahead <= warningDays; ahead += 1) {
    const on = dateAfter(today, ahead)
    const people = new Set(presentOn(staff, absences, agency, on).map(({ email }) => email.trim().toLowerCase()))
    if (people.size < verifiersMin) return { agency, on, present: people.size }
  }
  return undefined
}
