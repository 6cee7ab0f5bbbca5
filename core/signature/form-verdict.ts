import { type SignatureReason, type SignatureVerdict, signatureReasons, verdictOf } from './reason.ts'
import type { PdfSignatureReport, SignatureResult, Signer, SigningTime } from './report.ts'
import { isMismatch, type SignerMatch } from './signer-match.ts'

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

/** The signature that counts for a form, and how its signer relates to whoever should have signed. */
export interface FormSignature {
  readonly result: SignatureResult | undefined
  readonly expected: ExpectedSigner
  readonly match: SignerMatch
}

const worstFirst = Object.keys(signatureReasons) as readonly SignatureReason[]

/** The verdict of a file as that of a form: with who signed, and with what was found of its pages. */
export function formVerdict(
  { verdict, reasons, anchorsVersion }: Pick<PdfSignatureReport, 'verdict' | 'reasons' | 'anchorsVersion'>,
  { result, expected, match }: FormSignature,
  found: readonly SignatureReason[],
): FormVerdict {
  const more: readonly SignatureReason[] = [...found, ...(isMismatch(match) ? (['SIGNER_MISMATCH'] as const) : [])]
  const all = new Set([...reasons, ...more])
  return {
    // What is worse than valid is at least as bad as what these add.
    verdict: verdict === 'VALID' ? verdictOf(more) : verdict,
    reasons: worstFirst.filter((reason) => all.has(reason)),
    match,
    time: result?.time ?? { value: null, source: 'none' },
    anchorsVersion,
    signer: result?.signer ?? null,
    expected,
  }
}
