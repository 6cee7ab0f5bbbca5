import type { ScanMode } from './facts.ts'
import { commonModes, type ModeWordings } from './mode-wordings.ts'
import { type Product, products } from './products.ts'
import type { Screen } from './screen.ts'
import { behind, theOnly } from './screen-number.ts'
import { type Bare, bareOf, holds, placesOf, plainOf } from './wording.ts'

/** Where every product may tell the mode of the scan before. */
const lastScan = products.flatMap(({ modeAfter = [] }) => modeAfter)

/** What may stand beside a mode in a title. */
const besides = [
  'scan finished',
  'scan completed',
  'completed',
  'finished',
  'selesai',
  'pemindaian selesai',
  'scan area',
  'area scan',
  'scan type',
  'jenis pemindaian',
  'result',
  'hasil',
]
const strayLettersMax = 3

/**
 * The mode of the scan that a screen tells of. Buttons that start a scan are no evidence: a mode counts on the line of
 * the last scan, or as a title where the product has no such line. Two modes are none.
 */
export function scanModeOf({ cells, rows }: Screen, product: Product | null): ScanMode | null {
  const modes = product?.modes ?? commonModes
  const lines = rows.map(bareOf).flatMap((row) => lastScan.flatMap((wording) => restsBehind(row, wording)))
  const told = lines.flatMap((line) => modesIn(modes, (wording) => holds(line, wording)))
  if (lines.length > 0 || product?.modeAfter !== undefined) return theOnly(told)
  return theOnly(cells.map(bareOf).flatMap((cell) => modesIn(modes, (wording) => isTitle(cell, wording))))
}

const restsBehind = (row: Bare, wording: string): readonly Bare[] =>
  placesOf(row, wording).map((place) => bareOf(behind(row, place)))

const modesIn = (modes: ModeWordings, isThere: (wording: string) => boolean): readonly ScanMode[] =>
  // The keys of the record of modes.
  (Object.keys(modes) as ScanMode[]).filter((mode) => modes[mode].some(isThere))

function isTitle(cell: Bare, wording: string): boolean {
  const letters = bareOf(plainOf(cell.source).replace(/\d/g, ''))
  const [place] = placesOf(letters, wording)
  if (place === undefined) return false
  const left = bareOf(letters.text.slice(0, place.start) + letters.text.slice(place.end))
  const isAlone = left.text.length <= strayLettersMax
  return (
    isAlone || besides.some((word) => left.text.length <= plainOf(word).length + strayLettersMax && holds(left, word))
  )
}
