import { PdfRefused } from './refused.ts'
import { type PdfDictionary, wholeOf } from './value.ts'

const COLUMNS_MAX = 1 << 20

/** Undoes the predictor that the parameters of a filter name: none, or PNG's (ISO 32000-2, 7.4.4.4). @throws PdfRefused */
export function unpredicted(data: Uint8Array, { entries }: PdfDictionary): Uint8Array {
  const parameter = (name: string, byDefault: number) =>
    entries.has(name) ? (wholeOf(entries.get(name)) ?? -1) : byDefault
  const predictor = parameter('Predictor', 1)
  if (predictor === 1) return data
  const [colors, bits, columns] = [parameter('Colors', 1), parameter('BitsPerComponent', 8), parameter('Columns', 1)]
  if (predictor < 10 || predictor > 15 || colors < 1 || colors > 32 || bits < 1 || bits > 16)
    throw new PdfRefused('FILTER')
  if (columns < 1 || columns > COLUMNS_MAX) throw new PdfRefused('FILTER')
  return withoutPng(data, Math.ceil((colors * bits * columns) / 8), Math.max(1, Math.ceil((colors * bits) / 8)))
}

/** Each row begins with the number of its own predictor (PNG, 9.2). */
function withoutPng(data: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array {
  if (data.length % (rowBytes + 1) !== 0) throw new PdfRefused('FILTER')
  const rows = data.length / (rowBytes + 1)
  const made = new Uint8Array(rows * rowBytes)
  for (let row = 0; row < rows; row++) {
    const from = row * (rowBytes + 1)
    const kind = Number(data[from])
    if (kind > 4) throw new PdfRefused('FILTER')
    undoRow(made, row * rowBytes, data.subarray(from + 1, from + 1 + rowBytes), { kind, pixelBytes })
  }
  return made
}

function undoRow(
  made: Uint8Array,
  at: number,
  coded: Uint8Array,
  { kind, pixelBytes }: { kind: number; pixelBytes: number },
): void {
  const above = at - coded.length
  if (kind === 0 || (kind === 2 && above < 0)) {
    made.set(coded, at)
    return
  }
  if (kind === 2) {
    for (let i = 0; i < coded.length; i++) made[at + i] = Number(coded[i]) + Number(made[above + i])
    return
  }
  for (let i = 0; i < coded.length; i++) {
    const left = i >= pixelBytes ? Number(made[at + i - pixelBytes]) : 0
    const up = above >= 0 ? Number(made[above + i]) : 0
    const upLeft = above >= 0 && i >= pixelBytes ? Number(made[above + i - pixelBytes]) : 0
    made[at + i] = Number(coded[i]) + predicted(kind, left, up, upLeft)
  }
}

function predicted(kind: number, left: number, up: number, upLeft: number): number {
  if (kind === 1) return left
  return kind === 3 ? (left + up) >> 1 : paeth(left, up, upLeft)
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft
  const [toLeft, toUp, toUpLeft] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)]
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}
