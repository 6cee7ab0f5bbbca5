/**
 * Why a file is not read. Nothing is ever repaired: what another reader may guess at differently, nobody should have
 * signed. `BUDGET` says that reading would take more than it may, `PASSWORD` that only a password opens it.
 */
export type PdfRefusal =
  | 'HEADER'
  | 'STARTXREF'
  | 'XREF'
  | 'XREF_LOOP'
  | 'TRAILER'
  | 'OBJECT'
  | 'SYNTAX'
  | 'STREAM'
  | 'FILTER'
  | 'OBJECT_STREAM'
  | 'FORM'
  | 'PASSWORD'
  | 'ENCRYPTION'
  | 'BUDGET'

/** A PDF that the strict reader does not read; the only error that reading throws. */
export class PdfRefused extends Error {
  readonly code: PdfRefusal
  /** Where in the file, in bytes; absent where no place is to blame. */
  readonly at: number | undefined

  constructor(code: PdfRefusal, at?: number) {
    super(at === undefined ? code : `${code} at ${at}`)
    this.name = 'PdfRefused'
    this.code = code
    this.at = at
  }
}
