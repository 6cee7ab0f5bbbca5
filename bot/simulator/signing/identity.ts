import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import { bits, integer, octets, oid, sequence, setOf, tagged, utcTime, utf8, yes } from './der.ts'

/** What stands in every name of this PKI, so that nobody takes it for a real one. */
export const notForProduction = 'UJI – TIDAK UNTUK PRODUKSI'

/** A test certificate with its key. */
export interface Identity {
  readonly commonName: string
  readonly key: KeyObject
  /** DER. */
  readonly certificate: Buffer
  /** Its subject, DER. */
  readonly name: Buffer
  /** Whoever issued it, DER, and its number there. */
  readonly issuer: Buffer
  readonly serial: Buffer
}

/** An identity as JSON: PKCS#8 and DER in base64. */
export interface SavedIdentity {
  readonly commonName: string
  readonly key: string
  readonly certificate: string
  readonly issuer: string
  readonly serial: string
}

/** What a certificate of this PKI is for. */
export type Purpose = 'root' | 'issuing' | 'signing' | 'timestamps'

/** How long each is good, in days. */
const days: Readonly<Record<Purpose, number>> = { root: 3650, issuing: 3650, signing: 730, timestamps: 3650 }
/** ECDSA with SHA-256 (RFC 5758 §3.2). */
export const ecdsaWithSha256: Buffer = sequence(oid('1.2.840.10045.4.3.2'))
const dayMs = 86_400_000

export const nameOf = (commonName: string): Buffer =>
  sequence(setOf(sequence(oid('2.5.4.10'), utf8(notForProduction))), setOf(sequence(oid('2.5.4.3'), utf8(commonName))))

/** A certificate on P-256 from a day before `at` on; of its own issuer when there is none. */
export function issued(commonName: string, purpose: Purpose, at: string, issuer?: Identity): Identity {
  const { privateKey: key, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = nameOf(commonName)
  const issuerName = issuer?.name ?? name
  const serial = integer(Buffer.concat([Buffer.from([0x5a]), randomBytes(12)]))
  const from = Date.parse(at) - dayMs
  const body = sequence(
    tagged(0, integer(2)),
    serial,
    ecdsaWithSha256,
    issuerName,
    sequence(utcTime(new Date(from).toISOString()), utcTime(new Date(from + days[purpose] * dayMs).toISOString())),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(...extensionsOf(purpose, keyId(key), issuer && keyId(issuer.key)))),
  )
  const certificate = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, issuer?.key ?? key)))
  return { commonName, key, certificate, name, issuer: issuerName, serial }
}

function extensionsOf(purpose: Purpose, subject: Buffer, authority: Buffer | undefined): readonly Buffer[] {
  const isAuthority = purpose === 'root' || purpose === 'issuing'
  // keyCertSign and cRLSign, or digitalSignature and nonRepudiation (RFC 5280 §4.2.1.3).
  const usage = isAuthority ? bits(Buffer.from([0x06]), 1) : bits(Buffer.from([0xc0]), 6)
  return [
    ...(isAuthority ? [extension('2.5.29.19', sequence(yes), true)] : []),
    extension('2.5.29.15', usage, true),
    extension('2.5.29.14', octets(subject)),
    ...(authority === undefined ? [] : [extension('2.5.29.35', sequence(authorityKey(authority)))]),
    ...(purpose === 'timestamps' ? [extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.8')), true)] : []),
  ]
}

const extension = (type: string, value: Buffer, isCritical = false): Buffer =>
  sequence(oid(type), ...(isCritical ? [yes] : []), octets(value))

/** `[0]`, primitive. */
const authorityKey = (id: Buffer): Buffer => Buffer.concat([Buffer.from([0x80, id.length]), id])

const keyId = (key: KeyObject): Buffer =>
  createHash('sha1')
    .update(createPublicKey(key).export({ type: 'spki', format: 'der' }))
    .digest()

export const savedIdentity = ({ commonName, key, certificate, issuer, serial }: Identity): SavedIdentity => ({
  commonName,
  key: key.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  certificate: certificate.toString('base64'),
  issuer: issuer.toString('base64'),
  serial: serial.toString('base64'),
})

export const restoredIdentity = ({ commonName, key, certificate, issuer, serial }: SavedIdentity): Identity => ({
  commonName,
  key: createPrivateKey({ key: Buffer.from(key, 'base64'), type: 'pkcs8', format: 'der' }),
  certificate: Buffer.from(certificate, 'base64'),
  name: nameOf(commonName),
  issuer: Buffer.from(issuer, 'base64'),
  serial: Buffer.from(serial, 'base64'),
})
