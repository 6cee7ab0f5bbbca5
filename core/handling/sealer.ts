/** A data key wrapped by the master key; useless without it, and gone for good when its row is deleted. */
export type WrappedKey = Uint8Array

/** Port: seals personal data at rest (AES-256-GCM) and makes blind indexes (HMAC-SHA-256). */
export interface Sealer {
  /** A fresh data key for one case or chat, wrapped under the master key with `scope` as associated data. */
  newKey(scope: string): WrappedKey
  /** Seals under the wrapped key; layout keyId|nonce|tag|ciphertext, bound to `place` = `table:column:row`. */
  seal(key: WrappedKey, scope: string, place: string, plain: Uint8Array): Uint8Array
  /** @throws Error when key, scope, place or bytes do not belong together. */
  open(key: WrappedKey, scope: string, place: string, sealed: Uint8Array): Uint8Array
  /** Keyed hash for look-ups without plain text, base64url; equal values of one kind give equal results. */
  blind(kind: string, value: string): string
  /** Tells whether two programs hold the same master key, without revealing it. */
  checkValue(): string
}
