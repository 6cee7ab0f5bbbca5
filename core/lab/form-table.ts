import { rgb } from '@cantoo/pdf-lib'
import { type FormSheet, INK, LINE, type Look } from './form-sheet.ts'

/** A cell: a value of the form when it has a field, else words of the form itself. */
export interface Cell {
  readonly width: number
  readonly text: string
  readonly look: 'label' | 'value' | 'head'
  readonly field?: { readonly name: string; readonly tip: string }
}

interface SetCell extends Cell {
  readonly left: number
  readonly lines: readonly string[]
}

const PAD = { x: 6, y: 2.6 }
const SIZE = 9
const LEADING = 12
// Of a long value fewer lines than this are not left alone at the foot of a page.
const LINES_MIN = 3
const TINTS = { label: rgb(0.957, 0.961, 0.969), head: rgb(0.9, 0.91, 0.925), value: rgb(1, 1, 1) }

/** Draws rows of cells; a row that does not fit goes to the next page whole, one longer than a page goes on there. */
export function drawTable(sheet: FormSheet, rows: readonly (readonly Cell[])[], heads: readonly Cell[] = []): void {
  const turn = () => {
    sheet.turn()
    if (heads.length > 0) drawRow(sheet, heads, () => {})
  }
  for (const row of heads.length > 0 ? [heads, ...rows] : rows) drawRow(sheet, row, turn)
}

/** Height of a table's first rows, so that a title is not parted from them. */
export const heightOfRows = (sheet: FormSheet, rows: readonly (readonly Cell[])[]): number =>
  rows.reduce((height, row) => height + heightOf(Math.max(...setCells(sheet, row).map(({ lines }) => lines.length))), 0)

const heightOf = (lines: number) => lines * LEADING + 2 * PAD.y

function setCells(sheet: FormSheet, cells: readonly Cell[]): readonly SetCell[] {
  return cells.map((cell, index) => {
    const left = cells.slice(0, index).reduce((sum, { width }) => sum + width, 0)
    return { ...cell, left, lines: sheet.lines(cell.text, lookOf({ ...cell, left })) }
  })
}

function lookOf({ look, left, width }: Omit<SetCell, 'lines'>): Look {
  const column = { left: left + PAD.x, width: width - 2 * PAD.x }
  return { font: look === 'head' ? 'bold' : 'plain', size: SIZE, color: INK, column }
}

function drawRow(sheet: FormSheet, cells: readonly Cell[], turn: () => void): void {
  const set = setCells(sheet, cells)
  const count = Math.max(...set.map(({ lines }) => lines.length))
  if (heightOf(count) > sheet.room && heightOf(count) <= sheet.fullRoom - heightOf(1)) turn()
  let from = 0
  while (from < count) {
    const fit = Math.min(count - from, Math.floor((sheet.room - 2 * PAD.y) / LEADING))
    if (fit < Math.min(LINES_MIN, count - from)) turn()
    else {
      drawPart(sheet, set, from, from + fit)
      from += fit
    }
  }
}

function drawPart(sheet: FormSheet, set: readonly SetCell[], from: number, to: number): void {
  const height = heightOf(to - from)
  for (const cell of set)
    sheet.page.drawRectangle({
      ...sheet.box(cell, height),
      color: TINTS[cell.look],
      borderColor: LINE,
      borderWidth: 0.6,
    })
  sheet.skip(PAD.y)
  for (const cell of set) {
    const lines = cell.lines.slice(from, to)
    const look = lookOf(cell)
    if (cell.field) {
      // A value that has ended shows nothing more, but its last place stands on a page of its own.
      if (lines.length > 0) sheet.place({ ...cell.field, text: cell.text }, lines, look, LEADING, height - 2 * PAD.y)
    } else for (const [index, line] of lines.entries()) sheet.draw(line, look, sheet.top - index * LEADING)
  }
  sheet.skip(height - PAD.y)
}
