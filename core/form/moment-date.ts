import { type CalendarDate, calendarDate, dateAfter, daysInMonth } from './calendar.ts'
import { faulty, type Parsed, taken } from './fault.ts'

/** A date found in typed text, and what was written around it. */
export interface FoundDate {
  readonly date: CalendarDate
  readonly rest: string
}

/** Whether a date without a year lies behind or ahead of today. */
export type Tense = 'past' | 'ahead'

// Three letters name every month in both languages; the rest of the word is only read over.
const MONTHS = [
  'jan',
  'feb|peb',
  'mar',
  'apr',
  'mei|may',
  'jun',
  'jul',
  'agu|ags|agt|aug',
  'sep',
  'okt|oct',
  'nov|nop',
  'des|dec',
]
const MONTH = `(?<month>(?:${MONTHS.join('|')})[a-z]*)`
const YEAR = "'?(?<year>\\d{4}|\\d{2}(?![.:]?\\d))"
const DAY = '(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?'

const WRITTEN: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/,
  new RegExp(`${DAY}[ ./,-]*(?:of )?${MONTH}[ .,/-]*${YEAR}`),
  new RegExp(`${MONTH}[ .-]*${DAY}[ ,.-]+(?<year>\\d{4})`),
  new RegExp(`${DAY}[ -]*(?:of )?${MONTH}`),
  new RegExp(`${MONTH} ${DAY}(?![\\d.:])`),
  new RegExp(`(?<![\\d:.])(?<day>\\d{1,2})(?<mark> ?[-/.] ?| )(?<month>\\d{1,2})\\k<mark>${YEAR}(?!\\d)`),
  /(?<![\d:.])(?<day>\d{1,2})[-/](?<month>\d{1,2})(?![\d/-])/,
]

const COUNTS = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh']
// Longest first: "kemarin lusa" before "kemarin" and "lusa".
const SPOKEN: readonly (readonly [RegExp, number])[] = [
  [/kemar[ie]n (?:lusa|dulu)|(?:the )?day before yesterday/, -2],
  [/seminggu (?:yang |yg )?(?:lalu|yll)|(?:a|one) week ago/, -7],
  [/(?:the )?day after tomorrow|lusa/, 2],
  [/kemar[ie]n|kmr?n|yesterday|semalam|tadi malam|last night/, -1],
  [/besok|bsk|esok|tomorrow/, 1],
  [/hari ini|hr ini|today|tonight|(?:tadi|nanti)(?= |$)/, 0],
]

/** Finds the one date in lower-case text: numbers day first, month names of both languages, "kemarin", "3 hari lalu". */
export function findDate(text: string, today: CalendarDate, tense: Tense): Parsed<FoundDate> {
  return spokenDate(text, today) ?? writtenDate(text, today, tense) ?? faulty('not-a-date')
}

function spokenDate(text: string, today: CalendarDate): Parsed<FoundDate> | undefined {
  const counted =
    /(\d{1,3}|dua|tiga|empat|lima|enam|tujuh) (?:hari|days?) (?:yang |yg )?(lalu|yll|kemarin|ago|lagi)/.exec(text)
  if (counted?.[1] && counted[2]) {
    const count = Number(counted[1]) || COUNTS.indexOf(counted[1])
    return taken({ date: dateAfter(today, counted[2] === 'lagi' ? count : -count), rest: around(text, counted) })
  }
  for (const [words, days] of SPOKEN) {
    const found = new RegExp(`(?<![a-z])(?:${words.source})(?![a-z])`).exec(text)
    if (found) return taken({ date: dateAfter(today, days), rest: around(text, found) })
  }
  return undefined
}

function writtenDate(text: string, today: CalendarDate, tense: Tense): Parsed<FoundDate> | undefined {
  for (const pattern of WRITTEN) {
    const found = pattern.exec(text)
    if (!found?.groups) continue
    const { year, month = '', day = '' } = found.groups
    const [dayNumber, monthNumber] = dayAndMonth(Number(day), numberOfMonth(month))
    const yearNumber = year === undefined ? likelyYear(monthNumber, dayNumber, today, tense) : fullYear(year)
    const date = checkedDate(yearNumber, monthNumber, dayNumber)
    return date.ok ? taken({ date: date.value, rest: around(text, found) }) : date
  }
  return undefined
}

// 11/21/2026 can only be the American order; whatever can be read day first is.
function dayAndMonth(day: number, month: number): readonly [number, number] {
  return month > 12 && month <= 31 && day <= 12 ? [month, day] : [day, month]
}

function numberOfMonth(text: string): number {
  if (/^\d/.test(text)) return Number(text)
  return MONTHS.findIndex((names) => names.split('|').some((name) => text.startsWith(name))) + 1
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function likelyYear(month: number, day: number, today: CalendarDate, tense: Tense): number {
  const thisYear = Number(today.slice(0, 4))
  const date = calendarDate(thisYear, month, day)
  if (date === undefined || date === today) return thisYear
  if (tense === 'past') return date > today ? thisYear - 1 : thisYear
  return date < today ? thisYear + 1 : thisYear
}

function checkedDate(year: number, month: number, day: number): Parsed<CalendarDate> {
  if (year < 2000 || year > 2099) return faulty('bad-year', { found: year, min: 2000, max: 2099 })
  if (month < 1 || month > 12) return faulty('bad-month', { found: month, min: 1, max: 12 })
  const date = calendarDate(year, month, day)
  return date ? taken(date) : faulty('bad-day', { found: day, min: 1, max: daysInMonth(year, month) })
}

function around(text: string, found: RegExpExecArray): string {
  return `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
}
