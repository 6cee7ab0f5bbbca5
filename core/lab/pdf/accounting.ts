import type { PdfDocument } from './document.ts'

/**
 * Bytes that a reader has no reason to look at, or two: `unlisted` ones belong to nothing that their revision lists,
 * `overlapping` ones to two things, `misplaced` ones to an object that only another revision lists.
 */
export interface Unaccounted {
  readonly start: number
  readonly end: number
  readonly why: 'unlisted' | 'overlapping' | 'misplaced'
}

/** All bytes from an offset on that are not accounted for, in order; white space and comments are. @throws PdfRefused */
export function unaccounted(_document: PdfDocument, _from = 0): readonly Unaccounted[] {
  return []
}
