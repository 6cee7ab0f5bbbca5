import type { SignatureReason, SignatureVerdict } from './reason.ts'
import type { Signer, SigningTime } from './report.ts'
import type { SignerMatch } from './signer-match.ts'

/** Whoever should have signed on the day of the signature. */
export interface ExpectedSigner {
  readonly name: string
  readonly nip: string
  readonly isActing: boolean
}

/** What the signature of a form is worth, as it was found when the form came back. */
export interface FormVerdict {
  readonly verdict: SignatureVerdict
  /** The worst first, who signed and what was added included. */
  readonly reasons: readonly SignatureReason[]
  readonly match: SignerMatch
  readonly time: SigningTime
  /** SHA-256 over the anchors against which it was held. */
  readonly anchorsVersion: string
  readonly signer: Signer | null
  readonly expected: ExpectedSigner
}
