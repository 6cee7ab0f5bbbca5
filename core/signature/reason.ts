/** What a whole file, or one of its signatures, is worth. */
export type SignatureVerdict = 'VALID' | 'NEEDS_REVIEW' | 'UNTRUSTED' | 'INVALID' | 'NOT_SIGNED' | 'UNREADABLE'

/** Every reason that a verdict may have, and what it makes of a signature; a note leaves it valid. */
export const signatureReasons = {
  DIGEST_MISMATCH: 'INVALID',
  SIGNATURE_MISMATCH: 'INVALID',
  BYTERANGE_GAP: 'INVALID',
  BYTERANGE_BOUNDS: 'INVALID',
  SIG_REPLACED: 'INVALID',
  SIG_SHARED: 'INVALID',
  CMS_MALFORMED: 'INVALID',
  MODIFIED_AFTER_SIGNING: 'INVALID',
  REVOKED: 'INVALID',
  KEY_USAGE: 'INVALID',
  LEAF_IS_CA: 'INVALID',
  BAD_CHAIN: 'INVALID',
  NO_TRUST_PATH: 'UNTRUSTED',
  WEAK_ALGORITHM: 'NEEDS_REVIEW',
  WEAK_KEY: 'NEEDS_REVIEW',
  EXPIRED: 'NEEDS_REVIEW',
  NOT_YET_VALID: 'NEEDS_REVIEW',
  TIMESTAMP_BROKEN: 'NEEDS_REVIEW',
  UNCLEAR_CHANGES: 'NEEDS_REVIEW',
  FORM_FILLED: 'NEEDS_REVIEW',
  ADDED_STAMP: 'NEEDS_REVIEW',
  SIGNER_MISMATCH: 'NEEDS_REVIEW',
  TIME_CLAIMED: 'VALID',
  REVOCATION_UNKNOWN: 'VALID',
  LTA_UPDATES: 'VALID',
  SIGNED_AGAIN: 'VALID',
  NO_ESS: 'VALID',
  NO_SIGNED_ATTRIBUTES: 'VALID',
} as const satisfies Record<string, SignatureVerdict>

export type SignatureReason = keyof typeof signatureReasons

const worstFirst = ['INVALID', 'UNTRUSTED', 'NEEDS_REVIEW', 'VALID'] as const

/** The verdict that reasons come to: the worst of them, and valid without any. */
export function verdictOf(reasons: readonly SignatureReason[]): (typeof worstFirst)[number] {
  const verdicts = new Set<SignatureVerdict>(reasons.map((reason) => signatureReasons[reason]))
  return worstFirst.find((verdict) => verdicts.has(verdict)) ?? 'VALID'
}
