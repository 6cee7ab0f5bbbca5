import type { Spending } from './budget.ts'
import { Parser } from './parser.ts'
import { PdfRefused } from './refused.ts'
import { behindEndOfLine, isDigit } from './sign.ts'
import { type PdfDictionary, wholeOf } from './value.ts'
import type { XrefEntry, XrefSection } from './xref-section.ts'

/** But for its end of line. */
const ENTRY_LEAST_BYTES = 18
const FREE = 0x66
const IN_USE = 0x6e

/** Reads the table at this offset, with its trailer but without the stream of a hybrid (7.5.4). @throws PdfRefused */
export function xrefTableAt(bytes: Uint8Array, start: number, spending: Spending): XrefSection {
  const parser = new Parser(bytes, start, spending)
  parser.keyword('xref')
  const entries = new Map<number, XrefEntry>()
  const bytesLeft = () => bytes.length - parser.at
  parser.gap()
  while (isDigit(bytes[parser.at])) {
    const first = parser.whole()
    parser.gap()
    const count = parser.whole()
    parser.gap()
    spending.entries(count)
    if (count * ENTRY_LEAST_BYTES > bytesLeft()) throw new PdfRefused('XREF', parser.at)
    for (let i = 0; i < count; i++) {
      if (entries.has(first + i)) throw new PdfRefused('XREF', parser.at)
      entries.set(first + i, entryAt(bytes, parser.at))
      parser.at = behindEntry(bytes, parser.at)
    }
    parser.skipSpace()
  }
  parser.keyword('trailer')
  const trailer = parser.dictionary()
  const section = { kind: 'table', start, end: parser.at, hybrid: undefined, entries, trailer } as const
  return { ...section, prev: prevOf(trailer, bytes) }
}

/** Where the section before stands; at 0, where some writers look for none, stands the header. @throws PdfRefused */
export function prevOf(trailer: PdfDictionary, bytes: Uint8Array): number | undefined {
  const prev = trailer.entries.get('Prev')
  if (prev === undefined || prev.kind === 'null' || wholeOf(prev) === 0) return undefined
  return offsetOf(wholeOf(prev), bytes, trailer.start)
}

/** An offset that must lie within the file. @throws PdfRefused */
export function offsetOf(offset: number | undefined, bytes: Uint8Array, at: number): number {
  if (offset === undefined || offset >= bytes.length) throw new PdfRefused('XREF', at)
  return offset
}

/** `nnnnnnnnnn ggggg n`, and white space. */
function entryAt(bytes: Uint8Array, at: number): XrefEntry {
  const offset = digitsAt(bytes, at, 10)
  const generation = digitsAt(bytes, at + 11, 5)
  const kind = bytes[at + 17]
  if (bytes[at + 10] !== 0x20 || bytes[at + 16] !== 0x20) throw new PdfRefused('XREF', at)
  // Nothing can stand before the header: some writers mean free ones.
  if (kind === FREE || (kind === IN_USE && offset === 0)) return { kind: 'free', generation }
  if (kind !== IN_USE) throw new PdfRefused('XREF', at)
  return { kind: 'file', offset, generation }
}

/** Two signs end a line; writers that end it with one mean the same, as every entry has a form of its own. */
function behindEntry(bytes: Uint8Array, at: number): number {
  const start = at + ENTRY_LEAST_BYTES
  const end = behindEndOfLine(bytes, bytes[start] === 0x20 ? start + 1 : start)
  if (end === start || (end === start + 1 && bytes[start] === 0x20)) throw new PdfRefused('XREF', at)
  return end
}

function digitsAt(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = Number(bytes[i]) - 0x30
    if (!(digit >= 0 && digit <= 9)) throw new PdfRefused('XREF', at)
    value = value * 10 + digit
  }
  return value
}
