/** A number or address that tells who somebody is; it is looked for whole, never by its parts. */
export interface PersonKey {
  readonly kind: 'nip' | 'nik' | 'mail'
  readonly value: string
}

/** What can be looked for in a text. */
export interface PlainWords {
  /** Lower case, each once, in the order of the text; no number of a person is among them. */
  readonly words: readonly string[]
  readonly people: readonly PersonKey[]
}

const mailAddress = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\p{L}/gu
/** Digits that belong together however they are grouped; below that many they are a day, a room or a year. */
const longNumber = /\b(?:\d{18}|\d{16})\b|\+?\d(?:[ .()/-]{0,2}\d){8,}/g
const [nipDigits, nikDigits] = [18, 16]
const word = /[\p{L}\p{N}]+/gu
const [lettersMin, lettersMax] = [2, 40]

/** Takes numbers and addresses of people out of a text, and the rest apart. */
export function plainWords(text: string): PlainWords {
  const people: PersonKey[] = []
  const rest = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(mailAddress, (value) => {
      people.push({ kind: 'mail', value })
      return ' '
    })
    .replace(longNumber, (typed) => {
      const value = typed.replace(/\D/g, '')
      if (value.length === nipDigits) people.push({ kind: 'nip', value })
      if (value.length === nikDigits) people.push({ kind: 'nik', value })
      return ' '
    })
  const found = (rest.match(word) ?? []).filter(({ length }) => length >= lettersMin && length <= lettersMax)
  return { words: [...new Set(found)], people }
}
