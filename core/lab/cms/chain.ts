import { type SignatureReason, verdictOf } from '../../signature/reason.ts'
import { isWeakDigest } from './algorithm.ts'
import type { Anchors } from './anchors.ts'
import { type Certificate, isIssuedBy, isSelfIssued, keyOf } from './certificate.ts'
import { unlessRefused } from './der.ts'
import { mayBeNamed } from './name-constraint.ts'
import { isWeakKey } from './signature-value.ts'

/** A way from a certificate upwards, and what is wrong with it. */
export interface Chain {
  /** The certificate first; the anchor last when one was reached. */
  readonly certificates: readonly Certificate[]
  readonly isAnchored: boolean
  readonly reasons: readonly SignatureReason[]
}

const depthMax = 8
const stepsMax = 200
const keyCertSign = 5
const worstFirst = ['INVALID', 'UNTRUSTED', 'NEEDS_REVIEW', 'VALID'] as const

/**
 * The best chain from a certificate to an anchor (RFC 5280 §6.1), or what there is of one with NO_TRUST_PATH.
 * An anchor is known by the hash of its whole certificate: a name proves nothing.
 * @param others certificates that may lie between, from whatever source
 * @param at milliseconds
 */
export function chainOf(leaf: Certificate, others: readonly Certificate[], anchors: Anchors, at: number): Chain {
  const paths = pathsFrom(leaf, others, anchors)
  const chains = paths.map(({ certificates, isAnchored }) => ({
    certificates,
    isAnchored,
    reasons: [...(isAnchored ? [] : ['NO_TRUST_PATH' as const]), ...faultsOf(certificates, isAnchored, at)],
  }))
  const [best] = chains.toSorted((a, b) => rank(a) - rank(b) || b.certificates.length - a.certificates.length)
  // The search yields at least the certificate alone.
  return best ?? { certificates: [leaf], isAnchored: false, reasons: ['NO_TRUST_PATH'] }
}

/** Anchored before not; among those the better verdict, then fewer reasons. */
function rank({ isAnchored, reasons }: Chain): number {
  return (isAnchored ? 0 : 1000) + 100 * (3 - worstFirst.indexOf(verdictOf(reasons))) + reasons.length
}

type Path = Pick<Chain, 'certificates' | 'isAnchored'>

function pathsFrom(leaf: Certificate, others: readonly Certificate[], anchors: Anchors): readonly Path[] {
  const trusted = new Set(anchors.certificates.map(({ sha256 }) => sha256))
  const pool = new Map([...anchors.certificates, ...others].map((one) => [one.sha256, one]))
  const paths: Path[] = []
  let steps = 0
  const climb = (below: readonly Certificate[], top: Certificate): void => {
    const isAnchored = trusted.has(top.sha256)
    if (isAnchored) paths.push({ certificates: below, isAnchored })
    if (isAnchored || below.length >= depthMax) return
    const issuers = [...pool.values()].filter((one) => isAbove(one, below, top))
    let isHigher = false
    for (const issuer of issuers.toSorted((a, b) => hint(top, b) - hint(top, a))) {
      if (steps++ >= stepsMax) break
      if (!isIssuedBy(top, issuer)) continue
      isHigher = true
      climb([...below, issuer], issuer)
    }
    if (!isHigher) paths.push({ certificates: below, isAnchored })
  }
  climb([leaf], leaf)
  return paths
}

const isAbove = (one: Certificate, below: readonly Certificate[], top: Certificate): boolean =>
  one.subject.id === top.issuer.id && below.every(({ sha256 }) => sha256 !== one.sha256)

/** Key identifiers only say where to look first (RFC 5280 §4.2.1.1). */
const hint = ({ authorityKeyId }: Certificate, { subjectKeyId }: Certificate): number =>
  authorityKeyId !== undefined && authorityKeyId === subjectKeyId ? 1 : 0

function faultsOf(path: readonly Certificate[], isAnchored: boolean, at: number): readonly SignatureReason[] {
  const found = new Set<SignatureReason>()
  for (const [n, certificate] of path.entries()) {
    const isAnchor = isAnchored && n === path.length - 1
    if (at > certificate.notAfter) found.add('EXPIRED')
    if (at < certificate.notBefore) found.add('NOT_YET_VALID')
    if (certificate.isBeyondUs || (n > 0 && !mayIssue(certificate, path.slice(0, n), isAnchor))) found.add('BAD_CHAIN')
    // Nobody relies on the signature that an anchor has on itself.
    if (!isAnchor && isWeakDigest(certificate.scheme?.digest ?? '')) found.add('WEAK_ALGORITHM')
    const key = keyOf(certificate)
    if (key && isWeakKey(key)) found.add('WEAK_KEY')
  }
  return [...found]
}

/** True when a certificate may stand above others: an authority, whose limits all of them keep. */
function mayIssue(issuer: Certificate, below: readonly Certificate[], isAnchor: boolean): boolean {
  // Roots of version 1 cannot say that they are authorities; the operator does.
  const isAuthority = issuer.isCa === true || (isAnchor && issuer.version === 1)
  if (!isAuthority || issuer.keyUsage?.has(keyCertSign) === false) return false
  const between = below.slice(1).filter((one) => !isSelfIssued(one)).length
  if (between > (issuer.pathLength ?? Number.POSITIVE_INFINITY)) return false
  const { nameConstraints } = issuer
  if (nameConstraints === undefined) return true
  return (
    unlessRefused(() => below.every((one, n) => (n > 0 && isSelfIssued(one)) || mayBeNamed(one, nameConstraints))) ??
    false
  )
}
