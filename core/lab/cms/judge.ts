import { createHash } from 'node:crypto'
import type { SignatureReason } from '../../signature/reason.ts'
import type { SigningTime } from '../../signature/report.ts'
import { schemeName } from './algorithm.ts'
import { type Certificate, certificatesAmong, keyOf, signerOf } from './certificate.ts'
import { CmsRefused } from './der.ts'
import { callName } from './name.ts'
import { proofOf, stampsOn } from './proof.ts'
import { reencode } from './reencode.ts'
import { archivedIn, evidenceOf, type UsedAt } from './revocation.ts'
import { keySizeBits } from './signature-value.ts'
import { contentTypes, type SignedData, signedDataOf } from './signed-data.ts'
import { checkSigner } from './signer-check.ts'
import { type Stamp, stampOf } from './timestamp.ts'
import { type Grounds, type Trust, trustIn } from './trust.ts'
import { signerFaults } from './usage.ts'
import { isSame } from './value.ts'
import type { CmsFindings, CmsInput } from './verify-cms.ts'

/** Judges the CMS of a signature (ETSI EN 319 142-1 §5). @throws CmsRefused */
export function judgeSignature(input: CmsInput): CmsFindings {
  const data = signedDataOf(reencode(input.contents))
  const { content, reasons: contentReasons } = contentOf(data, input)
  const grounds = groundsOf(input, data)
  const check = checkSigner(data, content, grounds.others)
  const stamps = stampsOn(data, grounds)
  const withStamps = {
    ...grounds,
    evidence: evidenceIn(input, [data, ...stamps.flatMap((stamp) => stamp?.data ?? [])]),
  }
  const validation = validationTime(input)
  const { isBroken, proven } = proofOf(stamps, withStamps, validation)
  const used = provenTime([proven?.at, validation.isProven ? validation.at : undefined], validation)
  const trust = trustIn(check.certificate, withStamps, used)
  const lacksEss = !check.hasEss && input.subFilter === 'ETSI.CAdES.detached'
  const reasons: readonly SignatureReason[] = [
    ...contentReasons,
    ...check.reasons,
    ...signerFaults(check.certificate),
    ...trust.reasons,
    ...(isBroken ? (['TIMESTAMP_BROKEN'] as const) : []),
    ...(used.isProven ? [] : (['TIME_CLAIMED'] as const)),
    ...(lacksEss ? (['NO_ESS'] as const) : []),
  ]
  const time = used.isProven ? provenAs(used, proven) : claimedAs(check.claimedAt)
  return { ...told(data, check.certificate, trust), reasons, time }
}

/** Judges the CMS of a document time stamp (ISO 32000-2 §12.8.5). @throws CmsRefused */
export function judgeStamp(input: CmsInput): CmsFindings {
  const stamp = stampOf(input.contents, input.signed, certificatesAmong(input.dss.certificates))
  const { data, check } = stamp
  const grounds = { ...groundsOf(input, data), evidence: evidenceIn(input, [data]) }
  const trust = trustIn(check.certificate, grounds, validationTime(input))
  const faults = [...check.reasons, ...stampFaults(stamp)]
  const isProof = [...faults, ...trust.reasons].every((reason) => reason === 'REVOCATION_UNKNOWN')
  const value = new Date(stamp.at).toISOString()
  const time: SigningTime = isProof
    ? { value, source: 'timestamp', tsa: callName(check.certificate.subject) }
    : { value, source: 'claimed' }
  const reasons = [...faults, ...trust.reasons, ...(isProof ? [] : (['TIME_CLAIMED'] as const))]
  return { ...told(data, check.certificate, trust), reasons, time }
}

function stampFaults({ covers, mayStamp, isWeak }: Stamp): readonly SignatureReason[] {
  return [
    ...(covers ? [] : (['DIGEST_MISMATCH'] as const)),
    ...(mayStamp ? [] : (['KEY_USAGE'] as const)),
    ...(isWeak ? (['WEAK_ALGORITHM'] as const) : []),
  ]
}

/**
 * What is signed: the ranges, or with `adbe.pkcs7.sha1` their SHA-1 that lies inside (ISO 32000-1 §12.8.3.3.1).
 * `adbe.x509.rsa_sha1` holds no signed data and was refused before: nobody has signed so for twenty years.
 */
function contentOf(data: SignedData, { signed, subFilter }: CmsInput) {
  if (data.contentType !== contentTypes.data) throw new CmsRefused('another content')
  if (subFilter !== 'adbe.pkcs7.sha1') {
    if (data.content !== undefined) throw new CmsRefused('not detached')
    return { content: signed, reasons: [] }
  }
  if (data.content === undefined) throw new CmsRefused('no digest inside')
  const hash = createHash('sha1')
  for (const piece of signed) hash.update(piece)
  const reasons: readonly SignatureReason[] = isSame(hash.digest(), data.content)
    ? ['WEAK_ALGORITHM']
    : ['WEAK_ALGORITHM', 'DIGEST_MISMATCH']
  return { content: [data.content], reasons }
}

function groundsOf({ anchors, dss }: CmsInput, data: SignedData): Omit<Grounds, 'evidence'> {
  return { anchors, others: [...data.certificates, ...certificatesAmong(dss.certificates)] }
}

function evidenceIn({ crls, dss }: CmsInput, all: readonly SignedData[]) {
  const archived = all.map(({ signer }) => archivedIn(signer.signedAttributes?.values ?? new Map()))
  const sources = [...all, ...archived]
  return evidenceOf(
    [...crls, ...dss.crls, ...sources.flatMap((source) => source.crls)],
    [...dss.ocsps, ...sources.flatMap((source) => source.ocsps)],
  )
}

/** When a covering document time stamp was made, and without one the time of validation. */
function validationTime({ at, provenAt }: CmsInput): UsedAt {
  const [now, proven] = [Date.parse(at), Date.parse(provenAt ?? at)]
  if (Number.isNaN(now) || Number.isNaN(proven)) throw new Error('not a time')
  return { at: proven, isProven: provenAt !== undefined, now }
}

function provenTime(moments: readonly (number | undefined)[], otherwise: UsedAt): UsedAt {
  const known = moments.filter((moment) => moment !== undefined)
  return known.length > 0 ? { ...otherwise, at: Math.min(...known), isProven: true } : otherwise
}

function provenAs({ at }: UsedAt, proven: { readonly at: number; readonly tsa: string } | undefined): SigningTime {
  const value = new Date(at).toISOString()
  return proven?.at === at ? { value, source: 'timestamp', tsa: proven.tsa } : { value, source: 'timestamp' }
}

function claimedAs(claimedAt: number | undefined): SigningTime {
  if (claimedAt === undefined) return { value: null, source: 'none' }
  return { value: new Date(claimedAt).toISOString(), source: 'claimed' }
}

function told(data: SignedData, certificate: Certificate, { chain, revocation }: Trust) {
  const key = keyOf(certificate)
  return {
    signer: signerOf(certificate),
    issuer: callName(certificate.issuer),
    chain: chain.certificates.map(({ subject }) => callName(subject)),
    algorithm: schemeName(data.signer.scheme),
    keySizeBits: key && keySizeBits(key),
    revocation,
  }
}
