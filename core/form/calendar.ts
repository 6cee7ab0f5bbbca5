import type { Moment } from './field.ts'

/** A day of the Gregorian calendar, `YYYY-MM-DD`; such texts compare like the days they name. */
export type CalendarDate = string

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DAY_MS = 86_400_000
const WIB_OFFSET_MS = 7 * 3_600_000

/** The number of days of a month (1–12); 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

/** The date of a year (0–9999), month and day, or undefined when there is no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (day < 1 || day > daysInMonth(year, month)) return undefined
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

/** The date `days` after (or, when negative, before) a date. */
export function dateAfter(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Day and time in WIB of a point in time, in milliseconds since 1970 UTC. */
export function wibMoment(epochMs: number): Required<Moment> {
  const text = new Date(epochMs + WIB_OFFSET_MS).toISOString()
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}

/** A moment told `minutes` earlier or later, for clocks of another zone; without a time it stays as it is. */
export function shiftedMoment(moment: Moment, minutes: number): Moment {
  if (moment.time === undefined || minutes === 0) return moment
  const text = new Date(Date.parse(`${moment.date}T${moment.time}:00Z`) + minutes * 60_000).toISOString()
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}

/** A number as at least two digits. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
