import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { bits, der, derAt, integer, nothing, octets, oid, sequence, setOf, utcTime } from './der.ts'

/** Somebody who holds a key, and the certificate over it. */
export interface Identity {
  readonly certificate: Buffer
  readonly key: KeyObject
  /** Certificates between this one and its root. */
  readonly chain?: readonly Buffer[]
}

export const sha256Algorithm: Buffer = sequence(oid('2.16.840.1.101.3.4.2.1'), nothing)
export const ecdsaSha256: Buffer = sequence(oid('1.2.840.10045.4.3.2'))
export const rsaSha256: Buffer = sequence(oid('1.2.840.113549.1.1.11'), nothing)

/** The signature algorithm of a key, over SHA-256. */
export const algorithmOf = (key: KeyObject): Buffer => (key.asymmetricKeyType === 'ec' ? ecdsaSha256 : rsaSha256)

/** A new key: of curve P-256, or RSA with a public exponent. */
export function newKey(exponent?: number): KeyObject {
  if (exponent === undefined) return generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey
  return generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: exponent }).privateKey
}

interface Wish {
  readonly name: string
  readonly serial?: number | bigint
  /** Who signs the certificate; itself when left out. */
  readonly issuer?: Identity
  readonly isAuthority?: boolean
  readonly key?: KeyObject
  /** Stands in the certificate instead of the key's own SubjectPublicKeyInfo. */
  readonly spki?: Buffer
}

/** Somebody new with a certificate of version 3 (RFC 5280). */
export function newIdentity({ name, serial = 1, issuer, isAuthority = false, key = newKey(), spki }: Wish): Identity {
  const signer = issuer?.key ?? key
  const issuerName = issuer ? partsOf(issuer.certificate).subject : nameOf(name)
  const body = sequence(
    der(0xa0, integer(2)),
    integer(serial),
    algorithmOf(signer),
    issuerName,
    sequence(utcTime('2010-01-01T00:00:00'), utcTime('2040-01-01T00:00:00')),
    nameOf(name),
    spki ?? publicKeyOf(key),
    der(0xa3, sequence(...extensions(isAuthority))),
  )
  return { certificate: sequence(body, algorithmOf(signer), bits(sign('sha256', body, signer))), key }
}

/** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7). */
const publicKeyOf = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' })

/** Issuer, serial number, subject and key of a certificate, each with its tag. */
export function partsOf(certificate: Buffer): Readonly<Record<'issuer' | 'serial' | 'subject' | 'spki', Buffer>> {
  const fields = derAt(certificate).children[0]!.children
  // Version 1 goes without saying.
  const first = fields[0]!.tag === 0xa0 ? 0 : -1
  const part = (n: number) => certificate.subarray(fields[first + n]!.start, fields[first + n]!.end)
  return { serial: part(1), issuer: part(3), subject: part(5), spki: part(6) }
}

const nameOf = (name: string): Buffer => sequence(setOf(sequence(oid('2.5.4.3'), der(0x0c, Buffer.from(name)))))

function extensions(isAuthority: boolean): readonly Buffer[] {
  const critical = der(0x01, Buffer.from([0xff]))
  const constraints = isAuthority ? sequence(critical) : sequence()
  const usage = isAuthority ? [1, 0x06] : [6, 0xc0]
  return [
    sequence(oid('2.5.29.19'), critical, octets(constraints)),
    sequence(oid('2.5.29.15'), critical, octets(der(0x03, Buffer.from(usage)))),
  ]
}
