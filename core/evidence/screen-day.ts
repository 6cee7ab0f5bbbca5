import { type CalendarDate, calendarDate, twoDigits } from '../form/calendar.ts'
import { editDistance } from './challenge-match.ts'
import type { DateOrder, Product } from './products.ts'
import type { Screen } from './screen.ts'
import { type Bare, bareOf, holds } from './wording.ts'

/** A day read of a screen, with the other day that the same numbers may name, and the time behind it. */
export interface ReadDay {
  readonly day: CalendarDate
  readonly otherwise: CalendarDate | null
  readonly time: string | null
}

const labels = [
  'last scan',
  'completed',
  'finished',
  'date:',
  'time:',
  'was changed',
  'last changed',
  'changed on',
  'pemindaian terakhir',
  'selesai',
  'tanggal',
  'waktu',
  'diubah',
  'diganti',
]
/** Days of other things than a scan or a change. */
const others = ['update', 'pembaruan', 'diperbarui', 'definition', 'definisi', 'database', 'license', 'lisensi']
const ends = ['expire', 'valid until', 'berlaku', 'kedaluwarsa', 'next scan', 'pemindaian berikutnya', 'installed']

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'januari', 'jan'],
  ['february', 'februari', 'pebruari', 'feb'],
  ['march', 'maret', 'mar'],
  ['april', 'apr'],
  ['may', 'mei'],
  ['june', 'juni', 'jun'],
  ['july', 'juli', 'jul'],
  ['august', 'agustus', 'aug', 'agu', 'agt'],
  ['september', 'sept', 'sep'],
  ['october', 'oktober', 'oct', 'okt'],
  ['november', 'nopember', 'nov', 'nop'],
  ['december', 'desember', 'dec', 'des'],
]
const YEAR = '(?<year>20[2-9]\\d)'
const NUMBERED = new RegExp(`(?<!\\d)(?<first>\\d{1,2})(?<mark>[/.-])(?<second>\\d{1,2})\\k<mark>${YEAR}`, 'g')
const YEAR_FIRST = new RegExp(`(?<!\\d)${YEAR}(?<mark>[/.-])(?<second>\\d{2})\\k<mark>(?<first>\\d{2})`, 'g')
const DAY_MONTH = new RegExp(`(?<!\\d)(?<first>\\d{1,2})[.-]?(?<month>[a-z]{3,9})[.,-]?${YEAR}`, 'g')
const MONTH_DAY = new RegExp(`(?<month>[a-z]{3,})\\.?(?<first>\\d{1,2})[.,]*${YEAR}`, 'g')
const TIME = /^[^0-9|]{0,4}(?<hour>\d{1,2})[:.](?<minute>[0-5]\d)(?:[:.][0-5]\d)?(?<half>[ap]m)?/

/**
 * The day that a screen tells of: one behind which a time stands, or that has a label in its row. The clock of the
 * system, which stands alone, is none. Two different days are none.
 */
export function dayOf({ rows }: Screen, product: Product | null, isIndonesian: boolean): ReadDay | null {
  const order: DateOrder = isIndonesian ? 'day-first' : (product?.englishOrder ?? 'month-first')
  const hasOwnDates = product?.hasOwnDates === true
  const found = rows.map(bareOf).flatMap((row) => {
    if ([...others, ...ends].some((wording) => holds(row, wording))) return []
    const isLabelled = labels.some((label) => holds(row, label))
    return daysIn(row, order, hasOwnDates).map((read) => ({
      read,
      weight: (isLabelled ? 1 : 0) + (read.time === null ? 0 : 1),
    }))
  })
  const heaviest = Math.max(1, ...found.map(({ weight }) => weight))
  return agreed(found.filter(({ weight }) => weight === heaviest).map(({ read }) => read))
}

function agreed(found: readonly ReadDay[]): ReadDay | null {
  const [one] = found
  if (one === undefined || found.some(({ day }) => day !== one.day)) return null
  const times = new Set(found.map(({ time }) => time).filter((time) => time !== null))
  const [time = null] = times
  return { ...one, time: times.size > 1 ? null : time }
}

function daysIn({ text }: Bare, order: DateOrder, hasOwnDates: boolean): readonly ReadDay[] {
  return [
    ...[...text.matchAll(NUMBERED)].map((found) => ({ found, both: numbered(found, order, hasOwnDates) })),
    ...[...text.matchAll(YEAR_FIRST)].map((found) => ({ found, both: [dateOf(found, found.groups?.second)] })),
    ...[...text.matchAll(DAY_MONTH), ...text.matchAll(MONTH_DAY)].map((found) => ({
      found,
      both: [dateOf(found, monthIn(found.groups?.month ?? ''))],
    })),
  ].flatMap(({ found, both: [day, otherwise] }) =>
    day === undefined
      ? []
      : [{ day, otherwise: otherwise ?? null, time: timeIn(text.slice(found.index + found[0].length)) }],
  )
}

type Days = readonly (CalendarDate | undefined)[]

// Nobody writes the month first with points, and a product with dates of its own writes them in one way.
function numbered({ groups }: RegExpMatchArray, order: DateOrder, hasOwnDates: boolean): Days {
  const { first, second, year, mark } = groups ?? {}
  const dayFirst = calendarDate(Number(year), Number(second), Number(first))
  const monthFirst = calendarDate(Number(year), Number(first), Number(second))
  if (mark === '.' || hasOwnDates) return [dayFirst]
  const inOrder = order === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst]
  const [day, otherwise] = inOrder.filter((one) => one !== undefined)
  return [day, otherwise === day ? undefined : otherwise]
}

const dateOf = ({ groups }: RegExpMatchArray, month: string | number | undefined): CalendarDate | undefined =>
  calendarDate(Number(groups?.year), Number(month), Number(groups?.first))

/** The month (1–12) whose name ends a run of letters, but for a slip; 0 for none. */
function monthIn(letters: string): number {
  const exact = MONTHS.findIndex((names) => names.some((name) => letters.endsWith(name)))
  if (exact >= 0) return exact + 1
  const near = (name: string) => name.length > 4 && editDistance(letters.slice(-name.length), name) <= 1
  return MONTHS.findIndex((names) => names.some(near)) + 1
}

function timeIn(rest: string): string | null {
  const found = TIME.exec(rest)?.groups
  if (found === undefined) return null
  const { hour: written = '', minute = '', half } = found
  const hour = half === undefined ? Number(written) : (Number(written) % 12) + (half === 'pm' ? 12 : 0)
  const isClock = hour < 24 && (half === undefined || (Number(written) >= 1 && Number(written) <= 12))
  return isClock ? `${twoDigits(hour)}:${minute}` : null
}
