import { verdictOf } from '../../signature/reason.ts'
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
const valuesMax = 20

/**
 * The time stamp tokens on a signature (RFC 3161 appendix A); null for one that cannot even be read, and for one over
 * this signature that stands under another name: somebody wants it overlooked.
 * @throws CmsRefused for more attributes than anybody sets
 */
export function stampsOn({ signer }: SignedData, grounds: Pick<Grounds, 'others'>): readonly (Stamp | null)[] {
  const values = [...signer.unsignedAttributes].flatMap(([type, all]) => all.map(({ raw }) => ({ type, raw })))
  if (values.length > valuesMax) throw new CmsRefused('too many unsigned attributes')
  return values.flatMap(({ type, raw }) => {
    const stamp = unlessRefused(() => stampOf(raw, [signer.signature], grounds.others)) ?? null
    if (type === signatureTimeStamp) return [stamp]
    return stamp?.covers === true ? [null] : []
  })
}

/**
 * Judges time stamps by the trust in their authorities at the time of validation: whose certificate has ended since
 * proves nothing by itself (ETSI EN 319 102-1 §5.4), and whose was revoked or issued wrongly is no better than broken.
 */
export function proofOf(stamps: readonly (Stamp | null)[], grounds: Grounds, used: UsedAt): Proof {
  const judged = stamps.map((stamp) => (stamp === null ? { isBroken: true } : judgeOne(stamp, grounds, used)))
  const proven = judged.flatMap((one) => ('proven' in one ? [one.proven] : []))
  return { isBroken: judged.some(({ isBroken }) => isBroken), proven: proven.toSorted((a, b) => a.at - b.at)[0] }
}

function judgeOne(stamp: Stamp, grounds: Grounds, used: UsedAt) {
  if (!isSound(stamp)) return { isBroken: true }
  const { certificate } = stamp.check
  const trust = trustIn(certificate, { ...grounds, others: [...stamp.data.certificates, ...grounds.others] }, used)
  const isWeak = stamp.isWeak || stamp.check.reasons.length > 0
  if (!isTrusted(trust) || isWeak) return { isBroken: trust.chain.isAnchored && verdictOf(trust.reasons) === 'INVALID' }
  return { isBroken: false, proven: { at: stamp.at, tsa: callName(certificate.subject) } }
}
