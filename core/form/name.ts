import { faulty, type Parsed, taken } from './fault.ts'
import { cleanLine } from './typed-text.ts'

/** A name as typed, with the titles seen in it; the form wants the name on the identity card, usually without them. */
export interface PersonName {
  readonly name: string
  readonly titles: readonly string[]
}

const SHORTEST = 3
const LONGEST = 100
const LETTER = /[\p{Script=Latin}\p{Mn}]/u
// Before the name they stand as words of their own, after it with a dot inside or behind a comma.
const LEADING_TITLES = new Set('dr drs dra drg drh ir prof h hj'.split(' '))
const TRAILING_TITLE = /^(?:[smda]\.?[a-z]{1,6}(?:\.[a-z]+)*|ph\.?d|m\.?b\.?a|apt|ners?|ns|cpa|ca)\.?$/i

/** A person's name of 3–100 Latin letters, dots, apostrophes, hyphens and blanks; a comma only before titles. */
export function parsePersonName(text: string): Parsed<PersonName> {
  const name = cleanLine(text.normalize('NFKC'))
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
  const found = [...name].length
  if (found === 0) return faulty('empty')
  if (found > LONGEST) return faulty('too-long', { found, max: LONGEST })
  const wrong = faultOfCharacters(name)
  if (wrong) return wrong
  if (found < SHORTEST) return faulty('too-short', { found, min: SHORTEST })
  if ((name.match(/\p{L}/gu) ?? []).length < 2) return faulty('bad-character', { at: 1 })
  return taken({ name, titles: titlesIn(name) })
}

function faultOfCharacters(name: string): Parsed<never> | undefined {
  const comma = name.indexOf(',')
  const allowsComma =
    comma > 0 &&
    name
      .slice(comma)
      .split(/[, ]+/)
      .every((word) => word === '' || TRAILING_TITLE.test(word))
  for (const [index, character] of [...name].entries()) {
    if (/\p{N}/u.test(character)) return faulty('has-digit', { at: index + 1 })
    if (LETTER.test(character) || " .'-".includes(character)) continue
    if (character === ',' && allowsComma) continue
    return faulty('bad-character', { at: index + 1 })
  }
  return undefined
}

function titlesIn(name: string): readonly string[] {
  const words = name.split(/[, ]+/)
  const afterComma = name.includes(',') ? new Set(name.slice(name.indexOf(',')).split(/[, ]+/)) : new Set<string>()
  return words.filter((word, index) => {
    if (word === '') return false
    if (afterComma.has(word)) return true
    const isLeading = index < words.length - 1 && LEADING_TITLES.has(word.toLowerCase().replace(/\./g, ''))
    // "S.Kom" is a title, "Muh." and "A." are how names are shortened: a dot between letters decides.
    const isTrailing = index > 0 && /\p{L}\.\p{L}/u.test(word) && TRAILING_TITLE.test(word)
    return isLeading || isTrailing
  })
}
