import { faulty, type Parsed, taken } from './fault.ts'
import { cleanLine } from './typed-text.ts'

const SEPARATOR = /[\s.\-–—_/]/u

/** The digits of a number typed with blanks, dots or dashes and perhaps its label in front ("NIP: 1987…"). */
export function parseDigits(text: string, label: RegExp): Parsed<string> {
  const typed = cleanLine(text.normalize('NFKC')).replace(label, '')
  const characters = [...typed].filter((character) => !SEPARATOR.test(character))
  if (characters.length === 0) return faulty('empty')
  const wrong = characters.findIndex((character) => !/[0-9]/.test(character))
  return wrong < 0 ? taken(characters.join('')) : faulty('not-a-digit', { at: wrong + 1 })
}

/** The number that `length` digits from the 0-based place `start` write. */
export function numberAt(digits: string, start: number, length: number): number {
  return Number(digits.slice(start, start + length))
}
