import { createHash, type Hash } from 'node:crypto'
import { CmsRefused, type Der, Fields, tags } from './der.ts'
import { countOf, oidOf } from './value.ts'

/** Digests by their object identifiers, as node:crypto calls them. */
const digests: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '1.3.36.3.2.1': 'ripemd160',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
  '2.16.840.1.101.3.4.2.12': 'shake256',
}

/** Signature algorithms (RFC 3370, 5754, 5758, 8419, 8702): kind, and the digest that is part of the name. */
const signatures: Readonly<Record<string, readonly [kind: Scheme['kind'], digest?: string]>> = {
  '1.2.840.113549.1.1.1': ['RSA'],
  '1.2.840.113549.1.1.4': ['RSA', 'md5'],
  '1.2.840.113549.1.1.5': ['RSA', 'sha1'],
  '1.3.14.3.2.29': ['RSA', 'sha1'],
  '1.2.840.113549.1.1.14': ['RSA', 'sha224'],
  '1.2.840.113549.1.1.11': ['RSA', 'sha256'],
  '1.2.840.113549.1.1.12': ['RSA', 'sha384'],
  '1.2.840.113549.1.1.13': ['RSA', 'sha512'],
  '2.16.840.1.101.3.4.3.14': ['RSA', 'sha3-256'],
  '2.16.840.1.101.3.4.3.15': ['RSA', 'sha3-384'],
  '2.16.840.1.101.3.4.3.16': ['RSA', 'sha3-512'],
  '1.2.840.113549.1.1.10': ['RSA-PSS'],
  '1.2.840.10045.2.1': ['ECDSA'],
  '1.2.840.10045.4.1': ['ECDSA', 'sha1'],
  '1.2.840.10045.4.3.1': ['ECDSA', 'sha224'],
  '1.2.840.10045.4.3.2': ['ECDSA', 'sha256'],
  '1.2.840.10045.4.3.3': ['ECDSA', 'sha384'],
  '1.2.840.10045.4.3.4': ['ECDSA', 'sha512'],
  '2.16.840.1.101.3.4.3.10': ['ECDSA', 'sha3-256'],
  '2.16.840.1.101.3.4.3.11': ['ECDSA', 'sha3-384'],
  '2.16.840.1.101.3.4.3.12': ['ECDSA', 'sha3-512'],
  '1.3.101.112': ['Ed25519', 'sha512'],
  '1.3.101.113': ['Ed448', 'shake256'],
}

const mgf1 = '1.2.840.113549.1.1.8'
const weak = ['md5', 'sha1', 'ripemd160', 'sha224']

/** How something was signed. */
export interface Scheme {
  readonly kind: 'RSA' | 'RSA-PSS' | 'ECDSA' | 'Ed25519' | 'Ed448'
  readonly digest: string
  /** Of RSASSA-PSS, in bytes. */
  readonly saltLength?: number
}

/** The hash of a digest's name; that of Ed448 has 512 bits. */
export const hashOf = (digest: string): Hash =>
  createHash(digest, digest === 'shake256' ? { outputLength: 64 } : undefined)

export const isWeakDigest = (digest: string): boolean => weak.includes(digest)

/** An AlgorithmIdentifier of a digest, whose parameters are absent or NULL. @throws CmsRefused for unknown ones */
export function digestOf(value: Der): string {
  const [oid, parameters] = identifierOf(value)
  const digest = digests[oid]
  if (digest === undefined) throw new CmsRefused('an unknown digest')
  demandNull(parameters)
  return digest
}

/**
 * An AlgorithmIdentifier of a signature.
 * @param plain the digest where the identifier names none, as `rsaEncryption` does not
 * @throws CmsRefused
 */
export function schemeOf(value: Der, plain?: string): Scheme {
  const [oid, parameters] = identifierOf(value)
  const [kind, named] = signatures[oid] ?? []
  if (kind === 'RSA-PSS') return pssOf(parameters)
  const digest = named ?? plain
  if (kind === undefined || digest === undefined) throw new CmsRefused('an unknown signature algorithm')
  // Its length is what Ed448 says (RFC 8419 §3.1), and nothing else says one.
  if ((digest === 'shake256') !== (kind === 'Ed448')) throw new CmsRefused('a digest of another algorithm')
  demandNull(parameters)
  return { kind, digest }
}

function identifierOf(value: Der): readonly [oid: string, parameters: Der | undefined] {
  const fields = new Fields(value, tags.SEQUENCE)
  const oid = oidOf(fields.take(tags.OID))
  const parameters = fields.isDone ? undefined : fields.next()
  fields.end()
  return [oid, parameters]
}

function demandNull(parameters: Der | undefined): void {
  if (parameters && (parameters.tag !== tags.NULL || parameters.content.length > 0))
    throw new CmsRefused('parameters where none belong')
}

/** RSASSA-PSS-params (RFC 4055 §3.1): one digest for all, its trailer, and a salt no longer than a digest may be. */
function pssOf(parameters: Der | undefined): Scheme {
  if (parameters === undefined) throw new CmsRefused('PSS without parameters')
  const fields = new Fields(parameters, tags.SEQUENCE)
  const hash = fields.explicit(0)
  const mask = fields.explicit(1)
  const salt = fields.explicit(2)
  const trailer = fields.explicit(3)
  fields.end()
  const digest = hash ? digestOf(hash) : 'sha1'
  if (digest !== (mask ? maskDigestOf(mask) : 'sha1')) throw new CmsRefused('PSS with two digests')
  if (trailer && countOf(trailer) !== 1) throw new CmsRefused('PSS with another trailer')
  const saltLength = salt ? countOf(salt) : 20
  if (saltLength > 512) throw new CmsRefused('PSS with an absurd salt')
  return { kind: 'RSA-PSS', digest, saltLength }
}

function maskDigestOf(value: Der): string {
  const [oid, digest] = identifierOf(value)
  if (oid !== mgf1 || digest === undefined) throw new CmsRefused('an unknown mask')
  return digestOf(digest)
}

/** Such as `RSA-SHA256`, `RSA-PSS-SHA512`, `ECDSA-SHA384`, `Ed25519`, `Ed448`. */
export const schemeName = ({ kind, digest }: Scheme): string =>
  kind === 'Ed25519' || kind === 'Ed448' ? kind : `${kind}-${digest.toUpperCase()}`
