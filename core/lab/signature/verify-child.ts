// Runs in a process of its own, which the lab may kill: whoever sends a file may have made it to stop its reader.
import type { PdfSignatureReport } from '../../signature/report.ts'
import { anchorsOf } from '../cms/anchors.ts'
import type { Told } from '../killable.ts'
import { type Standard, verifyPdf } from './verify-pdf.ts'

/** A file and by what it is judged; certificates go as DER, because keys cannot be sent. */
export interface VerifyTask extends Pick<Standard, 'crls' | 'at'> {
  readonly bytes: Uint8Array
  readonly anchors: readonly Uint8Array[]
}

process.on('message', ({ bytes, anchors, ...standard }: VerifyTask) => {
  const answer = verifyPdf(bytes, { ...standard, anchors: anchorsOf(anchors) })
  process.send?.({ answer, isSpent: false } satisfies Told<PdfSignatureReport>)
})
process.on('disconnect', () => process.exit())
