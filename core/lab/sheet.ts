import { PDFDocument, type PDFFont, type PDFPage, type RGB, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { FormFields } from './form-field.ts'
import { linesOf, printable } from './printable.ts'

/** How a piece of text looks: its letter, its size in points, its column. */
export interface Style {
  readonly font: 'plain' | 'bold' | 'fixed'
  readonly size: number
  readonly color?: RGB
  /** Distance from the left margin, in points. */
  readonly left?: number
  /** Width of the column in points; to the right margin when absent. */
  readonly width?: number
}

/** Where a square lies, in points. */
export interface Place {
  readonly left: number
  readonly top: number
  readonly size: number
}

const A4 = [595.28, 841.89] as const
const MARGIN = 56
const FOOT = 64
const LEADING = 1.35
const INK = rgb(0.1, 0.1, 0.12)
const FAINT = rgb(0.4, 0.42, 0.46)
const LINE = rgb(0.75, 0.77, 0.8)

/** The colour of what is beside the point. */
export const faint = FAINT

/** A document that is written from top to bottom and turns its pages itself. */
export class Sheet {
  readonly #document: PDFDocument
  readonly #fonts: Readonly<Record<Style['font'], PDFFont>>
  #page: PDFPage
  #top = A4[1] - MARGIN

  private constructor(document: PDFDocument, fonts: Readonly<Record<Style['font'], PDFFont>>) {
    this.#document = document
    this.#fonts = fonts
    this.#page = document.addPage([...A4])
  }

  /** @param title shown by readers as the document's name */
  static async create(title: string, madeAt?: Date, keywords: readonly string[] = []): Promise<Sheet> {
    // Without its own dates and ids the same input gives the same bytes.
    const document = await PDFDocument.create({ updateMetadata: false })
    document.setTitle(title, { showInWindowTitleBar: true })
    document.setProducer('Pandu')
    document.setLanguage('id-ID')
    if (keywords.length > 0) document.setKeywords([...keywords])
    if (madeAt) document.setCreationDate(madeAt)
    return new Sheet(document, {
      plain: await document.embedFont(StandardFonts.Helvetica),
      bold: await document.embedFont(StandardFonts.HelveticaBold),
      fixed: await document.embedFont(StandardFonts.Courier),
    })
  }

  /** Writes text cells side by side, and moves below the tallest; a row that does not fit goes to the next page whole. */
  row(cells: readonly (readonly [string, Style])[], gap = 0): void {
    const set = cells.map(([text, style]) => ({ style, lines: this.#lines(text, style) }))
    const height = Math.max(...set.map(({ style, lines }) => lines.length * style.size * LEADING))
    if (height <= A4[1] - MARGIN - FOOT) this.room(height)
    const start = { page: this.#page, top: this.#top }
    let deepest = start
    for (const { style, lines } of set) {
      this.#page = start.page
      this.#top = start.top
      for (const line of lines) this.#line(line, style)
      if (this.#isDeeper(deepest)) deepest = { page: this.#page, top: this.#top }
    }
    this.#page = deepest.page
    this.#top = deepest.top - gap
  }

  /** Turns the page unless `height` points are left on it. @returns true when it turned */
  room(height: number): boolean {
    if (this.#top - height >= FOOT) return false
    this.#page = this.#document.addPage([...A4])
    this.#top = A4[1] - MARGIN
    return true
  }

  skip(points: number): void {
    this.#top -= points
  }

  /** A thin line across the page. */
  rule(): void {
    const y = this.#top
    this.#page.drawLine({ start: { x: MARGIN, y }, end: { x: A4[0] - MARGIN, y }, thickness: 0.7, color: LINE })
    this.#top -= 8
  }

  /** Draws a square of modules, dark where true; its upper left corner in points from the page's own. */
  square(modules: readonly (readonly boolean[])[], { left, top, size }: Place): void {
    const step = size / modules.length
    // One path: between single squares a reader would show hairlines.
    const path = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
    this.#page.drawSvgPath(path.join(''), { x: left, y: A4[1] - top, scale: step, color: rgb(0, 0, 0), borderWidth: 0 })
  }

  /** A box that waits for an electronic signature, below its title, on one page. @param field its full name */
  signature(field: string, title: string, width: number, height: number): void {
    this.room(height + 30)
    this.row([[title, { font: 'bold', size: 10 }]], 4)
    const box = { x: MARGIN, y: this.#top - height, width, height }
    this.#page.drawRectangle({ ...box, borderColor: LINE, borderWidth: 0.8 })
    new FormFields(this.#document, this.#fonts.plain).signature(this.#page, box, field, title)
    this.#top -= height + 8
  }

  /** Writes the foot of every page and gives the document's bytes. */
  async finish(foot: (page: number, pages: number) => readonly [string, string]): Promise<Uint8Array> {
    const pages = this.#document.getPages()
    const style: Style = { font: 'plain', size: 7.5, color: FAINT, width: A4[0] - 2 * MARGIN - 90 }
    for (const [index, page] of pages.entries()) {
      const [left, right] = foot(index + 1, pages.length)
      this.#page = page
      this.#top = FOOT - 14
      for (const line of this.#lines(left, style).slice(0, 3)) this.#line(line, style)
      const number = printable(right, this.#fonts.plain)
      const x = A4[0] - MARGIN - this.#fonts.plain.widthOfTextAtSize(number, style.size)
      page.drawText(number, { x, y: FOOT - 14 - style.size, size: style.size, font: this.#fonts.plain, color: FAINT })
    }
    // Plain objects, so that every signing program can add to them.
    return this.#document.save({ updateFieldAppearances: false, useObjectStreams: false })
  }

  #lines(text: string, { font, size, left = 0, width = A4[0] - 2 * MARGIN - left }: Style): readonly string[] {
    return linesOf(printable(text, this.#fonts[font]), this.#fonts[font], size, width)
  }

  #line(line: string, { font, size, color = INK, left = 0 }: Style): void {
    if (this.#top - size < FOOT && this.#top > FOOT) this.#next()
    this.#page.drawText(line, { x: MARGIN + left, y: this.#top - size, size, font: this.#fonts[font], color })
    this.#top -= size * LEADING
  }

  /** The page after this one, which another cell of the row may have begun already. */
  #next(): void {
    const pages = this.#document.getPages()
    this.#page = pages[pages.indexOf(this.#page) + 1] ?? this.#document.addPage([...A4])
    this.#top = A4[1] - MARGIN
  }

  #isDeeper(than: { readonly page: PDFPage; readonly top: number }): boolean {
    const pages = this.#document.getPages()
    const [mine, other] = [pages.indexOf(this.#page), pages.indexOf(than.page)]
    return mine > other || (mine === other && this.#top < than.top)
  }
}
