import { createHash } from 'node:crypto'
import { type Identity, partsOf } from './certificate.ts'
import { der, generalizedTime, integer, octets, oid, sequence, setOf, tagged, time } from './der.ts'
import { digestIdentifier, type SchemeWish, schemeOf } from './scheme.ts'

/** What a CMS signature is made of (RFC 5652). */
export interface Signing extends SchemeWish {
  readonly signer: Identity
  readonly content: Uint8Array
  /** What the signer's computer claims; said nowhere when left out. */
  readonly at?: Date | undefined
  /** Whose time stamp lies on the signature, and from when it is. */
  readonly timestamp?: { readonly tsa: Identity; readonly at: Date } | undefined
  /** `adbe.pkcs7.detached` does without the ESS certificate (RFC 5035). */
  readonly withoutEss?: boolean | undefined
}

const types = { data: '1.2.840.113549.1.7.1', tstInfo: '1.2.840.113549.1.9.16.1.4' }
const attribute = (type: string, value: Buffer): Buffer => sequence(oid(type), setOf(value))
const hash = (digest: string, bytes: Uint8Array): Buffer => createHash(digest).update(bytes).digest()

/** A detached signature over content, DER. */
export const detachedSignature = (signing: Signing): Buffer => signedData(signing, types.data)

/** A time stamp token over bytes (RFC 3161 §2.4.2), DER. */
export function timestampToken(over: Uint8Array, tsa: Identity, at: Date): Buffer {
  const digest = tsa.scheme.digest
  const content = sequence(
    integer(1),
    // A policy for examples, of nobody.
    oid('1.3.6.1.4.1.32473.1'),
    sequence(digestIdentifier(digest), octets(hash(digest, over))),
    integer(BigInt(at.getTime())),
    generalizedTime(at),
  )
  return signedData({ signer: tsa, content }, types.tstInfo)
}

function signedData(signing: Signing, contentType: string): Buffer {
  const { signer, content, timestamp } = signing
  const { digest = signer.scheme.digest, isPss } = signing
  const isOwnWay = signing.digest === undefined && isPss === undefined
  const scheme = isOwnWay ? signer.scheme : schemeOf(signer.key, { digest, isPss })
  const attributes = attributesFor(signing, contentType, hash(digest, content))
  const signature = scheme.sign(setOf(...attributes), signer.key)
  const { issuer, serial } = partsOf(signer.certificate)
  const token = timestamp && timestampToken(signature, timestamp.tsa, timestamp.at)
  const info = sequence(
    integer(1),
    sequence(issuer, serial),
    digestIdentifier(digest),
    der(0xa0, ...attributes.toSorted(Buffer.compare)),
    scheme.identifier,
    octets(signature),
    ...(token ? [der(0xa1, attribute('1.2.840.113549.1.9.16.2.14', token))] : []),
  )
  const isStamp = contentType === types.tstInfo
  const body = sequence(
    integer(isStamp ? 3 : 1),
    setOf(digestIdentifier(digest)),
    sequence(oid(contentType), ...(isStamp ? [tagged(0, octets(content))] : [])),
    tagged(0, ...[signer.certificate, ...signer.chain].toSorted(Buffer.compare)),
    setOf(info),
  )
  return sequence(oid('1.2.840.113549.1.7.2'), tagged(0, body))
}

function attributesFor({ signer, at, withoutEss }: Signing, contentType: string, digest: Buffer): readonly Buffer[] {
  const ess = sequence(sequence(sequence(octets(hash('sha256', signer.certificate)))))
  return [
    attribute('1.2.840.113549.1.9.3', oid(contentType)),
    attribute('1.2.840.113549.1.9.4', octets(digest)),
    ...(at ? [attribute('1.2.840.113549.1.9.5', time(at))] : []),
    ...(withoutEss === true ? [] : [attribute('1.2.840.113549.1.9.16.2.47', ess)]),
  ]
}
