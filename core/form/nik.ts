import { daysInMonth } from './calendar.ts'
import { numberAt, parseDigits } from './digits.ts'
import { faulty, type Parsed, taken } from './fault.ts'

/** What a right NIK says about its holder; the century of the year is not in it. */
export interface NikFacts {
  readonly birthDay: number
  readonly birthMonth: number
  /** 0–99. */
  readonly birthYearOfCentury: number
  readonly sex: 'male' | 'female'
}

const LENGTH = 16
const FIRST_PROVINCE = 11
// Women's day of birth is written 40 higher.
const FEMALE_DAY_OFFSET = 40

/**
 * The 16 digits of a NIK: place of first registration, birth ddmmyy (women dd+40), serial from 0001.
 * @source domain.md §3
 */
export function parseNik(text: string): Parsed<string> {
  const typed = parseDigits(text, /^(nik|no\.? ?ktp)(?![a-z]) *[:.=]?/i)
  if (!typed.ok) return typed
  const digits = typed.value
  if (digits.length !== LENGTH) return faulty('wrong-count', { found: digits.length, min: LENGTH, max: LENGTH })
  const province = numberAt(digits, 0, 2)
  if (province < FIRST_PROVINCE) return faulty('bad-region', { at: 1, found: province, min: FIRST_PROVINCE, max: 99 })
  const wrongBirth = faultOfBirth(digits)
  if (wrongBirth) return wrongBirth
  if (numberAt(digits, 12, 4) === 0) return faulty('zero-sequence', { at: 13, found: 0, min: 1, max: 9999 })
  return taken(digits)
}

/** What the digits of a right NIK say. */
export function factsOfNik(nik: string): NikFacts {
  const day = numberAt(nik, 6, 2)
  const isFemale = day > FEMALE_DAY_OFFSET
  return {
    birthDay: isFemale ? day - FEMALE_DAY_OFFSET : day,
    birthMonth: numberAt(nik, 8, 2),
    birthYearOfCentury: numberAt(nik, 10, 2),
    sex: isFemale ? 'female' : 'male',
  }
}

function faultOfBirth(digits: string): Parsed<never> | undefined {
  const { birthDay, birthMonth, birthYearOfCentury, sex } = factsOfNik(digits)
  if (birthDay < 1 || birthDay > 31) return faulty('bad-day', { at: 7, found: numberAt(digits, 6, 2), min: 1, max: 31 })
  if (birthMonth < 1 || birthMonth > 12) return faulty('bad-month', { at: 9, found: birthMonth, min: 1, max: 12 })
  // 2000 and 1900 share their two digits; the century with the leap day decides in the holder's favour.
  const max = daysInMonth(2000 + birthYearOfCentury, birthMonth)
  if (birthDay <= max) return undefined
  const offset = sex === 'female' ? FEMALE_DAY_OFFSET : 0
  return faulty('bad-day', { at: 7, found: birthDay + offset, min: 1 + offset, max: max + offset })
}
