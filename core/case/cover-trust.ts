import type { SignatureReason, SignatureVerdict } from '../signature/reason.ts'
import type { Signer } from '../signature/report.ts'
import type { SignerMatch } from '../signature/signer-match.ts'
import type { Case } from './case.ts'
import { signatureFault } from './form-trust.ts'
import { type Refusal, refuse } from './refusal.ts'

/** A signed cover sheet as it was found: it begins with the bytes that were issued, and was judged. */
export interface SignedCover {
  readonly sha256: string
  readonly verdict: SignatureVerdict
  readonly reasons: readonly SignatureReason[]
  readonly signer: Signer | null
  readonly match: SignerMatch
}

/** Why a signature does not legalise: its own verifier can sign again, so nothing less than a valid one does. */
export function coverFault({ verdict, reasons }: Pick<SignedCover, 'verdict' | 'reasons'>): Refusal | undefined {
  if (verdict === 'NOT_SIGNED') return refuse('unsigned-cover')
  if (verdict === 'NEEDS_REVIEW') return refuse('cover-unclear', { reason: reasons[0] ?? '' })
  return signatureFault({ verdict, reasons })
}

/** True while a legalised case waits for its verifier's own signature. */
export const awaitsCover = ({
  status,
  cover,
}: Pick<Case, 'status'> & { readonly cover?: Case['cover'] | undefined }): boolean =>
  status === 'legalised' && cover != null && cover.signedSha256 === undefined
