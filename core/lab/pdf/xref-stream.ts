import type { Spending } from './budget.ts'
import { filtersOf, unfiltered } from './filter.ts'
import { indirectObjectAt } from './indirect-object.ts'
import { PdfRefused } from './refused.ts'
import { nameOf, type PdfDictionary, type PdfStream, type PdfValue, wholeOf } from './value.ts'
import type { XrefEntry, XrefSection } from './xref-section.ts'
import { prevOf } from './xref-table.ts'

const FIELD_BYTES_MAX = 8
/** Nothing may be looked up before there is a table to look it up in. */
const direct = (value: PdfValue | undefined) => value
const noLength = () => undefined

/** Reads the cross-reference stream whose object begins at this offset (7.5.8). @throws PdfRefused */
export function xrefStreamAt(bytes: Uint8Array, offset: number, spending: Spending): XrefSection {
  const { value, start, end } = indirectObjectAt(bytes, offset, spending, noLength)
  if (value.kind !== 'stream' || nameOf(value.dictionary.entries.get('Type')) !== 'XRef')
    throw new PdfRefused('XREF', start)
  const trailer = value.dictionary
  return {
    kind: 'stream',
    start,
    end,
    hybrid: undefined,
    entries: entriesOf(value, unpacked(bytes, value, spending), spending),
    trailer,
    prev: prevOf(trailer, bytes),
  }
}

/** It is never encrypted (7.5.8.2). */
function unpacked(bytes: Uint8Array, stream: PdfStream, spending: Spending): Uint8Array {
  let data = bytes.subarray(stream.dataStart, stream.dataEnd)
  for (const step of filtersOf(stream.dictionary, direct)) data = unfiltered(data, step, spending)
  return data
}

function entriesOf({ dictionary }: PdfStream, data: Uint8Array, spending: Spending): ReadonlyMap<number, XrefEntry> {
  const widths = wholesOf(dictionary, 'W', 3)
  const [kindBytes = 0, secondBytes = 0, thirdBytes = 0] = widths
  const rowBytes = kindBytes + secondBytes + thirdBytes
  if (widths.length !== 3 || widths.some((width) => width > FIELD_BYTES_MAX) || rowBytes === 0) refuse(dictionary)
  const entries = new Map<number, XrefEntry>()
  let at = 0
  for (const [first, count] of rangesOf(dictionary)) {
    if (at + count * rowBytes > data.length) refuse(dictionary)
    spending.entries(count)
    for (let i = 0; i < count; i++, at += rowBytes) {
      if (entries.has(first + i)) refuse(dictionary)
      const kind = kindBytes === 0 ? 1 : big(data, at, kindBytes)
      const second = big(data, at + kindBytes, secondBytes)
      const third = big(data, at + kindBytes + secondBytes, thirdBytes)
      entries.set(first + i, entryOf(kind, second, third))
    }
  }
  return entries
}

/** `Index` in pairs; all numbers below `Size` when it is absent. */
function rangesOf(dictionary: PdfDictionary): readonly (readonly [number, number])[] {
  const size = wholeOf(dictionary.entries.get('Size'))
  if (size === undefined) return refuse(dictionary)
  if (!dictionary.entries.has('Index')) return [[0, size]]
  const index = wholesOf(dictionary, 'Index', 100_000)
  if (index.length % 2 !== 0) refuse(dictionary)
  return index.flatMap((first, i) => (i % 2 === 0 ? [[first, index[i + 1] ?? 0] as const] : []))
}

function wholesOf(dictionary: PdfDictionary, key: string, most: number): readonly number[] {
  const value = dictionary.entries.get(key)
  if (value?.kind !== 'array' || value.items.length > most) return refuse(dictionary)
  return value.items.map((item) => wholeOf(item) ?? refuse(dictionary))
}

function big(data: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) value = value * 256 + Number(data[i])
  if (!Number.isSafeInteger(value)) throw new PdfRefused('XREF')
  return value
}

/** A kind that is not known stands for nothing (table 18). */
function entryOf(kind: number, second: number, third: number): XrefEntry {
  if (kind === 1 && second > 0) return { kind: 'file', offset: second, generation: third }
  return kind === 2 ? { kind: 'object-stream', stream: second, index: third } : { kind: 'free', generation: third }
}

function refuse({ start }: PdfDictionary): never {
  throw new PdfRefused('XREF', start)
}
