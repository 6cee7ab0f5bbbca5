/** A pause of everybody within the day, hours as decimals (11.5 = half past eleven); on these weekdays, or on all. */
export interface Break {
  readonly fromHour: number
  readonly untilHour: number
  readonly days?: readonly number[] | undefined
}

/** When an office is open on a day. */
export interface Hours {
  readonly opensAtHour: number
  readonly closesAtHour: number
}

/** Other hours from one day to another (YYYY-MM-DD, both included), such as in Ramadan; breaks replace the usual ones. */
export interface DatedHours extends Hours {
  readonly from: string
  readonly until: string
  /** Weekdays that it is about, also such as are free otherwise; all working days when absent. */
  readonly days?: readonly number[] | undefined
  readonly breaks?: readonly Break[] | undefined
}

/** When an agency works, in WIB (UTC+7): weekdays 0 (Sunday) to 6, hours as decimals, holidays as YYYY-MM-DD. */
export interface Calendar extends Hours {
  readonly days: readonly number[]
  readonly holidays: readonly string[]
  readonly breaks?: readonly Break[] | undefined
  /** Weekdays with hours of their own, by their number. */
  readonly weekdays?: Readonly<Record<string, Hours>> | undefined
  /** Of several that name a day the last one counts; a holiday stays one. */
  readonly exceptions?: readonly DatedHours[] | undefined
}

export const officeHours: Calendar = { days: [1, 2, 3, 4, 5], opensAtHour: 8, closesAtHour: 16, holidays: [] }

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const WIB_MS = 7 * HOUR_MS
/** How far ahead a working hour is looked for. */
const daysMax = 1000

/** A stretch of working time, in milliseconds since 1970 UTC; its end is closed time already. */
type Span = readonly [from: number, until: number]

/** The moment at which that many working hours have passed since `at`, as ISO. */
export function workingHoursAfter(at: string, hours: number, calendar: Calendar = officeHours): string {
  const start = Date.parse(at)
  let left = Math.round(hours * HOUR_MS)
  for (const [from, until] of spansFrom(start, calendar)) {
    const begun = Math.max(from, start)
    if (left <= until - begun) return new Date(begun + left).toISOString()
    left -= until - begun
  }
  // An office that never opens keeps nobody waiting for ever.
  return new Date(start + daysMax * DAY_MS).toISOString()
}

/** Working time without an interruption, both ends as ISO. */
export interface Stretch {
  readonly from: string
  readonly until: string
}

/** The stretches of working time between two moments, in their order; none when the second is not the later one. */
export const workingTimeBetween = (from: string, until: string, calendar: Calendar = officeHours): readonly Stretch[] =>
  spansBetween(Date.parse(from), Date.parse(until), calendar).map(([opens, closes]) => ({
    from: new Date(opens).toISOString(),
    until: new Date(closes).toISOString(),
  }))

/** How many working hours lie between two moments; none when the second is not the later one. */
export const workingHoursBetween = (from: string, until: string, calendar: Calendar = officeHours): number =>
  spansBetween(Date.parse(from), Date.parse(until), calendar).reduce((ms, [opens, closes]) => ms + closes - opens, 0) /
  HOUR_MS

/** True while the office is open; its closing moment is not any more. */
export const isWorkingTime = (at: string, calendar: Calendar = officeHours): boolean =>
  nextWorkingMoment(at, calendar) === new Date(Date.parse(at)).toISOString()

/** This moment while the office is open, else the next one at which it is, as ISO. */
export const nextWorkingMoment = (at: string, calendar: Calendar = officeHours): string =>
  workingHoursAfter(at, 0, calendar)

/** The next opening of the office in the morning strictly after `at`, as ISO: when the morning digest is due. */
export function nextOpening(at: string, calendar: Calendar = officeHours): string {
  const now = Date.parse(at)
  for (let midnight = midnightOf(now), days = 0; days < daysMax; midnight += DAY_MS, days += 1) {
    const [opens] = spansOn(midnight, calendar)[0] ?? [now]
    if (opens > now) return new Date(opens).toISOString()
  }
  return new Date(now + DAY_MS).toISOString()
}

/** When the office opens on a day (YYYY-MM-DD in WIB), or on the next or the last working day beside it, as ISO. */
export function openingBeside(date: string, beside: 'before' | 'after', calendar: Calendar = officeHours): string {
  const step = beside === 'before' ? -DAY_MS : DAY_MS
  const day = Date.parse(date) - WIB_MS
  for (let midnight = day, days = 0; days < daysMax; midnight += step, days += 1) {
    const [opens] = spansOn(midnight, calendar)[0] ?? []
    if (opens !== undefined) return new Date(opens).toISOString()
  }
  return new Date(day).toISOString()
}

/** How many hours a usual working day has, daily breaks taken off. */
export const hoursOfDay = ({ opensAtHour, closesAtHour, breaks = [] }: Calendar): number =>
  breaks
    .filter(({ days }) => days === undefined)
    .reduce((hours, { fromHour, untilHour }) => hours - (untilHour - fromHour), closesAtHour - opensAtHour)

const midnightOf = (ms: number): number => Math.floor((ms + WIB_MS) / DAY_MS) * DAY_MS - WIB_MS

function spansBetween(start: number, end: number, calendar: Calendar): readonly Span[] {
  const spans: Span[] = []
  if (end <= start) return spans
  for (const [opens, closes] of spansFrom(start, calendar)) {
    if (opens >= end) break
    spans.push([Math.max(opens, start), Math.min(closes, end)])
  }
  return spans
}

/** The stretches of working time that end after a moment, one after another. */
function* spansFrom(start: number, calendar: Calendar): Generator<Span> {
  for (let midnight = midnightOf(start), days = 0; days < daysMax; midnight += DAY_MS, days += 1)
    for (const span of spansOn(midnight, calendar)) if (span[1] > start) yield span
}

/** The stretches of working time of the day that begins at this midnight of WIB. */
function spansOn(midnight: number, calendar: Calendar): readonly Span[] {
  const day = new Date(midnight + WIB_MS)
  const [date, weekday] = [day.toISOString().slice(0, 10), day.getUTCDay()]
  const isUsual = calendar.days.includes(weekday)
  const exception = calendar.exceptions?.findLast(
    ({ from, until, days }) => from <= date && date <= until && (days?.includes(weekday) ?? isUsual),
  )
  if (calendar.holidays.includes(date) || (exception === undefined && !isUsual)) return []
  const { opensAtHour, closesAtHour } = exception ?? calendar.weekdays?.[weekday] ?? calendar
  const at = (hour: number): number => midnight + Math.round(hour * HOUR_MS)
  const breaks = exception?.breaks ?? calendar.breaks ?? []
  return breaks
    .filter(({ days }) => days?.includes(weekday) ?? true)
    .reduce<readonly Span[]>(
      (spans, { fromHour, untilHour }) => spans.flatMap((span) => without(span, at(fromHour), at(untilHour))),
      [[at(opensAtHour), at(closesAtHour)]],
    )
    .filter(([from, until]) => from < until)
}

const without = ([from, until]: Span, pauses: number, resumes: number): readonly Span[] =>
  resumes <= from || pauses >= until || resumes <= pauses
    ? [[from, until]]
    : [
        [from, pauses],
        [resumes, until],
      ]
