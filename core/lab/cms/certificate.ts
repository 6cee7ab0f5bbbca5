import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import type { Signer } from '../../signature/report.ts'
import { type Scheme, schemeOf } from './algorithm.ts'
import { CmsRefused, type Der, derOf, Fields, tags, unlessRefused } from './der.ts'
import { type Extensions, extensionsIn, readExtensions } from './extension.ts'
import { callName, type Name, nameOf, textIn } from './name.ts'
import { once } from './once.ts'
import { isSignedBy } from './signature-value.ts'
import { bytesOfBits, countOf, integerOf, isSame, timeOf } from './value.ts'

/** A certificate, read strictly (RFC 5280 §4.1): version 3, or 1 without extensions as old roots are. */
export interface Certificate extends Extensions {
  readonly bytes: Uint8Array
  /** SHA-256 of the whole certificate, hexadecimal. */
  readonly sha256: string
  readonly version: 1 | 3
  /** Hexadecimal. */
  readonly serial: string
  readonly issuer: Name
  readonly subject: Name
  /** Milliseconds. */
  readonly notBefore: number
  readonly notAfter: number
  /** The bits of the public key without its algorithm, over which key hashes go. */
  readonly keyBits: Uint8Array
  /** SubjectPublicKeyInfo, DER. */
  readonly keyInfo: Uint8Array
  /** Undefined when it was signed in a way that nobody here knows. */
  readonly scheme: Scheme | undefined
  readonly signed: Uint8Array
  readonly signature: Uint8Array
}

const certificateMaxBytes = 64 * 1024
const hintsMax = 500

/** Reads a certificate. @throws CmsRefused */
export const certificateOf = once((bytes): Certificate => {
  if (bytes.length > certificateMaxBytes) throw new CmsRefused('too large for a certificate')
  return parse(bytes)
})

/** Those of many that can be read: only for what is a hint and trusted by nobody. */
export function certificatesAmong(all: readonly Uint8Array[]): readonly Certificate[] {
  return all.slice(0, hintsMax).flatMap((bytes) => unlessRefused(() => certificateOf(bytes)) ?? [])
}

function parse(bytes: Uint8Array): Certificate {
  const fields = new Fields(derOf(bytes), tags.SEQUENCE)
  const signed = fields.take(tags.SEQUENCE)
  const algorithm = fields.take(tags.SEQUENCE)
  const signature = bytesOfBits(fields.take(tags.BIT_STRING))
  fields.end()
  const { inner, ...body } = parseBody(signed)
  if (!isSame(inner.raw, algorithm.raw)) throw new CmsRefused('signed in two ways')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { ...body, bytes, sha256, scheme: unlessRefused(() => schemeOf(algorithm)), signed: signed.raw, signature }
}

function parseBody(signed: Der) {
  const fields = new Fields(signed, tags.SEQUENCE)
  const version = fields.explicit(0)
  const serial = integerOf(fields.take(tags.INTEGER))
  const inner = fields.take(tags.SEQUENCE)
  const issuer = nameOf(fields.take(tags.SEQUENCE))
  const validity = new Fields(fields.take(tags.SEQUENCE), tags.SEQUENCE)
  const notBefore = timeOf(validity.next())
  const notAfter = timeOf(validity.next())
  validity.end()
  const subject = nameOf(fields.take(tags.SEQUENCE))
  const key = fields.take(tags.SEQUENCE)
  const extensions = fields.explicit(3)
  fields.end()
  if (version ? countOf(version) !== 2 : extensions) throw new CmsRefused('another version')
  return {
    inner,
    version: version ? (3 as const) : (1 as const),
    serial,
    issuer,
    subject,
    notBefore,
    notAfter,
    ...keyPartsOf(key),
    ...readExtensions(extensions ? extensionsIn(extensions) : []),
  }
}

function keyPartsOf(info: Der): Pick<Certificate, 'keyInfo' | 'keyBits'> {
  const fields = new Fields(info, tags.SEQUENCE)
  fields.take(tags.SEQUENCE)
  const keyBits = bytesOfBits(fields.take(tags.BIT_STRING))
  fields.end()
  return { keyInfo: info.raw, keyBits }
}

const keys = new WeakMap<Certificate, KeyObject | null>()

/** The key of a certificate, made when needed, for that takes longest; null when node:crypto does not know its kind. */
export function keyOf(certificate: Certificate): KeyObject | null {
  const known = keys.get(certificate)
  if (known !== undefined) return known
  const key = madeOf(certificate.keyInfo)
  keys.set(certificate, key)
  return key
}

function madeOf(info: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(info), format: 'der', type: 'spki' })
  } catch {
    // Keys of unknown kinds stand in many a list; they sign nothing here.
    return null
  }
}

/** True when the issuer's key signed the certificate; names and rights are the chain's matter. */
export function isIssuedBy({ scheme, signed, signature }: Certificate, issuer: Certificate): boolean {
  return scheme !== undefined && isSignedBy(keyOf(issuer), scheme, [signed], signature)
}

/** True when somebody issued the certificate to themselves by name: a root, or a new key of an authority. */
export const isSelfIssued = ({ issuer, subject }: Certificate): boolean => issuer.id === subject.id

/** What people are told of a certificate's holder. */
export function signerOf({ subject, sha256 }: Certificate): Signer {
  const organization = textIn(subject, 'organization')
  const title = textIn(subject, 'title')
  const serialNumber = textIn(subject, 'serialNumber')
  return {
    commonName: callName(subject),
    ...(organization !== undefined && { organization }),
    ...(title !== undefined && { title }),
    ...(serialNumber !== undefined && { serialNumber }),
    certSha256: sha256,
  }
}
