import { createHash, sign } from 'node:crypto'
import { generalizedTime, integer, octets, oid, sequence, setOf, tagged, utcTime } from './der.ts'
import { ecdsaWithSha256, type Identity } from './identity.ts'

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
const sha256Id = sequence(oid('2.16.840.1.101.3.4.2.1'))
const data = oid('1.2.840.113549.1.7.1')
const tstInfo = oid('1.2.840.113549.1.9.16.1.4')
const attribute = (type: string, value: Buffer): Buffer => sequence(oid(type), setOf(value))

/** Who signs, who issued their certificate, and by whose clock it is proven. */
export interface Signing {
  readonly signer: Identity
  readonly chain: readonly Identity[]
  readonly timestamps: Identity
  /** ISO 8601, UTC. */
  readonly at: string
}

/** A detached SignedData (RFC 5652 §5) over bytes, with a timestamp over its signature (RFC 3161). */
export function signedData(content: Uint8Array, { signer, chain, timestamps, at }: Signing): Buffer {
  const stamp = (signature: Buffer) => attribute('1.2.840.113549.1.9.16.2.14', timestampOver(signature, timestamps, at))
  const attributes = [attribute('1.2.840.113549.1.9.5', utcTime(at))]
  return wrapped(content, signer, { type: data, attributes, chain, unsigned: stamp })
}

function timestampOver(signature: Buffer, tsa: Identity, at: string): Buffer {
  const info = sequence(
    integer(1),
    oid('1.3.6.1.4.1.99999.1'),
    sequence(sha256Id, octets(sha256(signature))),
    integer(sha256(signature).subarray(0, 8)),
    generalizedTime(at),
  )
  return wrapped(info, tsa, { type: tstInfo, attributes: [], chain: [], inside: info })
}

interface Shape {
  readonly type: Buffer
  readonly attributes: readonly Buffer[]
  readonly chain: readonly Identity[]
  readonly inside?: Buffer
  readonly unsigned?: (signature: Buffer) => Buffer
}

function wrapped(content: Uint8Array, signer: Identity, { type, chain, inside, unsigned, ...more }: Shape): Buffer {
  const ess = sequence(sequence(sequence(octets(sha256(signer.certificate)))))
  const attributes = setOf(
    attribute('1.2.840.113549.1.9.3', type),
    attribute('1.2.840.113549.1.9.4', octets(sha256(content))),
    attribute('1.2.840.113549.1.9.16.2.47', ess),
    ...more.attributes,
  )
  const signature = sign('sha256', attributes, signer.key)
  const info = sequence(
    integer(1),
    sequence(signer.issuer, signer.serial),
    sha256Id,
    // The same bytes, but for their tag (§5.4).
    Buffer.concat([Buffer.from([0xa0]), attributes.subarray(1)]),
    ecdsaWithSha256,
    octets(signature),
    ...(unsigned === undefined ? [] : [tagged(1, unsigned(signature))]),
  )
  const certificates = [signer, ...chain].map(({ certificate }) => certificate).toSorted(Buffer.compare)
  const body = sequence(
    integer(inside === undefined ? 1 : 3),
    setOf(sha256Id),
    sequence(type, ...(inside === undefined ? [] : [tagged(0, octets(inside))])),
    tagged(0, ...certificates),
    setOf(info),
  )
  return sequence(oid('1.2.840.113549.1.7.2'), tagged(0, body))
}
