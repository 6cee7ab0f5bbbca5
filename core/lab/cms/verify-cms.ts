import type { SignatureReason } from '../../signature/reason.ts'
import type { Revocation, Signer, SigningTime } from '../../signature/report.ts'
import type { Anchors } from './anchors.ts'

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

const nothing = { signer: null, issuer: null, chain: [], algorithm: null, keySizeBits: null, revocation: [] } as const

/** Judges one CMS signature (RFC 5652, ETSI EN 319 142-1); never throws: what surprises is CMS_MALFORMED. */
export function verifyCms(_input: CmsInput): CmsFindings {
  return { ...nothing, reasons: ['CMS_MALFORMED'], time: { value: null, source: 'none' } }
}
