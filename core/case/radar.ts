import { type Calendar, openingBeside } from '../agency/calendar.ts'
import { type CalendarDate, dateAfter, wibMoment } from '../form/calendar.ts'

/** Days before the end of a certificate at which its owner hears of it; the last one is the day after. AMS renews from 30 on. */
const radarDays = [30, 14, 7, 1, -1] as const

/** A moment at which the owner of a certificate hears that it ends, or has ended. */
export interface RadarStage {
  readonly at: string
  readonly isOver: boolean
}

/** The notices of a certificate that ends on that day, each at an opening of the office, in their order. */
export const radarStages = (until: CalendarDate, calendar?: Calendar): readonly RadarStage[] =>
  radarDays.map((days) => ({ at: openingFor(until, days, calendar), isOver: days < 0 }))

/** The opening on that day or after it; before it where the certificate would have ended by then. */
function openingFor(until: CalendarDate, days: number, calendar: Calendar | undefined): string {
  const day = dateAfter(until, -days)
  const after = openingBeside(day, 'after', calendar)
  const isTooLate = days > 0 && wibMoment(Date.parse(after)).date >= until
  return isTooLate ? openingBeside(day, 'before', calendar) : after
}
