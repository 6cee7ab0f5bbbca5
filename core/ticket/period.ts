import { type CalendarDate, calendarDate, dateAfter, wibMoment } from '../form/calendar.ts'

/** Periods that have a name; any other is told by its first and last day. */
export const periodNames = ['week', 'month', 'quarter'] as const
export type PeriodName = (typeof periodNames)[number]

/** Days of WIB, both inclusive. */
export interface Period {
  readonly name: PeriodName | 'days'
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** A report reads no more days at once. */
export const periodDaysMax = 366

/** The period that was asked for; this month where it makes no sense, and the last days of one that is too long. */
export function periodOf(asked: { name?: string; from?: string; to?: string }, at: string): Period {
  const { date: today } = wibMoment(Date.parse(at))
  const [from, to] = [dateIn(asked.from), dateIn(asked.to)]
  if (from !== undefined && to !== undefined && from <= to) {
    const first = dateAfter(to, 1 - periodDaysMax)
    const isTooLong = from < first
    return { name: 'days', from: isTooLong ? first : from, to }
  }
  const name = periodNames.find((one) => one === asked.name) ?? 'month'
  if (name === 'quarter') return { name, from: dateAfter(today, -89), to: today }
  if (name === 'month') return { name, from: `${today.slice(0, 8)}01`, to: today }
  // Monday begins the week.
  return { name, from: dateAfter(today, -((new Date(today).getUTCDay() + 6) % 7)), to: today }
}

/** A period as points in time: from its first midnight (WIB) until before the one after its last day. */
export const spanOf = ({ from, to }: Period): { readonly from: string; readonly until: string } => ({
  from: midnight(from),
  until: midnight(dateAfter(to, 1)),
})

const midnight = (date: CalendarDate): string => new Date(`${date}T00:00:00+07:00`).toISOString()

function dateIn(text: string | undefined): CalendarDate | undefined {
  const found = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(text ?? '')
  if (found === null) return undefined
  const [, year, month, day] = found
  return calendarDate(Number(year), Number(month), Number(day))
}
