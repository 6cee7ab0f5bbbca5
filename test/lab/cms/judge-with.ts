import { anchorsOf } from '../../../core/lab/cms/anchors.ts'
import { type CmsFindings, type CmsInput, verifyCms } from '../../../core/lab/cms/verify-cms.ts'
import { verdictOf } from '../../../core/signature/reason.ts'
import { makeCms, type WantedCms } from './make-cms.ts'
import type { Holder } from './make-pki.ts'

export const now = '2026-11-23T00:00:00Z'
export const document = Buffer.from('%PDF-1.7 what was signed')
const none = { certificates: [], crls: [], ocsps: [] }

/** The contents as they stand in a file: with the zeros of their place behind them. */
export const padded = (cms: Uint8Array): Uint8Array => Buffer.concat([cms, Buffer.alloc(100)])

/** Judges a CMS over the document, below roots. */
export function judge(cms: Uint8Array, roots: readonly Holder[], more: Partial<CmsInput> = {}): CmsFindings {
  return verifyCms({
    contents: padded(cms),
    signed: [document.subarray(0, 9), document.subarray(9)],
    subFilter: 'ETSI.CAdES.detached',
    isTimestamp: false,
    anchors: anchorsOf(roots.map(({ certificate }) => certificate)),
    crls: [],
    dss: none,
    at: now,
    ...more,
  })
}

/** Signs the document and judges that: the verdict and the reasons that are no mere notes on time and revocation. */
export function judged(wanted: Omit<WantedCms, 'content'>, roots: readonly Holder[], more: Partial<CmsInput> = {}) {
  const { reasons } = judge(makeCms({ content: document, ...wanted }), roots, more)
  const told = reasons.filter((reason) => reason !== 'TIME_CLAIMED' && reason !== 'REVOCATION_UNKNOWN')
  return [verdictOf(reasons), ...told]
}
