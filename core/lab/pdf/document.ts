import { ordinaryBudget, type PdfBudget } from './budget.ts'
import { PdfRefused } from './refused.ts'
import type { PdfDictionary, PdfStream, PdfValue } from './value.ts'
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
  /** A stream's bytes, decrypted and unpacked. @throws PdfRefused */
  decode(stream: PdfStream): Uint8Array
}

/** Opens a PDF without repairing anything. @throws PdfRefused */
export function openPdf(bytes: Uint8Array, _budget: PdfBudget = ordinaryBudget): PdfDocument {
  throw new PdfRefused('HEADER', bytes.length)
}

/** A stream's bytes, decrypted and unpacked within the file's budget. @throws PdfRefused */
export const decode = (document: PdfDocument, stream: PdfStream): Uint8Array => document.decode(stream)
