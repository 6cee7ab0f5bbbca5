/** Before a name they are titles, with a dot or without one. */
const leadingTitles = new Set('dr drs dra drg drh ir prof hj kh apt ners'.split(' '))
/** Before a name they are titles with a dot alone: without one they may be an initial. */
const dottedTitles = new Set(['h', 'ns', 'tgk', 'ust'])
/** Degrees as they stand behind a name, folded to their letters. */
const degree = /^(?:(?:a|am|s|m|sp|d)[a-z]{1,6}|phd|mba|apt|ners?|ns|ca|cpa|cisa|cissp)$/
const letters = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '')

/**
 * A person's name without titles (gelar), as words in lower case, so that `Dr. HARI PRASETYO, S.Kom., M.T.` is
 * `hari prasetyo`. Signs of another script stay what they are.
 */
export function bareName(text: string): string {
  const [name = '', ...behind] = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(',')
  const words = withoutLeading(withoutTrailing(wordsIn(name)))
  // Behind a comma only degrees are left out: whatever else stands there belongs to the name.
  const kept = behind.flatMap(wordsIn).filter((word) => !isDegree(word))
  return [...words, ...kept].map(letters).filter(Boolean).join(' ')
}

/** True when both name the same person, titles, case, dots and blanks apart; an empty name is nobody's. */
export function isSameName(one: string, other: string): boolean {
  const bare = bareName(one)
  return bare !== '' && bare === bareName(other)
}

/** Written without dots a degree is short: `SE`, `MSi`; `Sari` is a name. */
const isDegree = (word: string): boolean =>
  degree.test(letters(word)) && (word.includes('.') || letters(word).length <= 3 || !/^[asmd]/.test(word))

const wordsIn = (text: string): readonly string[] => text.split(/[\s\-‐‑‒–—]+/u).filter((word) => letters(word) !== '')

function withoutLeading(words: readonly string[]): readonly string[] {
  const [first, ...rest] = words
  if (first === undefined || rest.length === 0) return words
  const folded = letters(first)
  const isTitle = leadingTitles.has(folded) || (first.endsWith('.') && dottedTitles.has(folded))
  return isTitle ? withoutLeading(rest) : words
}

/** Without a comma a degree needs a dot between its letters: `S.Kom`, `M.T.`; "St" may be a name. */
function withoutTrailing(words: readonly string[]): readonly string[] {
  const last = words.at(-1)
  if (last === undefined || words.length === 1) return words
  return /\p{L}\.\p{L}/u.test(last) && degree.test(letters(last)) ? withoutTrailing(words.slice(0, -1)) : words
}
