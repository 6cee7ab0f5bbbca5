// Controls, bidi overrides and other invisible characters, lone surrogates: they can hide or reorder what a reader sees.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu
const INVISIBLE_BUT_LINES = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu

/** One line of typed text without invisible characters: blanks single, ends trimmed, NFC. */
export function cleanLine(text: string): string {
  return text.replace(/\s/gu, ' ').replace(INVISIBLE, '').normalize('NFC').replace(/ +/g, ' ').trim()
}

/** Typed text of several lines without invisible characters: at most one empty line in a row, ends trimmed, NFC. */
export function cleanLines(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/(?!\n)\s/gu, ' ')
    .replace(INVISIBLE_BUT_LINES, '')
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
