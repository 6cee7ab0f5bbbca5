import type { PdfSignatureReport } from '../signature/report.ts'

/** Port: what the signatures of a PDF are worth, held against the anchors of this program. */
export interface Signatures {
  /** Without anchors nobody's certificate is trusted: only what was changed after signing can be told. */
  readonly hasAnchors: boolean
  /** Never throws for what is in the file. */
  verifyPdf(bytes: Uint8Array): Promise<PdfSignatureReport>
}
