import { type SignatureReason, verdictOf } from '../../signature/reason.ts'
import type { Revocation } from '../../signature/report.ts'
import type { Anchors } from './anchors.ts'
import type { Certificate } from './certificate.ts'
import { type Chain, chainOf } from './chain.ts'
import { type Evidence, revocationOf, type UsedAt } from './revocation.ts'

/** On what it is judged whether a certificate is trusted. */
export interface Grounds {
  readonly anchors: Anchors
  /** Certificates that may lie between, from whatever source. */
  readonly others: readonly Certificate[]
  readonly evidence: Evidence
}

/** What a certificate is worth at the time when it was used. */
export interface Trust {
  readonly chain: Chain
  readonly revocation: readonly Revocation[]
  readonly reasons: readonly SignatureReason[]
}

/** Judges the chain above a certificate, and the revocation of all in it but the anchor, which is the operator's. */
export function trustIn(certificate: Certificate, grounds: Grounds, used: UsedAt): Trust {
  const chain = chainOf(certificate, grounds.others, grounds.anchors, used.at)
  const revocation = chain.certificates.flatMap((one, n): readonly Revocation[] => {
    const issuer = chain.certificates[n + 1]
    if (issuer !== undefined) return [revocationOf(one, issuer, grounds.evidence, used)]
    return chain.isAnchored ? [] : ['UNKNOWN']
  })
  const reasons: readonly SignatureReason[] = [
    ...chain.reasons,
    ...(revocation.includes('REVOKED') ? (['REVOKED'] as const) : []),
    ...(revocation.includes('UNKNOWN') ? (['REVOCATION_UNKNOWN'] as const) : []),
  ]
  return { chain, revocation, reasons }
}

export const isTrusted = ({ reasons }: Trust): boolean => verdictOf(reasons) === 'VALID'
