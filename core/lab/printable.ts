import type { PDFFont } from '@cantoo/pdf-lib'
import { cleanLines } from '../form/typed-text.ts'

// What has no accent to drop and is written often enough to deserve better than a question mark.
const SPELLED: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '−': '-',
  '‑': '-',
  '‐': '-',
  '✓': 'v',
  '✔': 'v',
  '✅': 'v',
  '✖': 'x',
  '✗': 'x',
  Đ: 'D',
  đ: 'd',
  Ł: 'L',
  ł: 'l',
  ı: 'i',
  ﬁ: 'fi',
  ﬂ: 'fl',
}

/** Text that a font can show: accents it lacks are dropped, common signs spelled out, the rest shown as "?"; never a throw. */
export function printable(text: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet())
  const shows = (word: string) => [...word].every((character) => known.has(character.codePointAt(0) ?? 0))
  return cleanLines(text).replace(/[^\n]/gu, (character) => {
    if (shows(character)) return character
    const spelled = SPELLED[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '')
    if (spelled === '') return ''
    return shows(spelled) ? spelled : '?'
  })
}

/** Lines of printable text that are at most `width` points wide; words wider than that are broken where they must be. */
export function linesOf(text: string, font: PDFFont, size: number, width: number): readonly string[] {
  const fits = (line: string) => font.widthOfTextAtSize(line, size) <= width
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ').flatMap((word) => brokenWord(word, fits))) {
      const longer = line === '' ? word : `${line} ${word}`
      if (fits(longer)) line = longer
      else {
        lines.push(line)
        line = word
      }
    }
    lines.push(line)
  }
  return lines
}

function brokenWord(word: string, fits: (part: string) => boolean): readonly string[] {
  if (fits(word)) return [word]
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (part !== '' && !fits(part + character)) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}
