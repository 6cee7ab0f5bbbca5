import { type Bare, type Place, placesOf } from './wording.ts'

const NUMBER_AHEAD = /(?:^|[^a-z0-9.,:/-])(\d[\d.,]*|o)[^a-z0-9|]*$/i
const NUMBER_BEHIND = /^[^a-z0-9]*(\d[\d.,]*|o)(?![a-z0-9:/])/i

/** What stands before a place in the text as it was read. */
export const ahead = ({ source, at }: Bare, { start }: Place): string => source.slice(0, at[start] ?? source.length)

/** What stands behind a place in the text as it was read. */
export const behind = ({ source, at }: Bare, { end }: Place): string => source.slice((at[end - 1] ?? source.length) + 1)

/** The number that ends a text, such as `0` of "0 " before "threats found". */
export const numberAhead = (text: string): number | null => numberIn(NUMBER_AHEAD.exec(text))

/** The number that begins a text, such as `0` of ": 0" behind "Infected items". */
export const numberBehind = (text: string): number | null => numberIn(NUMBER_BEHIND.exec(text))

// Readers take a lone zero for the letter; points and commas group digits, for nobody counts halves of a file.
function numberIn(found: RegExpExecArray | null): number | null {
  const digits = found?.[1]?.replace(/o/i, '0').replace(/[.,]/g, '')
  return digits === undefined || digits.length > 9 ? null : Number(digits)
}

/** The one number that stands behind (or else before) one of these wordings; null for none or several. */
export function numberBeside(rows: readonly Bare[], wordings: readonly string[]): number | null {
  const found = rows.flatMap((row) =>
    wordings.flatMap((wording) =>
      placesOf(row, wording).map((place) => numberBehind(behind(row, place)) ?? numberAhead(ahead(row, place))),
    ),
  )
  return theOnly(found)
}

/** What all readings that found anything agree on; null when none did, or when they differ. */
export function theOnly<T extends string | number>(found: readonly (T | null | undefined)[]): T | null {
  const [one, ...others] = new Set(found.filter((each) => each !== null && each !== undefined))
  return one === undefined || others.length > 0 ? null : one
}
