import { daysAfter } from './deadline.ts'

/** How long a case can be put aside. */
export const spans = ['hour', 'day', 'three-days', 'week'] as const
export type Span = (typeof spans)[number]
export const isSpan = (name: string): name is Span => spans.some((span) => span === name)

const days: Readonly<Record<Exclude<Span, 'hour'>, number>> = { day: 1, 'three-days': 3, week: 7 }
const HOUR_MS = 3_600_000

/** Until when, as ISO: by the clock, so that whoever chose it knows when it comes back. */
export const snoozeEnds = (span: Span, at: string): string =>
  span === 'hour' ? new Date(Date.parse(at) + HOUR_MS).toISOString() : daysAfter(at, days[span])
