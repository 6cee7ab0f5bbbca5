import { acroName } from '../form/layout.ts'
import type { FilledChange, FilledSection, FilledValue } from '../legalise/filled-section.ts'
import { BREADTH, type FormSheet } from './form-sheet.ts'
import { type Cell, drawTable, heightOfRows } from './form-table.ts'

const LABEL = 138
const HALF = BREADTH / 2
const SHORT_LABEL = 98

/** Draws one part of a form: its title, and its values as a table. */
export function drawSection(sheet: FormSheet, { title, rows, changes }: FilledSection, letter: string): void {
  const heads = changes.length > 0 ? changeHeads : []
  const cells = [...pairs(rows).map(cellsOf), ...changes.map(changeCells)]
  const first = heightOfRows(
    sheet,
    [heads, ...cells.slice(0, 1)].filter((row) => row.length > 0),
  )
  // What is longer than this begins below its title and goes on over the page.
  drawTitle(sheet, `${letter}. ${title}`, Math.min(first, 120))
  drawTable(sheet, cells, heads)
}

/** Writes the title of a part, never alone at the foot of a page: `below` is the height of what stays with it. */
export function drawTitle(sheet: FormSheet, words: string, below: number): void {
  sheet.skip(8)
  sheet.keep(20 + below)
  sheet.text(words, { font: 'bold', size: 9.8 })
  sheet.skip(2.5)
}

/** Short values two by two, all others alone. */
function pairs(rows: readonly FilledValue[]): readonly (readonly FilledValue[])[] {
  const set: FilledValue[][] = []
  for (const row of rows) {
    const last = set.at(-1)
    if (row.isShort && last?.length === 1 && last[0]?.isShort) last.push(row)
    else set.push([row])
  }
  return set
}

function cellsOf(row: readonly FilledValue[]): readonly Cell[] {
  if (row.length < 2) return row.flatMap((value) => [labelCell(value.label, LABEL), cellOf(value, BREADTH - LABEL)])
  return row.flatMap((value, index) => {
    const label = index === 0 ? LABEL : SHORT_LABEL
    return [labelCell(value.label, label), cellOf(value, HALF - label)]
  })
}

const labelCell = (text: string, width: number): Cell => ({ width, text, look: 'label' })

const cellOf = ({ key, label, text }: FilledValue, width: number): Cell => ({
  width,
  text,
  look: 'value',
  field: { name: acroName(key), tip: label },
})

const changeWidths = [LABEL, (BREADTH - LABEL) / 2, (BREADTH - LABEL) / 2] as const
const changeHeads: readonly Cell[] = (['Data', 'Lama', 'Baru'] as const).map((text, index) => ({
  width: changeWidths[index] ?? 0,
  text,
  look: 'head',
}))

const changeCells = ({ label, old, now }: FilledChange): readonly Cell[] => [
  labelCell(label, changeWidths[0]),
  cellOf(old, changeWidths[1]),
  cellOf(now, changeWidths[2]),
]
