import type { CalendarDate } from '../form/calendar.ts'
import { dateAfter } from '../form/calendar.ts'
import { isSamePerson, mayActFor, type Staff } from './staff.ts'

/** Days on which a verifier is away (WIB, both included), and who goes on with what they hold. */
export interface Absence {
  readonly id: string
  readonly staffId: string
  readonly from: CalendarDate
  readonly until: CalendarDate
  /** A verifier of the same agency; null gives open cases back to the queue. */
  readonly deputyId: string | null
  /** When somebody ended it by hand, before its last day was over. */
  readonly endedAt: string | null
}

/** Why an absence is not taken down. */
export type AbsenceFault = 'not-a-day' | 'backwards' | 'over' | 'too-long' | 'too-far' | 'deputy-unfit' | 'deputy-away'

const daysMax = 180
const aheadMaxDays = 365

export const isAwayOn = ({ from, until, endedAt }: Absence, day: CalendarDate): boolean =>
  endedAt === null && from <= day && day <= until

/** True while an absence is announced or under way. */
export const isPending = ({ until, endedAt }: Absence, today: CalendarDate): boolean =>
  endedAt === null && until >= today

/** True when two absences have a day in common. */
const overlaps = (a: Pick<Absence, 'from' | 'until'>, b: Absence): boolean =>
  b.endedAt === null && a.from <= b.until && b.from <= a.until

export interface AbsenceDraft {
  readonly from: string
  readonly until: string
  readonly deputyId: string | null
}

/** What keeps an absence from being taken down as drafted; undefined when nothing does. */
export function absenceFault(
  draft: AbsenceDraft,
  staff: Staff,
  deputy: Staff | undefined,
  known: readonly Absence[],
  today: CalendarDate,
): AbsenceFault | undefined {
  const { from, until } = draft
  if (!isDay(from) || !isDay(until)) return 'not-a-day'
  if (until < from) return 'backwards'
  if (until < today) return 'over'
  if (from > dateAfter(today, aheadMaxDays)) return 'too-far'
  if (until > dateAfter(from, daysMax)) return 'too-long'
  if (draft.deputyId === null) return undefined
  if (deputy === undefined || !isDeputyFor(deputy, staff)) return 'deputy-unfit'
  return known.some((other) => other.staffId === deputy.id && overlaps(draft, other)) ? 'deputy-away' : undefined
}

/** True for an active verifier of every agency of this one, who is somebody else. */
export const isDeputyFor = (deputy: Staff, staff: Staff): boolean =>
  !isSamePerson(deputy, staff) && staff.agencies.every((agency) => mayActFor(deputy, 'verifier', agency))

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dateAfter(text, 0) === text
