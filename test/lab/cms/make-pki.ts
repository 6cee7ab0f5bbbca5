import {
  constants,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
} from 'node:crypto'
import {
  bits,
  bool,
  ctx,
  der,
  int,
  moment,
  nul,
  octets,
  oid,
  type Part,
  seq,
  set,
  utcMoment,
  utf8,
} from './make-der.ts'

/** How something is signed in a test: the identifier, the digest, and the deed. */
export interface TestScheme {
  readonly id: Buffer
  readonly digest: string
  readonly sign: (data: Uint8Array, key: KeyObject) => Buffer
}

export const digestIds: Readonly<Record<string, string>> = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  shake256: '2.16.840.1.101.3.4.2.12',
}
export const digestId = (digest: string): Buffer => seq(oid(digestIds[digest]!), nul)

const rsaIds: Readonly<Record<string, string>> = { md5: '4', sha1: '5', sha256: '11', sha384: '12', sha512: '13' }
export const rsa = (digest: string): TestScheme => ({
  id: seq(oid(`1.2.840.113549.1.1.${rsaIds[digest]}`), nul),
  digest,
  sign: (data, key) => signBytes(digest, data, key),
})

const ecdsaIds: Readonly<Record<string, string>> = { sha1: '1', sha256: '3.2', sha384: '3.3', sha512: '3.4' }
export const ecdsa = (digest: string): TestScheme => ({
  id: seq(oid(`1.2.840.10045.4.${ecdsaIds[digest]}`)),
  digest,
  sign: (data, key) => signBytes(digest, data, key),
})

/** RSASSA-PSS; what it says of itself may be bent. */
export const pss = (digest: string, said: { mask?: string; salt?: number; trailer?: number } = {}): TestScheme => ({
  id: seq(
    oid('1.2.840.113549.1.1.10'),
    seq(
      ctx(0, digestId(digest)),
      ctx(1, seq(oid('1.2.840.113549.1.1.8'), digestId(said.mask ?? digest))),
      ctx(2, int(said.salt ?? 32)),
      ...(said.trailer === undefined ? [] : [ctx(3, int(said.trailer))]),
    ),
  ),
  digest,
  sign: (data, key) => signBytes(digest, data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
})

export const ed25519: TestScheme = {
  id: seq(oid('1.3.101.112')),
  digest: 'sha512',
  sign: (data, key) => signBytes(null, data, key),
}

export const ed448 = (digest = 'shake256'): TestScheme => ({
  id: seq(oid('1.3.101.113')),
  digest,
  sign: (data, key) => signBytes(null, data, key),
})

/** Whoever holds a key and a certificate. */
export interface Holder {
  readonly name: Buffer
  readonly key: KeyObject
  readonly certificate: Buffer
  readonly scheme: TestScheme
  readonly serial: bigint
  readonly issuer: Buffer
}

export const nameOf = (commonName: string, ...more: readonly Buffer[]): Buffer =>
  seq(set(seq(oid('2.5.4.3'), utf8(commonName))), ...more)

export const newEc = (namedCurve = 'P-256'): KeyObject => generateKeyPairSync('ec', { namedCurve }).privateKey
export const newRsa = (modulusLength = 2048, publicExponent = 65537): KeyObject =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent }).privateKey

export const extension = (type: string, value: Part, isCritical = false): Buffer =>
  seq(oid(type), ...(isCritical ? [bool(true)] : []), octets(value))

/** KeyUsage of bit numbers below eight. */
export const keyUsage = (...numbers: readonly number[]): Buffer => {
  const byte = numbers.reduce((sum, n) => sum | (0x80 >> n), 0)
  return extension('2.5.29.15', bits(Buffer.from([byte]), numbers.length > 0 ? 7 - Math.max(...numbers) : 0), true)
}
export const authority = (pathLength?: number): Buffer =>
  extension('2.5.29.19', seq(bool(true), ...(pathLength === undefined ? [] : [int(pathLength)])), true)
export const purpose = (isCritical: boolean, ...oids: readonly string[]): Buffer =>
  extension('2.5.29.37', seq(...oids.map(oid)), isCritical)

export const timeStamping = '1.3.6.1.5.5.7.3.8'
export const ocspSigning = '1.3.6.1.5.5.7.3.9'

export interface Wanted {
  readonly name: Buffer
  readonly issuer?: Holder
  readonly key?: KeyObject
  /** Instead of the key's own. */
  readonly publicKey?: KeyObject
  /** Of the holder's own signatures. */
  readonly scheme?: TestScheme
  /** Of the signature on the certificate. */
  readonly by?: TestScheme
  readonly extensions?: readonly Buffer[]
  readonly from?: string
  readonly to?: string
  readonly serial?: bigint
  readonly version?: 1 | 3
}

