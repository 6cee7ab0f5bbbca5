import { faulty, type Parsed, taken } from './fault.ts'
import { cleanLine } from './typed-text.ts'

// Counted as people write them, from 08: E.164 is +628 and 7 to 11 more digits.
const SHORTEST = 9
const LONGEST = 13

/** An Indonesian mobile number, typed as 08…, 8…, 62… or +62… with any separators, as E.164 `+628…`. */
export function parseMobileNumber(text: string): Parsed<string> {
  const typed = cleanLine(text.normalize('NFKC')).replace(/[\s.()/\-–—]/gu, '')
  if (typed === '') return faulty('empty')
  const wrong = [...typed].findIndex(
    (character, index) => !/[0-9]/.test(character) && !(character === '+' && index === 0),
  )
  if (wrong >= 0) return faulty('not-a-digit', { at: wrong + 1 })
  // "+62 (0)812" is how some cards print it; a bare 8 is how people continue after "+62".
  const national = typed.replace(/^(?:\+62|0062|62)0?/, '0').replace(/^8/, '08')
  if (!national.startsWith('08')) return faulty('not-a-mobile-number')
  const found = national.length
  if (found < SHORTEST) return faulty('too-short', { found, min: SHORTEST, max: LONGEST })
  if (found > LONGEST) return faulty('too-long', { found, min: SHORTEST, max: LONGEST })
  return taken(`+62${national.slice(1)}`)
}
