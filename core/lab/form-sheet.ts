import { PDFDocument, type PDFPage, type RGB, rgb } from '@cantoo/pdf-lib'
import { type Box, FormFields, type TextValue } from './form-field.ts'
import { type FormFonts, formFonts } from './form-font.ts'
import { linesOf, printable } from './printable.ts'

/** A column: how far from the left margin, and how wide, in points. */
export interface Column {
  readonly left: number
  readonly width: number
}

/** How text looks; across the page unless it has a column. */
export interface Look {
  readonly font: keyof FormFonts
  readonly size: number
  readonly color?: RGB
  readonly align?: 'left' | 'centre'
  readonly column?: Column
}

const A4 = [595.28, 841.89] as const
/** Empty edge left and right, in points. */
export const MARGIN = 56
const HEAD = 44
const FOOT = 58
const LEADING = 1.36
/** Width of the text across the page, in points. */
export const BREADTH = A4[0] - 2 * MARGIN
export const INK = rgb(0.08, 0.08, 0.1)
/** The colour of what is beside the point. */
export const PALE = rgb(0.36, 0.38, 0.42)
export const LINE = rgb(0.62, 0.64, 0.68)

/** A form that is written from top to bottom, its values as fields, and that turns its pages itself. */
export class FormSheet {
  readonly document: PDFDocument
  readonly fields: FormFields
  readonly fonts: FormFonts
  /** Height of what comes next above the lower edge of the page, in points. */
  top = A4[1] - HEAD
  page: PDFPage
  // Measuring is the slow part, and heights are asked before anything is drawn.
  readonly #known = new Map<string, readonly string[]>()

  private constructor(document: PDFDocument, fonts: FormFonts) {
    this.document = document
    this.fonts = fonts
    this.page = document.addPage([...A4])
    this.fields = new FormFields(document, fonts.plain)
  }

  static async create(): Promise<FormSheet> {
    // Without its own dates and ids the same input gives the same bytes.
    const document = await PDFDocument.create({ updateMetadata: false })
    return new FormSheet(document, await formFonts(document))
  }

  /** Points left on this page, and on a fresh one. */
  get room(): number {
    return this.top - FOOT
  }

  readonly fullRoom = A4[1] - HEAD - FOOT

  turn(): void {
    this.page = this.document.addPage([...A4])
    this.top = A4[1] - HEAD
  }

  /** Turns the page unless `height` points are left on it. */
  keep(height: number): void {
    if (this.room < height) this.turn()
  }

  skip(points: number): void {
    this.top -= points
  }

  /** The lines of a text as the form shows it. */
  lines(words: string, { font, size, column }: Look): readonly string[] {
    const [letters, width] = [this.fonts[font], column?.width ?? BREADTH]
    const key = `${font} ${size} ${width} ${words}`
    const lines = this.#known.get(key) ?? linesOf(printable(words, letters), letters, size, width)
    this.#known.set(key, lines)
    return lines
  }

  heightOf = (words: string, look: Look): number => this.lines(words, look).length * look.size * LEADING

  /** Writes a paragraph, over pages when it must. */
  text(words: string, look: Look): void {
    for (const line of this.lines(words, look)) {
      this.keep(look.size * LEADING)
      this.draw(line, look, this.top)
      this.top -= look.size * LEADING
    }
  }

  /** Draws one printable line below `top`. */
  draw(line: string, { font, size, color = INK, align, column }: Look, top: number): void {
    const { left, width } = column ?? { left: 0, width: BREADTH }
    const letters = this.fonts[font]
    const free = align === 'centre' ? (width - letters.widthOfTextAtSize(line, size)) / 2 : 0
    this.page.drawText(line, { x: MARGIN + left + free, y: top - size, size, font: letters, color })
  }

  /** Writes a value as a field without borders. */
  value(field: TextValue, look: Look): void {
    const lines = this.lines(field.text, look)
    const leading = look.size * LEADING
    this.keep(lines.length * leading)
    this.place(field, lines, look, leading, lines.length * leading)
    this.top -= lines.length * leading
  }

  /** Puts a field with these lines below the top, `height` points high. */
  place(field: TextValue, lines: readonly string[], look: Look, leading: number, height: number): void {
    const { size, color = INK, column = { left: 0, width: BREADTH } } = look
    const set = { lines, font: this.fonts[look.font], size, leading, color }
    this.fields.place(this.page, this.box(column, height), field, set)
  }

  /** The box below the top. */
  box({ left, width }: Column, height: number): Box {
    return { x: MARGIN + left, y: this.top - height, width, height }
  }

  rule(thickness: number, gap: number): void {
    const [start, end] = [
      { x: MARGIN, y: this.top },
      { x: A4[0] - MARGIN, y: this.top },
    ]
    this.page.drawLine({ start, end, thickness, color: thickness > 1 ? INK : LINE })
    this.top -= gap
  }

  /** Writes the foot of every page. */
  foot(write: (page: number, pages: number) => void): void {
    const pages = this.document.getPages()
    for (const [index, page] of pages.entries()) {
      this.page = page
      this.top = FOOT - 10
      write(index + 1, pages.length)
    }
  }
}
