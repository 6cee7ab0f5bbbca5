import type { SignatureReason, SignatureVerdict } from './reason.ts'

/** What a certificate says of its holder, and the SHA-256 of the whole certificate in hexadecimal. */
export interface Signer {
  readonly commonName: string
  readonly organization?: string
  readonly title?: string
  readonly serialNumber?: string
  readonly certSha256: string
}

/** When it was signed: proven by a trusted timestamp, or only claimed by the signer's computer. ISO 8601, UTC. */
export interface SigningTime {
  readonly value: string | null
  readonly source: 'timestamp' | 'claimed' | 'none'
  /** Who proves it. */
  readonly tsa?: string
}

/** What the signed bytes are of the file: all of it, a complete revision that others follow, or neither. */
export type Coverage = 'ENTIRE_FILE' | 'ENTIRE_REVISION' | 'BROKEN'

/** What was done to the document after it was signed. */
export type Changes = 'NONE' | 'LTA_UPDATES' | 'SIGNED_AGAIN' | 'FORM_FILLED' | 'UNCLEAR' | 'MODIFIED'

/** What is known of the revocation of one certificate; later than the proven time of signing does no harm. */
export type Revocation = 'GOOD' | 'REVOKED' | 'REVOKED_LATER' | 'UNKNOWN'

/** One signature of a file. */
export interface SignatureResult {
  /** The full name of its field. */
  readonly field: string
  readonly kind: 'signature' | 'timestamp'
  /** `/SubFilter`, such as `ETSI.CAdES.detached`. */
  readonly format: string
  readonly verdict: SignatureVerdict
  readonly reasons: readonly SignatureReason[]
  /** Null when the signature cannot even be read. */
  readonly signer: Signer | null
  readonly issuer: string | null
  /** Common names from the signer to the anchor. */
  readonly chain: readonly string[]
  /** Such as `RSA-SHA256`, `RSA-PSS-SHA256`, `ECDSA-SHA384`. */
  readonly algorithm: string | null
  readonly keySizeBits: number | null
  readonly time: SigningTime
  readonly coverage: Coverage
  readonly changes: Changes
  /** Of the signer first, then of whoever issued. */
  readonly revocation: readonly Revocation[]
  /** The end of the signed range: the signed revision is the file up to here, in bytes. */
  readonly signedBytes: number | null
  /** ETSI EN 319 102-1, such as `TOTAL-PASSED` or `INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND`. */
  readonly dssIndication: string
}

/** What a PDF's signatures are worth (ETSI EN 319 102-1, with closed reasons). */
export interface PdfSignatureReport {
  readonly file: {
    readonly sha256: string
    readonly sizeBytes: number
    readonly revisions: number
    readonly isEncrypted: boolean
  }
  /** That of the worst signature. */
  readonly verdict: SignatureVerdict
  /** All reasons of all signatures, the worst first, each once. */
  readonly reasons: readonly SignatureReason[]
  readonly checkedAt: string
  /** SHA-256 over the fingerprints of all anchors, so that one knows against which they were held. */
  readonly anchorsVersion: string
  readonly signatures: readonly SignatureResult[]
}
