import { type CalendarDate, calendarDate, daysInMonth } from './calendar.ts'
import { numberAt, parseDigits } from './digits.ts'
import { faulty, type Parsed, taken } from './fault.ts'

/** What a right NIP says about its holder. */
export interface NipFacts {
  readonly birthDate: CalendarDate
  readonly sex: 'male' | 'female'
  readonly employment: 'PNS' | 'PPPK'
  readonly appointedYear: number
}

const LENGTH = 18
const OLDEST_YEARS = 80
const YOUNGEST_YEARS_AT_APPOINTMENT = 15
// Digits 13–14 are the month of appointment for PNS and a code, seen as 21, for PPPK.
const FIRST_PPPK_CODE = 21

/**
 * The 18 digits of a NIP (PNS) or NI PPPK: birth yyyymmdd, appointment yyyymm, sex 1/2, sequence from 001.
 * @source domain.md §3
 */
export function parseNip(text: string, today: CalendarDate): Parsed<string> {
  const typed = parseDigits(text, /^(nip|ni ?pppk)(?![a-z]) *[:.=]?/i)
  if (!typed.ok) return typed
  const digits = typed.value
  if (digits.length !== LENGTH) return faulty('wrong-count', { found: digits.length, min: LENGTH, max: LENGTH })
  return faultOfBirth(digits, today) ?? faultOfAppointment(digits, today) ?? taken(digits)
}

/** What the digits of a right NIP say. */
export function factsOfNip(nip: string): NipFacts {
  return {
    birthDate: `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`,
    sex: nip[14] === '1' ? 'male' : 'female',
    employment: numberAt(nip, 12, 2) >= FIRST_PPPK_CODE ? 'PPPK' : 'PNS',
    appointedYear: numberAt(nip, 8, 4),
  }
}

function faultOfBirth(digits: string, today: CalendarDate): Parsed<never> | undefined {
  const [year, month, day] = [numberAt(digits, 0, 4), numberAt(digits, 4, 2), numberAt(digits, 6, 2)]
  const thisYear = numberAt(today, 0, 4)
  const [min, max] = [thisYear - OLDEST_YEARS, thisYear - YOUNGEST_YEARS_AT_APPOINTMENT]
  if (year < min || year > max) return faulty('bad-birth-year', { at: 1, found: year, min, max })
  if (month < 1 || month > 12) return faulty('bad-month', { at: 5, found: month, min: 1, max: 12 })
  if (calendarDate(year, month, day) !== undefined) return undefined
  return faulty('bad-day', { at: 7, found: day, min: 1, max: daysInMonth(year, month) })
}

function faultOfAppointment(digits: string, today: CalendarDate): Parsed<never> | undefined {
  const [year, code] = [numberAt(digits, 8, 4), numberAt(digits, 12, 2)]
  // Numbers are handed out some weeks before the appointment takes effect, so next year is possible.
  const [min, max] = [numberAt(digits, 0, 4) + YOUNGEST_YEARS_AT_APPOINTMENT, numberAt(today, 0, 4) + 1]
  if (year < min || year > max) return faulty('bad-appointment-year', { at: 9, found: year, min, max })
  const isMonth = code >= 1 && code <= 12
  if (!isMonth && code < FIRST_PPPK_CODE)
    return faulty('bad-appointment-month', { at: 13, found: code, min: 1, max: 12 })
  const sex = numberAt(digits, 14, 1)
  if (sex !== 1 && sex !== 2) return faulty('bad-sex', { at: 15, found: sex, min: 1, max: 2 })
  if (numberAt(digits, 15, 3) === 0) return faulty('zero-sequence', { at: 16, found: 0, min: 1, max: 999 })
  return undefined
}
