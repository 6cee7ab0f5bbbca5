import type { PdfDocument, PdfObject, PdfRevision } from './document.ts'
import type { PdfDictionary, PdfValue } from './value.ts'

/** A field of a form, with what it inherits from the fields above it (ISO 32000-2, 12.7.4). */
export interface FormField {
  /** All partial names from the root, with dots between. */
  readonly name: string
  /** `FT`, such as `Tx`, `Btn`, `Ch`, `Sig`; undefined when no field above says it either. */
  readonly type: string | undefined
  /** `V` as it stands, resolved; undefined when there is none or it is null. */
  readonly value: PdfValue | undefined
  /** `V` before it is resolved. */
  readonly valueEntry: PdfValue | undefined
  /** `Ff`; 0 when absent. */
  readonly flags: number
  readonly dictionary: PdfDictionary
  readonly object: PdfObject
  /** Its widgets: itself when it is one, otherwise kids without a name of their own. */
  readonly widgets: readonly PdfObject[]
}

/** The fields that hold values, in the order of the form, as one revision sees them. @throws PdfRefused */
export function formFields(_document: PdfDocument, _revision: PdfRevision): readonly FormField[] {
  return []
}
