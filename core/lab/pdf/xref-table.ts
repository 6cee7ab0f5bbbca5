import type { Spending } from './budget.ts'
import { Parser } from './parser.ts'
import { PdfRefused } from './refused.ts'
import { isDigit } from './sign.ts'
import { wholeOf } from './value.ts'
import type { XrefEntry, XrefSection } from './xref-section.ts'

const ENTRY_BYTES = 20
const FREE = 0x66
const IN_USE = 0x6e

/** Reads the table at exactly this offset, with its trailer but without the stream of a hybrid (7.5.4). @throws PdfRefused */
export function xrefTableAt(bytes: Uint8Array, start: number, spending: Spending): XrefSection {
  const parser = new Parser(bytes, start, spending)
  parser.keyword('xref')
  const entries = new Map<number, XrefEntry>()
  parser.gap()
  while (isDigit(bytes[parser.at])) {
    const first = parser.whole()
    parser.gap()
    const count = parser.whole()
    parser.gap()
    spending.entries(count)
    if (parser.at + count * ENTRY_BYTES > bytes.length) throw new PdfRefused('XREF', parser.at)
    for (let i = 0; i < count; i++, parser.at += ENTRY_BYTES) {
      if (entries.has(first + i)) throw new PdfRefused('XREF', parser.at)
      entries.set(first + i, entryAt(bytes, parser.at))
    }
    parser.skipSpace()
  }
  parser.keyword('trailer')
  const trailer = parser.dictionary()
  const prev = trailer.entries.get('Prev')
  const section = { kind: 'table', start, end: parser.at, hybrid: undefined, entries, trailer } as const
  return { ...section, prev: prev === undefined ? undefined : offsetOf(wholeOf(prev), bytes, trailer.start) }
}

/** An offset that must lie within the file. @throws PdfRefused */
export function offsetOf(offset: number | undefined, bytes: Uint8Array, at: number): number {
  if (offset === undefined || offset >= bytes.length) throw new PdfRefused('XREF', at)
  return offset
}

/** `nnnnnnnnnn ggggg n` and an end of line of two signs. */
function entryAt(bytes: Uint8Array, at: number): XrefEntry {
  const offset = digitsAt(bytes, at, 10)
  const generation = digitsAt(bytes, at + 11, 5)
  const [gap, kind, beforeLast, last] = [bytes[at + 16], bytes[at + 17], bytes[at + 18], bytes[at + 19]]
  const isEnded = (beforeLast === 0x20 && (last === 0x0a || last === 0x0d)) || (beforeLast === 0x0d && last === 0x0a)
  if (bytes[at + 10] !== 0x20 || gap !== 0x20 || !isEnded) throw new PdfRefused('XREF', at)
  if (kind === FREE) return { kind: 'free', generation }
  if (kind !== IN_USE) throw new PdfRefused('XREF', at)
  return { kind: 'file', offset, generation }
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
