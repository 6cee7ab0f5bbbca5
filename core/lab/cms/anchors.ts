import type { Certificate } from './certificate.ts'

/** A certificate that the operator trusts, as people compare it. */
export interface Anchor {
  readonly commonName: string
  /** SHA-256 of the whole certificate, hexadecimal. */
  readonly sha256: string
  /** ISO 8601, UTC. */
  readonly notAfter: string
}

/** The certificates that the operator trusts: nothing else ends a chain. */
export interface Anchors {
  /** SHA-256 over the fingerprints of all anchors in order, hexadecimal: says against which a signature was held. */
  readonly version: string
  readonly list: readonly Anchor[]
  readonly certificates: readonly Certificate[]
}

/** The anchors in PEM texts (any number in each) or DER certificates. @throws CmsRefused when one is not a certificate */
export function anchorsOf(_texts: readonly (string | Uint8Array)[]): Anchors {
  throw new Error('not built yet')
}

/** The anchors of a file, or of every .pem, .crt, .cer and .der in a folder. @throws Error when one cannot be read */
export function readAnchors(_path: string): Anchors {
  throw new Error('not built yet')
}
