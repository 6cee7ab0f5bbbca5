import { type SignatureReason, signatureReasons, verdictOf } from '../../signature/reason.ts'
import type { Changes, Coverage, SignatureResult } from '../../signature/report.ts'
import { type CmsFindings, verifyCms } from '../cms/verify-cms.ts'
import type { PdfDocument } from '../pdf/document.ts'
import { PdfRefused } from '../pdf/refused.ts'
import { type RangeFault, type SignedRange, signedRange } from './byte-range.ts'
import { type History, historyOf, reasonOf } from './changes.ts'
import { formsOf } from './forms.ts'
import { type FoundSignature, signaturesIn } from './found-signature.ts'
import { indicationOf } from './indication.ts'
import { lockOf } from './lock.ts'
import { storeOf } from './security-store.ts'
import type { Standard } from './verify-pdf.ts'

interface Ranged {
  readonly signature: FoundSignature
  readonly range: SignedRange | RangeFault
}

const isRange = (range: SignedRange | RangeFault): range is SignedRange => 'pieces' in range

const signaturesMax = 500
/** Of all ranges together: a hundred signatures of a file of 25 MB, and some. */
const hashedMaxBytes = 4_000_000_000

const notJudged: CmsFindings = {
  reasons: [],
  signer: null,
  issuer: null,
  chain: [],
  algorithm: null,
  keySizeBits: null,
  time: { value: null, source: 'none' },
  revocation: [],
}

/** Judges every signature that any revision of a document held, in the order of signing. @throws PdfRefused */
export function judgeSignatures(document: PdfDocument, standard: Standard): readonly SignatureResult[] {
  const forms = formsOf(document)
  const all = signaturesIn(document, forms).map((signature) => ({ signature, range: signedRange(document, signature) }))
  const hashedBytes = all.reduce((sum, { range }) => sum + (isRange(range) ? range.end : 0), 0)
  if (all.length > signaturesMax || hashedBytes > hashedMaxBytes) throw new PdfRefused('BUDGET')
  const oldestFirst = all.toSorted((one, other) => endOf(one) - endOf(other))
  const history = historyOf(document, forms, oldestFirst.map(({ range }) => range).filter(isRange))
  const dss = oldestFirst.length === 0 ? { certificates: [], crls: [], ocsps: [] } : storeOf(document)
  let provenAt: string | undefined
  // From the last to the first: a time stamp proves that everything before it was there.
  const judged = oldestFirst.toReversed().map((ranged) => {
    const result = judge(document, ranged, history, { ...standard, dss, ...(provenAt && { provenAt }) })
    const stamp = provenBy(result)
    // The earliest trusted proof is the best one.
    if (stamp !== null && (provenAt === undefined || stamp < provenAt)) provenAt = stamp
    return result
  })
  return judged.toReversed()
}

/** The time at which a trusted stamp proves that what it covers was there; what came after does not matter for that. */
const provenBy = ({ kind, reasons, coverage, time }: SignatureResult): string | null => {
  const isBroken = reasons.some((reason) => ['DIGEST_MISMATCH', 'TIMESTAMP_BROKEN', 'SIG_SHARED'].includes(reason))
  return kind === 'timestamp' && coverage !== 'BROKEN' && time.source === 'timestamp' && !isBroken ? time.value : null
}

const endOf = ({ signature, range }: Ranged): number => (isRange(range) ? range.end : signature.dictionary.start)

type Context = Standard & Pick<Parameters<typeof verifyCms>[0], 'dss' | 'provenAt'>

function judge(
  document: PdfDocument,
  { signature, range }: Ranged,
  history: History,
  context: Context,
): SignatureResult {
  const { kind, format, field } = signature
  const isWhole = isRange(range)
  const cms = isWhole ? cmsOf(signature, range, context) : notJudged
  const changes = isWhole ? changesSince(document, signature, range, history) : 'UNCLEAR'
  const reasons = inOrder([
    ...(isWhole ? reasonOf[changes] : [range.fault]),
    ...(signature.isShared ? ['SIG_SHARED' as const] : []),
    ...(signature.isReplaced ? ['SIG_REPLACED' as const] : []),
    ...(kind === 'timestamp' ? stampReasons(cms.reasons) : cms.reasons),
  ])
  return {
    ...cms,
    field,
    kind,
    format,
    verdict: verdictOf(reasons),
    reasons,
    coverage: isWhole ? coverageOf(document, range) : 'BROKEN',
    changes,
    signedBytes: isWhole ? range.end : null,
    dssIndication: indicationOf(reasons, cms.time),
  }
}

function cmsOf(signature: FoundSignature, { pieces, contents }: SignedRange, context: Context): CmsFindings {
  const { anchors, crls, at, dss, provenAt } = context
  return verifyCms({
    contents,
    signed: pieces,
    subFilter: signature.format,
    isTimestamp: signature.kind === 'timestamp',
    anchors,
    crls,
    dss,
    at,
    ...(provenAt !== undefined && { provenAt }),
  })
}

function changesSince(document: PdfDocument, signature: FoundSignature, range: SignedRange, history: History): Changes {
  const revision = document.revisions[range.revision]
  if (revision === undefined) return 'MODIFIED'
  return history.since(range, lockOf(revision, signature.dictionary))
}

/** A time stamp that proves nothing harms nobody's signature; one over other bytes says that these were changed. */
function stampReasons(reasons: readonly SignatureReason[]): readonly SignatureReason[] {
  return reasons.map((reason) => {
    const isHarmless = reason === 'DIGEST_MISMATCH' || signatureReasons[reason] === 'VALID'
    return isHarmless ? reason : 'TIMESTAMP_BROKEN'
  })
}

const coverageOf = ({ bytes }: PdfDocument, { end }: SignedRange): Coverage =>
  end === bytes.length ? 'ENTIRE_FILE' : 'ENTIRE_REVISION'

const order = ['INVALID', 'UNTRUSTED', 'NEEDS_REVIEW', 'VALID'] as const

/** Each reason once, the worst first. */
export function inOrder(reasons: readonly SignatureReason[]): readonly SignatureReason[] {
  const rank = (reason: SignatureReason) => order.indexOf(signatureReasons[reason])
  return [...new Set(reasons)].toSorted((one, other) => rank(one) - rank(other))
}
