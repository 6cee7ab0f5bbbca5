import type { SignatureReason, SignatureVerdict } from '../../signature/reason.ts'
import { verdictOf } from '../../signature/reason.ts'
import type { PdfSignatureReport, SignatureResult } from '../../signature/report.ts'
import type { Anchors } from '../cms/anchors.ts'
import { sha256 } from '../digest.ts'
import { openPdf, type PdfDocument } from '../pdf/document.ts'
import { inOrder, judgeSignatures } from './judge.ts'
import { hasLooseRange } from './loose-range.ts'

/** By what the signatures of a file are judged. */
export interface Standard {
  readonly anchors: Anchors
  /** Revocation lists that the operator supplies, DER or PEM. */
  readonly crls: readonly Uint8Array[]
  /** The time of validation where no trusted timestamp proves one, ISO 8601, UTC. */
  readonly at: string
}

type Judged = Pick<PdfSignatureReport, 'verdict' | 'reasons' | 'signatures'>

/** Judges every signature of a PDF; never throws: what surprises is INVALID where something claims to be signed. */
export function verifyPdf(bytes: Uint8Array, standard: Standard): PdfSignatureReport {
  const file = { sha256: sha256(bytes), sizeBytes: bytes.length }
  const { anchors, at } = standard
  const frame = { checkedAt: at, anchorsVersion: anchors.version }
  let document: PdfDocument | undefined
  try {
    document = openPdf(bytes)
    const { revisions, isEncrypted } = document
    return {
      ...frame,
      file: { ...file, revisions: revisions.length, isEncrypted },
      ...judgeDocument(document, standard),
    }
  } catch {
    // Whoever makes our reader stumble, or us, is not believed either.
    const revisions = document?.revisions.length ?? 0
    return { ...frame, file: { ...file, revisions, isEncrypted: document?.isEncrypted ?? false }, ...unread(bytes) }
  }
}

function judgeDocument(document: PdfDocument, standard: Standard): Judged {
  const signatures = judgeSignatures(document, standard)
  if (signatures.length === 0 && hasLooseRange(document)) return invalid('SIG_REPLACED')
  const reasons = inOrder(signatures.flatMap((signature) => signature.reasons))
  return { verdict: verdictFor(signatures, reasons), reasons, signatures }
}

/** A file that bears time stamps alone is signed by nobody. */
function verdictFor(signatures: readonly SignatureResult[], reasons: readonly SignatureReason[]): SignatureVerdict {
  const verdict = verdictOf(reasons)
  const isSigned = signatures.some(({ kind }) => kind === 'signature')
  return isSigned || verdict === 'INVALID' ? verdict : 'NOT_SIGNED'
}

const invalid = (reason: SignatureReason): Judged => ({ verdict: 'INVALID', reasons: [reason], signatures: [] })

const unread = (bytes: Uint8Array): Judged =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/ByteRange')
    ? invalid('BYTERANGE_BOUNDS')
    : { verdict: 'UNREADABLE', reasons: [], signatures: [] }
