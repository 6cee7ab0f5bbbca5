import type { PdfSignatureReport } from '../../signature/report.ts'
import type { Anchors } from '../cms/anchors.ts'
import { sha256 } from '../digest.ts'

/** By what the signatures of a file are judged. */
export interface Standard {
  readonly anchors: Anchors
  /** Revocation lists that the operator supplies, DER or PEM. */
  readonly crls: readonly Uint8Array[]
  /** The time of validation where no trusted timestamp proves one, ISO 8601, UTC. */
  readonly at: string
}

/** Judges every signature of a PDF; never throws: what surprises is INVALID where something claims to be signed. */
export function verifyPdf(bytes: Uint8Array, { anchors, at }: Standard): PdfSignatureReport {
  return {
    file: { sha256: sha256(bytes), sizeBytes: bytes.length, revisions: 0, isEncrypted: false },
    verdict: 'UNREADABLE',
    reasons: [],
    checkedAt: at,
    anchorsVersion: anchors.version,
    signatures: [],
  }
}
