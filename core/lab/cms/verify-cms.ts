import { type SignatureReason, signatureReasons } from '../../signature/reason.ts'
import type { Revocation, Signer, SigningTime } from '../../signature/report.ts'
import type { Anchors } from './anchors.ts'
import { judgeSignature, judgeStamp } from './judge.ts'

const order: readonly string[] = Object.keys(signatureReasons)

/** One CMS signature of a PDF, what it signs, and by what it is judged. */
export interface CmsInput {
  /** The bytes of `/Contents` with their tail of zeros. */
  readonly contents: Uint8Array
  /** The signed ranges, hashed in order. */
  readonly signed: readonly Uint8Array[]
  /** `/SubFilter`, such as `ETSI.CAdES.detached`. */
  readonly subFilter: string
  /** True for a DocTimeStamp (ISO 32000-2 §12.8.5). */
  readonly isTimestamp: boolean
  readonly anchors: Anchors
  /** Revocation lists that the operator supplies, DER or PEM. */
  readonly crls: readonly Uint8Array[]
  /** What the document security store of the file holds (ISO 32000-2 §12.8.4.3), DER. */
  readonly dss: {
    readonly certificates: readonly Uint8Array[]
    readonly crls: readonly Uint8Array[]
    readonly ocsps: readonly Uint8Array[]
  }
  /** The time of validation where no trusted timestamp proves one, ISO 8601. */
  readonly at: string
  /** The trusted time of a DocTimeStamp that covers this signature, ISO 8601. */
  readonly provenAt?: string
}

/** What one CMS signature is worth by itself; where it lies in its file is for others to judge. */
export interface CmsFindings {
  readonly reasons: readonly SignatureReason[]
  readonly signer: Signer | null
  readonly issuer: string | null
  readonly chain: readonly string[]
  readonly algorithm: string | null
  readonly keySizeBits: number | null
  /** For a DocTimeStamp of a trusted authority: its time, with the source `timestamp`. */
  readonly time: SigningTime
  /** Of the signer first, then of whoever issued. */
  readonly revocation: readonly Revocation[]
}

const unread: CmsFindings = {
  reasons: ['CMS_MALFORMED'],
  signer: null,
  issuer: null,
  chain: [],
  algorithm: null,
  keySizeBits: null,
  time: { value: null, source: 'none' },
  revocation: [],
}

/** Judges one CMS signature (RFC 5652, ETSI EN 319 142-1); never throws: whatever surprises is CMS_MALFORMED. */
export function verifyCms(input: CmsInput): CmsFindings {
  try {
    // Some call a document time stamp a signature and give only the format away.
    const isStamp = input.isTimestamp || input.subFilter === 'ETSI.RFC3161'
    const findings = isStamp ? judgeStamp(input) : judgeSignature(input)
    return { ...findings, reasons: inOrder(findings.reasons) }
  } catch {
    // A defect of ours must not make a signature valid either.
    return unread
  }
}

/** Each reason once, in the order of their table. */
function inOrder(reasons: readonly SignatureReason[]): readonly SignatureReason[] {
  return [...new Set(reasons)].toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
}
