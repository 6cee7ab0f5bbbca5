import { createHash, randomUUID } from 'node:crypto'
import canonicalize from 'canonicalize'

// The package is CommonJS and typed as if it were not: its default import is the function itself.
const canonical = canonicalize as unknown as (value: unknown) => string | undefined

/** SHA-256 as 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A value's canonical JSON (RFC 8785): equal for equal values, whatever the order of their keys. */
export function canonicalJson(value: unknown): string {
  const text = canonical(value)
  if (text === undefined) throw new TypeError('a value without canonical form')
  return text
}

/** SHA-256 of a value's canonical JSON. */
export function canonicalDigest(value: unknown): string {
  return sha256(canonicalJson(value))
}

/** A fresh random id (UUID version 4, 122 random bits). */
export function randomId(): string {
  return randomUUID()
}
