import { ordinaryBudget, type PdfBudget, Spending } from './budget.ts'
import { type Encryption, encryptionOf } from './encryption.ts'
import { ObjectReader } from './object-reader.ts'
import { PdfRefused } from './refused.ts'
import { type RevisionPart, revisionChain } from './revision-chain.ts'
import { type PdfDictionary, type PdfStream, type PdfValue, wholeOf } from './value.ts'
import { XrefHistory } from './xref-history.ts'
import type { XrefEntry, XrefSection } from './xref-section.ts'

/** An indirect object; its `place` in the file runs from its number to behind `endobj`. */
export interface PdfObject {
  readonly number: number
  readonly generation: number
  readonly value: PdfValue
  readonly place:
    | { readonly in: 'file'; readonly start: number; readonly end: number }
    | { readonly in: 'object-stream'; readonly stream: number; readonly index: number }
}

/** The file as it was up to one `%%EOF` that belongs to it; the two sections of a linearized original are one revision. */
export interface PdfRevision {
  /** 0 is the oldest. */
  readonly index: number
  /** Of the word `startxref` that ends it. */
  readonly startxref: number
  /** Behind the `%%EOF` itself. */
  readonly eofEnd: number
  /** Behind the end of line of its `%%EOF`, if there is one. */
  readonly end: number
  /** The newest first: one, but two of a linearized original. */
  readonly sections: readonly XrefSection[]
  /** Of its newest section, as it is written: it must repeat what it keeps (ISO 32000-2, 7.5.6). */
  readonly trailer: PdfDictionary
  /** What this revision itself writes or frees. */
  readonly defines: ReadonlyMap<number, XrefEntry>
  /** What this revision sees at a number; undefined when it is free, missing or of another generation. @throws PdfRefused */
  object(number: number, generation?: number): PdfObject | undefined
  /** A value itself, or what it refers to in this revision, if there is something. @throws PdfRefused */
  resolve(value: PdfValue | undefined): PdfValue | undefined
  /** All numbers in use, ascending. */
  numbers(): readonly number[]
}

/** A PDF that was read strictly; its objects are parsed when they are asked for. */
export interface PdfDocument {
  readonly bytes: Uint8Array
  /** The oldest first; never empty. */
  readonly revisions: readonly PdfRevision[]
  readonly isEncrypted: boolean
  /** What reading it has taken so far. */
  readonly spending: Spending
  /** A stream's bytes, decrypted and unpacked, as a revision (the newest) sees its filters. @throws PdfRefused */
  decode(stream: PdfStream, revision?: PdfRevision): Uint8Array
}

/** Opens a PDF without repairing anything; objects that nobody asks for are not looked at. @throws PdfRefused */
export function openPdf(bytes: Uint8Array, budget: PdfBudget = ordinaryBudget): PdfDocument {
  const spending = new Spending(budget)
  const parts = revisionChain(bytes, spending)
  const defines = parts.map(({ sections }) => definedBy(sections))
  const history = new XrefHistory(defines)
  const reader = new ObjectReader(bytes, history, spending)
  const revisions = parts.map((part, index): PdfRevision => revisionOf(part, index, defines[index], reader))
  const newest = revisions.at(-1)
  if (newest === undefined) throw new PdfRefused('XREF')
  const encryption = encryptionFor(bytes, revisions, newest)
  if (encryption !== undefined) reader.decryptBy(encryption)
  return {
    bytes,
    revisions,
    isEncrypted: encryption !== undefined,
    spending,
    decode: (stream, revision = newest) => reader.decode(revision, stream),
  }
}

/** What stands in several sections of one revision counts as the newest of them says. */
function definedBy(sections: readonly XrefSection[]): ReadonlyMap<number, XrefEntry> {
  const [only, older] = sections
  if (only === undefined || older === undefined) return only?.entries ?? new Map()
  return new Map([...older.entries, ...only.entries])
}

function revisionOf(
  { sections, end }: RevisionPart,
  index: number,
  defines: ReadonlyMap<number, XrefEntry> = new Map(),
  reader: ObjectReader,
): PdfRevision {
  const trailer = sections[0]?.trailer
  // Of two values of one key some readers take the first, some the last.
  if (trailer === undefined || trailer.hasDuplicates) throw new PdfRefused('TRAILER', trailer?.start)
  if (trailer.entries.get('Root')?.kind !== 'reference' || wholeOf(trailer.entries.get('Size')) === undefined)
    throw new PdfRefused('TRAILER', trailer.start)
  const view = { index, end: end.end }
  return {
    ...view,
    eofEnd: end.eofEnd,
    startxref: end.start,
    sections,
    trailer,
    defines,
    object: (number, generation) => reader.object(view, number, generation),
    resolve: (value) => reader.resolve(view, value),
    numbers: () => reader.numbers(view),
  }
}

/** Every revision must be encrypted by the same words of the trailer, or none (7.6.1). */
function encryptionFor(
  bytes: Uint8Array,
  revisions: readonly PdfRevision[],
  newest: PdfRevision,
): Encryption | undefined {
  const wordsOf = ({ trailer }: PdfRevision) => {
    const entry = trailer.entries.get('Encrypt')
    return entry === undefined ? '' : Buffer.from(bytes.subarray(entry.start, entry.end)).toString('latin1')
  }
  const words = wordsOf(newest)
  if (revisions.some((revision) => wordsOf(revision) !== words))
    throw new PdfRefused('ENCRYPTION', newest.trailer.start)
  const given = newest.resolve(newest.trailer.entries.get('Encrypt'))
  if (words === '') return undefined
  if (given?.kind !== 'dictionary') throw new PdfRefused('ENCRYPTION', newest.trailer.start)
  const id = newest.resolve(newest.trailer.entries.get('ID'))
  const first = id?.kind === 'array' ? newest.resolve(id.items[0]) : undefined
  return encryptionOf(given, first?.kind === 'string' ? first.bytes : new Uint8Array(), newest.resolve)
}
