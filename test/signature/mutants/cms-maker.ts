import { createHash, type KeyObject, sign } from 'node:crypto'
import { der, integer, nothing, octets, oid, sequence, setOf, utcTime } from './der.ts'
import { algorithmOf, type Identity, partsOf, sha256Algorithm } from './identity.ts'

/** How a signature is made; what is left out is made as an honest program would. */
export interface CmsShape {
  /** Certificates besides the signer's. */
  readonly chain?: readonly Buffer[]
  /** No signed attributes: the signature is over the content itself (RFC 5652 §5.4). */
  readonly isBare?: boolean
  /** Replaces the signature proper. */
  readonly forge?: (signed: Buffer, key: KeyObject) => Buffer
  /** The SHA-256 that the signed attributes claim. */
  readonly digest?: Buffer
  /** Leaves the ESS certificate (RFC 5035) out. */
  readonly withoutEss?: boolean
}

const data = oid('1.2.840.113549.1.7.1')
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** A detached SignedData (RFC 5652 §5) over bytes. */
export function cmsOver(content: Buffer, signer: Identity, shape: CmsShape = {}): Buffer {
  const attributes = attributesFor(shape.digest ?? sha256(content), signer, shape)
  const signed = shape.isBare === true ? content : der(0x31, ...attributes)
  const signature = shape.forge?.(signed, signer.key) ?? sign('sha256', signed, signer.key)
  const { issuer, serial } = partsOf(signer.certificate)
  const info = sequence(
    integer(1),
    sequence(issuer, serial),
    sha256Algorithm,
    ...(shape.isBare === true ? [] : [der(0xa0, ...attributes)]),
    algorithmOf(signer.key),
    octets(signature),
  )
  const certificates = der(0xa0, signer.certificate, ...(shape.chain ?? signer.chain ?? []))
  const body = sequence(integer(1), setOf(sha256Algorithm), sequence(data), certificates, setOf(info))
  return sequence(oid('1.2.840.113549.1.7.2'), der(0xa0, body))
}

function attributesFor(digest: Buffer, signer: Identity, { withoutEss }: CmsShape): readonly Buffer[] {
  const attribute = (type: string, value: Buffer) => sequence(oid(type), setOf(value))
  const ess = sequence(sequence(sequence(octets(sha256(signer.certificate)))))
  const all = [
    attribute('1.2.840.113549.1.9.3', data),
    attribute('1.2.840.113549.1.9.4', octets(digest)),
    attribute('1.2.840.113549.1.9.5', utcTime('2026-11-01T03:00:00')),
    ...(withoutEss === true ? [] : [attribute('1.2.840.113549.1.9.16.2.47', ess)]),
  ]
  // A SET OF is written in the order of its bytes (X.690 §11.6).
  return all.toSorted(Buffer.compare)
}

/** The DigestInfo of SHA-256 (RFC 8017 §9.2). */
export const digestInfo = (bytes: Uint8Array): Buffer =>
  sequence(sequence(oid('2.16.840.1.101.3.4.2.1'), nothing), octets(sha256(bytes)))