let serials = 1000n

/** Issues a certificate; to itself when there is no issuer. */
export function issue(wanted: Wanted): Holder {
  const { key = newEc(), scheme = ecdsa('sha256'), issuer, version = 3 } = wanted
  const by = wanted.by ?? issuer?.scheme ?? scheme
  const serial = wanted.serial ?? serials++
  const issuerName = issuer?.name ?? wanted.name
  const body = seq(
    ...(version === 3 ? [ctx(0, int(2))] : []),
    int(serial),
    by.id,
    issuerName,
    seq(utcMoment(wanted.from ?? '2026-01-01T00:00:00Z'), moment(wanted.to ?? '2051-01-01T00:00:00Z')),
    wanted.name,
    (wanted.publicKey ?? createPublicKey(key)).export({ type: 'spki', format: 'der' }),
    ...(version === 3 ? [ctx(3, seq(...(wanted.extensions ?? [keyUsage(0, 1)])))] : []),
  )
  const certificate = seq(body, by.id, bits(by.sign(body, issuer?.key ?? key)))
  return { name: wanted.name, key, certificate, scheme, serial, issuer: issuerName }
}

export const root = (name: string, more: Partial<Wanted> = {}): Holder =>
  issue({ name: nameOf(name), extensions: [authority(), keyUsage(5, 6)], ...more })

export const hash = (digest: string, data: Uint8Array): Buffer =>
  createHash(digest, digest === 'shake256' ? { outputLength: 64 } : undefined)
    .update(data)
    .digest()

export interface WantedList {
  readonly revoked?: readonly (readonly [serial: bigint, at: string, invalidSince?: string])[]
  readonly thisUpdate?: string
  readonly nextUpdate?: string | null
  readonly extensions?: readonly Buffer[]
  readonly name?: Buffer
}

/** A revocation list that somebody signs. */
export function listBy(holder: Holder, wanted: WantedList = {}): Buffer {
  const entries = (wanted.revoked ?? []).map(([serial, at, since]) => {
    const extensions = since === undefined ? [] : [seq(extension('2.5.29.24', moment(since)))]
    return seq(int(serial), utcMoment(at), ...extensions)
  })
  const body = seq(
    int(1),
    holder.scheme.id,
    wanted.name ?? holder.name,
    utcMoment(wanted.thisUpdate ?? '2026-11-20T00:00:00Z'),
    ...(wanted.nextUpdate === null ? [] : [utcMoment(wanted.nextUpdate ?? '2026-12-20T00:00:00Z')]),
    ...(entries.length > 0 ? [seq(...entries)] : []),
    ...(wanted.extensions ? [ctx(0, seq(...wanted.extensions))] : []),
  )
  return seq(body, holder.scheme.id, bits(holder.scheme.sign(body, holder.key)))
}

export interface WantedAnswer {
  readonly about: Holder
  readonly issuer: Holder
  readonly revokedAt?: string
  readonly thisUpdate?: string
  readonly nextUpdate?: string
  readonly certificates?: readonly Buffer[]
  readonly extensions?: readonly Buffer[]
}

/** An OCSP response that somebody signs. */
export function answerBy(responder: Holder, wanted: WantedAnswer): Buffer {
  const keyBits = createPublicKey(wanted.issuer.key).export({ type: 'spki', format: 'der' })
  // The key lies behind the algorithm: 65 bytes of an uncompressed point on P-256.
  const issuerKey = keyBits.subarray(keyBits.length - 65)
  const id = seq(
    digestId('sha1'),
    octets(hash('sha1', wanted.issuer.name)),
    octets(hash('sha1', issuerKey)),
    int(wanted.about.serial),
  )
  const status = wanted.revokedAt === undefined ? der(0x80) : ctx(1, moment(wanted.revokedAt))
  const thisUpdate = wanted.thisUpdate ?? '2026-11-22T00:00:00Z'
  const single = seq(id, status, moment(thisUpdate), ctx(0, moment(wanted.nextUpdate ?? '2026-11-29T00:00:00Z')))
  const extensions = wanted.extensions ? [ctx(1, seq(...wanted.extensions))] : []
  const data = seq(ctx(1, responder.name), moment(thisUpdate), seq(single), ...extensions)
  const basic = seq(
    data,
    responder.scheme.id,
    bits(responder.scheme.sign(data, responder.key)),
    ...(wanted.certificates ? [ctx(0, seq(...wanted.certificates))] : []),
  )
  return seq(der(0x0a, Buffer.from([0])), ctx(0, seq(oid('1.3.6.1.5.5.7.48.1.1'), octets(basic))))
}
