import type { KeyObject } from 'node:crypto'

/** A certificate as it was read strictly (RFC 5280 §4); more fields follow. */
export interface Certificate {
  readonly bytes: Uint8Array
  /** SHA-256 of the whole certificate, hexadecimal. */
  readonly sha256: string
  readonly key: KeyObject
}
