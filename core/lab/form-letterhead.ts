import { BREADTH, type FormSheet } from './form-sheet.ts'

/** The head of an agency's letters: lines of text, the second the largest, and its emblem as a PNG. */
export interface Letterhead {
  readonly lines: readonly string[]
  readonly logo?: Uint8Array | undefined
}

const EMBLEM = 58

/** Draws a letterhead with its double line. @throws Error when the emblem is no PNG */
export async function drawLetterhead(sheet: FormSheet, { lines, logo }: Letterhead): Promise<void> {
  const start = sheet.top
  if (logo) sheet.picture(await sheet.document.embedPng(logo), EMBLEM)
  const inset = logo ? EMBLEM + 6 : 0
  const column = { left: inset, width: BREADTH - 2 * inset }
  const largest = Math.min(1, lines.length - 1)
  for (const [index, line] of lines.entries()) {
    const size = index === largest ? 13 : index < largest ? 11 : 8.6
    sheet.text(line, { font: index <= largest ? 'bold' : 'plain', size, align: 'centre', column })
  }
  sheet.top = Math.min(sheet.top, logo ? start - EMBLEM : sheet.top)
  sheet.skip(6)
  sheet.rule(1.6, 2.4)
  sheet.rule(0.6, 12)
}
