import type { Spending } from './budget.ts'
import type { PdfObject } from './document.ts'
import { Parser } from './parser.ts'
import { PdfRefused } from './refused.ts'
import { nameOf, type PdfStream, type PdfValue, wholeOf } from './value.ts'

const OBJECTS_MAX = 200_000

/** An object stream, unpacked; each of its objects is parsed when it is asked for. */
export interface ObjectStream {
  /** The object of this number, which must stand at this index. @throws PdfRefused */
  object(number: number, index: number): PdfObject
}

/** Reads the head of an object stream (ISO 32000-2, 7.5.7). @throws PdfRefused */
export function objectStreamOf(stream: PdfStream, data: Uint8Array, spending: Spending): ObjectStream {
  const { numbers, offsets } = headOf(stream, data, spending)
  const parsed = new Map<number, PdfObject>()
  return {
    object(number, index) {
      const known = parsed.get(index)
      if (known?.number === number) return known
      const offset = offsets[index]
      if (offset === undefined || numbers[index] !== number) return refuse(stream)
      const value = valueAt(data, offset, spending)
      // A reference alone is no object.
      if (value.kind === 'reference') refuse(stream)
      const place = { in: 'object-stream', stream: stream.number, index } as const
      const object = { number, generation: 0, value, place }
      parsed.set(index, object)
      return object
    },
  }
}

function headOf(stream: PdfStream, data: Uint8Array, spending: Spending): { numbers: number[]; offsets: number[] } {
  const { entries, hasDuplicates } = stream.dictionary
  const count = wholeOf(entries.get('N')) ?? refuse(stream)
  const first = wholeOf(entries.get('First')) ?? refuse(stream)
  if (hasDuplicates || nameOf(entries.get('Type')) !== 'ObjStm' || first > data.length) refuse(stream)
  if (count > OBJECTS_MAX) throw new PdfRefused('BUDGET', stream.start)
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
  return { numbers, offsets }
}

function refuse({ start }: PdfStream): never {
  throw new PdfRefused('OBJECT_STREAM', start)
}

function valueAt(data: Uint8Array, offset: number, spending: Spending): PdfValue {
  const parser = new Parser(data, offset, spending)
  try {
    return parser.value()
  } finally {
    spending.scanned(Math.max(256, parser.at - offset))
  }
}
