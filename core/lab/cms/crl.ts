import { createHash } from 'node:crypto'
import { isWeakDigest, type Scheme, schemeOf } from './algorithm.ts'
import { type Certificate, keyOf } from './certificate.ts'
import { bodyAt, type Der, derAt, derOf, endAt, Fields, tags } from './der.ts'
import { type Extension, extensionsIn } from './extension.ts'
import { type ListScope, scopeOf } from './list-scope.ts'
import { nameOf } from './name.ts'
import { isSignedBy } from './signature-value.ts'
import { bytesOfBits, countOf, timeOf } from './value.ts'

/** A revocation list (RFC 5280 §5): its head, and its entries still as bytes. */
export interface Crl {
  /** The issuer's name, as `Name.id`. */
  readonly issuer: string
  /** Milliseconds. */
  readonly thisUpdate: number
  readonly nextUpdate: number | undefined
  readonly scope: ListScope
  readonly scheme: Scheme
  readonly isWeak: boolean
  readonly signed: Uint8Array
  readonly signature: Uint8Array
  readonly entries: Uint8Array
}

/** What a list says of one number. */
export interface CrlEntry {
  readonly revokedAt: number
  /** Since when the key may have been in other hands (RFC 5280 §5.3.2). */
  readonly invalidSince: number | undefined
}

const keptMax = 16
const keptMaxBytes = 4 * 1024 * 1024
const listMaxBytes = 32 * 1024 * 1024
const invalidityDate = '2.5.29.24'
const crlSign = 6

const kept = new Map<string, Crl>()
const signers = new WeakMap<Crl, Map<string, boolean>>()

/**
 * Reads a list in DER or PEM; the last ones are kept by their hash, as the same lists come with every file.
 * @throws CmsRefused
 */
export function crlOf(bytes: Uint8Array): Crl {
  const der = derIn(bytes)
  if (der.length > keptMaxBytes) return parse(der)
  const sha256 = createHash('sha256').update(der).digest('hex')
  // A copy, so that what is kept does not keep the whole file in which it lay.
  const crl = kept.get(sha256) ?? parse(Uint8Array.from(der))
  kept.delete(sha256)
  kept.set(sha256, crl)
  for (const oldest of kept.keys()) if (kept.size > keptMax) kept.delete(oldest)
  return crl
}

function derIn(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === tags.SEQUENCE) return bytes
  const text = Buffer.from(bytes).toString('latin1')
  const [, base64 = ''] = /-----BEGIN X509 CRL-----([^-]+)-----END X509 CRL-----/.exec(text) ?? []
  return Buffer.from(base64, 'base64')
}

function parse(bytes: Uint8Array): Crl {
  const fields = new Fields(derOf(bytes.subarray(0, listMaxBytes)), tags.SEQUENCE)
  const body = fields.take(tags.SEQUENCE)
  const scheme = schemeOf(fields.take(tags.SEQUENCE))
  const signature = bytesOfBits(fields.take(tags.BIT_STRING))
  fields.end()
  return { ...bodyOf(body), scheme, signature, isWeak: isWeakDigest(scheme.digest), signed: body.raw }
}

function bodyOf(body: Der) {
  const inner = new Fields(body, tags.SEQUENCE)
  const version = inner.maybe(tags.INTEGER)
  inner.take(tags.SEQUENCE)
  const issuer = nameOf(inner.take(tags.SEQUENCE)).id
  const thisUpdate = timeOf(inner.next())
  const next = inner.maybe(tags.UTC_TIME) ?? inner.maybe(tags.GENERALIZED_TIME)
  const entries = inner.maybe(tags.SEQUENCE)?.content ?? new Uint8Array()
  const list = inner.explicit(0)
  inner.end()
  const extensions: readonly Extension[] = list ? extensionsIn(list) : []
  const isKnown = version === undefined || countOf(version) === 1
  return { issuer, thisUpdate, nextUpdate: next && timeOf(next), entries, scope: scopeOf(extensions, isKnown) }
}

/** True when the list is the issuer's own, by name and signature. */
export function isListOf(crl: Crl, issuer: Certificate): boolean {
  if (crl.issuer !== issuer.subject.id) return false
  const known = signers.get(crl) ?? new Map<string, boolean>()
  signers.set(crl, known)
  const { sha256 } = issuer
  const isSigned = known.get(sha256) ?? isSignedBy(keyOf(issuer), crl.scheme, [crl.signed], crl.signature)
  known.set(sha256, isSigned)
  return isSigned
}

/** True when an issuer may say by lists that certificates are good (RFC 5280 §4.2.1.3, cRLSign). */
export const maySignLists = ({ keyUsage }: Certificate): boolean => keyUsage === undefined || keyUsage.has(crlSign)

/** The entry of a serial number, found by walking over lengths: 50,000 entries become no objects. @throws CmsRefused */
export function entryOf({ entries }: Crl, serial: string): CrlEntry | undefined {
  const wanted = Buffer.from(serial, 'hex')
  for (let at = 0; at < entries.length; ) {
    const body = bodyAt(entries, at, entries.length)
    const end = endAt(entries, at, body, entries.length)
    if (isNumber(entries, body, wanted)) return readEntry(derAt(entries, at))
    at = end
  }
  return undefined
}

function isNumber(entries: Uint8Array, at: number, wanted: Uint8Array): boolean {
  if (entries[at + 1] !== wanted.length) return false
  for (let i = 0; i < wanted.length; i++) if (entries[at + 2 + i] !== wanted[i]) return false
  return true
}

function readEntry(entry: Der): CrlEntry {
  const fields = new Fields(entry, tags.SEQUENCE)
  fields.take(tags.INTEGER)
  const revokedAt = timeOf(fields.next())
  const list = fields.maybe(tags.SEQUENCE)
  fields.end()
  const since = list && extensionsIn(list).find(({ type }) => type === invalidityDate)
  return { revokedAt, invalidSince: since && timeOf(derOf(since.value)) }
}
