import type { Spending } from './budget.ts'
import { PdfRefused } from './refused.ts'
import { behindEndOfLine, behindSlack, behindSpace, isDigit, isWordAt } from './sign.ts'
import { wholeOf } from './value.ts'
import type { XrefEntry, XrefSection } from './xref-section.ts'
import { xrefStreamAt } from './xref-stream.ts'
import { offsetOf, xrefTableAt } from './xref-table.ts'

/** The last `startxref` and what follows it must lie within the last bytes, as every reader looks for it there. */
const TAIL_BYTES = 2048

/** `startxref`, an offset and `%%EOF`, as they end a revision (ISO 32000-2, 7.5.5). */
export interface RevisionEnd {
  /** Of the word `startxref`. */
  readonly start: number
  /** Where it says that the section stands. */
  readonly section: number
  /** Behind `%%EOF` itself. */
  readonly eofEnd: number
  /** Behind its end of line. */
  readonly end: number
}

/** The last end of a revision in the file. @throws PdfRefused */
export function lastRevisionEnd(bytes: Uint8Array): RevisionEnd {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = tail.lastIndexOf('startxref')
  if (start < 0 || start < bytes.length - TAIL_BYTES) throw new PdfRefused('STARTXREF')
  return revisionEndAt(bytes, start)
}

/** The end of a revision that must stand here or behind white space. @throws PdfRefused */
export function revisionEndAt(bytes: Uint8Array, from: number): RevisionEnd {
  const start = behindSpace(bytes, from)
  if (!isWordAt(bytes, start, 'startxref')) throw new PdfRefused('STARTXREF', start)
  let at = behindSpace(bytes, start + 9)
  const digits = at
  let section = 0
  for (; isDigit(bytes[at]) && at - digits < 15; at++) section = section * 10 + Number(bytes[at]) - 0x30
  // A comment is white space as well, and this one must not be skipped.
  const eof = behindBlank(bytes, at)
  if (at === digits || at === start + 9 || eof === at || !isWordAt(bytes, eof, '%%EOF'))
    throw new PdfRefused('STARTXREF', at)
  const eofEnd = eof + 5
  return { start, section, eofEnd, end: behindEndOfLine(bytes, eofEnd) }
}

function behindBlank(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at += 1
  return at
}

/** All sections from this one on, the newest first, along `Prev`. @throws PdfRefused */
export function xrefChain(bytes: Uint8Array, newest: number, spending: Spending): readonly XrefSection[] {
  const sections: XrefSection[] = []
  const seen = new Set<number>()
  let next: number | undefined = newest
  while (next !== undefined) {
    if (sections.length >= spending.budget.sectionsMax) throw new PdfRefused('BUDGET', next)
    const section: XrefSection = sectionAt(bytes, offsetOf(next, bytes, next), spending)
    if (seen.has(section.start)) throw new PdfRefused('XREF_LOOP', next)
    seen.add(section.start)
    sections.push(section)
    next = section.prev
  }
  return sections
}

function sectionAt(bytes: Uint8Array, offset: number, spending: Spending): XrefSection {
  const at = behindSlack(bytes, offset)
  if (!isWordAt(bytes, at, 'xref')) return xrefStreamAt(bytes, at, spending)
  const table = xrefTableAt(bytes, at, spending)
  const named = table.trailer.entries.get('XRefStm')
  if (named === undefined) return table
  const stream = xrefStreamAt(bytes, offsetOf(wholeOf(named), bytes, table.trailer.start), spending)
  const hybrid = { start: stream.start, end: stream.end }
  return { ...table, kind: 'hybrid', hybrid, entries: merged(table, stream) }
}

/**
 * A hybrid's table says what is free to older readers, its stream where it stands (7.5.8.4). Readers differ in which of the
 * two they believe, so what they say of one object in use must be the same.
 */
function merged(table: XrefSection, stream: XrefSection): ReadonlyMap<number, XrefEntry> {
  const entries = new Map(table.entries)
  for (const [number, entry] of stream.entries) {
    const known = entries.get(number)
    if (known === undefined || known.kind === 'free') entries.set(number, entry)
    else if (entry.kind !== 'free' && !isSame(known, entry)) throw new PdfRefused('XREF', stream.start)
  }
  return entries
}

const isSame = (one: XrefEntry, other: XrefEntry): boolean =>
  one.kind === 'file' && other.kind === 'file' && one.offset === other.offset && one.generation === other.generation
