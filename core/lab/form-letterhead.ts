import { BREADTH, type FormSheet, MARGIN } from './form-sheet.ts'

/** The head of an agency's letters: lines of text, the second the largest, and its emblem as a PNG. */
export interface Letterhead {
  readonly lines: readonly string[]
  readonly logo?: Uint8Array | undefined
}

const EMBLEM = 54

/** Draws a letterhead with its double line. @throws Error when the emblem is no PNG */
export async function drawLetterhead(sheet: FormSheet, { lines, logo }: Letterhead): Promise<void> {
  const start = sheet.top
  if (logo) {
    const emblem = await sheet.document.embedPng(logo)
    const { width, height } = emblem.scaleToFit(EMBLEM, EMBLEM)
    sheet.page.drawImage(emblem, { x: MARGIN + (EMBLEM - width) / 2, y: start - height, width, height })
  }
  const inset = logo ? EMBLEM + 8 : 0
  const column = { left: inset, width: BREADTH - inset }
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
