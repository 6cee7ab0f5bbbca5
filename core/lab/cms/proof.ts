import { CmsRefused, unlessRefused } from './der.ts'
import { callName } from './name.ts'
import type { UsedAt } from './revocation.ts'
import type { SignedData } from './signed-data.ts'
import { isSound, type Stamp, stampOf } from './timestamp.ts'
import { type Grounds, isTrusted, trustIn } from './trust.ts'

/** What the time stamps on a signature come to. */
export interface Proof {
  /** True when one of them is not what it should be: it is said, and people look. */
  readonly isBroken: boolean
  /** The earliest trusted moment at which the signature was there. */
  readonly proven: { readonly at: number; readonly tsa: string } | undefined
}

const signatureTimeStamp = '1.2.840.113549.1.9.16.2.14'
const stampsMax = 10

/** The time stamp tokens on a signature (RFC 3161 appendix A); null for one that cannot even be read. @throws CmsRefused for more than ten */
export function stampsOn({ signer }: SignedData, grounds: Pick<Grounds, 'others'>): readonly (Stamp | null)[] {
  const tokens = signer.unsignedAttributes.get(signatureTimeStamp) ?? []
  if (tokens.length > stampsMax) throw new CmsRefused('too many time stamps')
  return tokens.map(({ raw }) => unlessRefused(() => stampOf(raw, [signer.signature], grounds.others)) ?? null)
}

/**
 * Judges time stamps by the trust in their authorities at the time of validation: whose certificate has ended or was
 * revoked since proves nothing by itself (ETSI EN 319 102-1 §5.4).
 */
export function proofOf(stamps: readonly (Stamp | null)[], grounds: Grounds, used: UsedAt): Proof {
  const sound = stamps.filter((stamp) => stamp !== null && isSound(stamp))
  const proven = sound.flatMap((stamp) => {
    // Sound stamps are stamps, which a filter does not tell the compiler.
    if (stamp === null || stamp.isWeak || stamp.check.reasons.length > 0) return []
    const { certificate } = stamp.check
    const others = [...stamp.data.certificates, ...grounds.others]
    const isProof = isTrusted(trustIn(certificate, { ...grounds, others }, used))
    return isProof ? [{ at: stamp.at, tsa: callName(certificate.subject) }] : []
  })
  return { isBroken: sound.length < stamps.length, proven: proven.toSorted((a, b) => a.at - b.at)[0] }
}
