import { dateAfter, wibMoment } from '../form/calendar.ts'

/** Until when something is due: it is late, or by the end of this day or week in WIB, what is late included. */
export const dueSpans = ['over', 'today', 'week'] as const
export type DueSpan = (typeof dueSpans)[number]

const sunday = 0

/** The last moment of a span, as a due time is compared with. @shape ISO 8601, UTC */
export function endOfSpan(span: DueSpan, at: string): string {
  if (span === 'over') return at
  const { date } = wibMoment(Date.parse(at))
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  const days = span === 'week' && weekday !== sunday ? 7 - weekday : 0
  return new Date(Date.parse(`${dateAfter(date, days + 1)}T00:00:00.000+07:00`) - 1).toISOString()
}
