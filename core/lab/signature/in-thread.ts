import type { PdfSignatureReport } from '../../signature/report.ts'
import { atMost } from '../at-most.ts'
import { sha256 } from '../digest.ts'
import { killable } from '../killable.ts'
import type { VerifyTask } from './verify-child.ts'
import type { Standard } from './verify-pdf.ts'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const limits = { timeoutMs: 10_000, memoryMaxBytes: 600_000_000 }
const child = killable<PdfSignatureReport, VerifyTask>(new URL(`./verify-child.${extension}`, import.meta.url), limits)
const inTurn = atMost(2)

/**
 * Judges the signatures of a PDF in a process that is killed after 10 s or at 600 MB, so that neither a large file nor a
 * hostile one holds up anybody else; whatever kills it is called UNREADABLE.
 */
export async function verifyPdfInThread(bytes: Uint8Array, standard: Standard): Promise<PdfSignatureReport> {
  const { anchors, crls, at } = standard
  const task = { bytes, anchors: anchors.certificates.map((certificate) => certificate.bytes), crls, at }
  return (await inTurn(() => child(task))) ?? unreadable(bytes, standard)
}

const unreadable = (bytes: Uint8Array, { anchors, at }: Standard): PdfSignatureReport => ({
  file: { sha256: sha256(bytes), sizeBytes: bytes.length, revisions: 0, isEncrypted: false },
  verdict: 'UNREADABLE',
  reasons: [],
  checkedAt: at,
  anchorsVersion: anchors.version,
  signatures: [],
})
