import type { Spending } from './budget.ts'
import { Parser } from './parser.ts'
import { PdfRefused } from './refused.ts'
import { nameOf, type PdfStream, type PdfValue, wholeOf } from './value.ts'

const OBJECTS_MAX = 200_000

/** An object stream, unpacked: which objects it holds, and each of them parsed when it is asked for. */
export interface ObjectStream {
  readonly numbers: readonly number[]
  value(index: number): PdfValue
}

/** Reads the head of an object stream (ISO 32000-2, 7.5.7). @throws PdfRefused, as does `value` */
export function objectStreamOf({ dictionary }: PdfStream, data: Uint8Array, spending: Spending): ObjectStream {
  const refuse = (): never => {
    throw new PdfRefused('OBJECT_STREAM', dictionary.start)
  }
  const count = wholeOf(dictionary.entries.get('N')) ?? refuse()
  const first = wholeOf(dictionary.entries.get('First')) ?? refuse()
  if (nameOf(dictionary.entries.get('Type')) !== 'ObjStm' || first > data.length) refuse()
  if (count > OBJECTS_MAX) throw new PdfRefused('BUDGET', dictionary.start)
  const head = new Parser(data.subarray(0, first), 0, spending)
  const numbers: number[] = []
  const offsets: number[] = []
  for (let i = 0; i < count; i++) {
    head.skipSpace()
    numbers.push(head.whole())
    head.skipSpace()
    offsets.push(first + head.whole())
  }
  spending.scanned(first)
  const parsed = new Map<number, PdfValue>()
  return {
    numbers,
    value(index) {
      const known = parsed.get(index)
      if (known !== undefined) return known
      const value = valueAt(data, offsets[index] ?? refuse(), spending)
      // Streams, and what stands alone as a reference, may not be in here.
      if (value.kind === 'reference') refuse()
      parsed.set(index, value)
      return value
    },
  }
}

function valueAt(data: Uint8Array, offset: number, spending: Spending): PdfValue {
  const parser = new Parser(data, offset, spending)
  try {
    return parser.value()
  } finally {
    spending.scanned(Math.max(16, parser.at - offset))
  }
}
