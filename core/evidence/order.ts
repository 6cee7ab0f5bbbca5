import type { Moment } from '../form/field.ts'

/** True when `a` certainly does not lie after `b`; two moments of one day compare only when both times are known. */
export function isNotAfter(a: Moment, b: Moment): boolean {
  if (a.date !== b.date) return a.date < b.date
  return a.time !== undefined && b.time !== undefined && a.time <= b.time
}
