import type { PdfDictionary } from './value.ts'

/** Where a cross-reference section says that an object stands (ISO 32000-2, 7.5.4 and 7.5.8). */
export type XrefEntry =
  | { readonly kind: 'free'; readonly generation: number }
  | { readonly kind: 'file'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'object-stream'; readonly stream: number; readonly index: number }

/** One cross-reference table, with the stream of a hybrid file if it names one, or one cross-reference stream. */
export interface XrefSection {
  readonly kind: 'table' | 'stream' | 'hybrid'
  /** From `xref`, or from the number of its object, to behind the trailer's dictionary or `endobj`. */
  readonly start: number
  readonly end: number
  /** The stream that a hybrid file's trailer names by `XRefStm`. */
  readonly hybrid: { readonly start: number; readonly end: number } | undefined
  readonly entries: ReadonlyMap<number, XrefEntry>
  /** As it is written; of a cross-reference stream its dictionary. */
  readonly trailer: PdfDictionary
  readonly prev: number | undefined
}
