import { ctx, int, moment, octets, oid, seq, set, utcMoment } from './make-der.ts'
import { digestId, type Holder, hash, type TestScheme } from './make-pki.ts'

export const data = '1.2.840.113549.1.7.1'
const tstInfo = '1.2.840.113549.1.9.16.1.4'
const types = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  ess: '1.2.840.113549.1.9.16.2.47',
  stamp: '1.2.840.113549.1.9.16.2.14',
}

export const attribute = (type: string, ...values: readonly Buffer[]): Buffer => seq(oid(type), set(...values))
export const stamped = (...tokens: readonly Buffer[]): Buffer => attribute(types.stamp, ...tokens)

/** What a signature is made of; everything has an honest default. */
export interface WantedCms {
  readonly signer: Holder
  readonly content: Uint8Array
  readonly scheme?: TestScheme
  readonly certificates?: readonly Buffer[]
  /** Lists in the field `crls`. */
  readonly lists?: readonly Buffer[]
  readonly contentType?: string
  /** Lies inside when given. */
  readonly inside?: Uint8Array
  readonly claimed?: string | null
  /** Whose certificate is said to have signed; null says nothing. */
  readonly ess?: Buffer | null
  /** Instead of the honest attributes; null for none at all. */
  readonly attributes?: ((honest: readonly Buffer[]) => readonly Buffer[]) | null
  readonly unsigned?: (signature: Buffer) => readonly Buffer[]
  readonly signature?: (honest: Buffer) => Buffer
  readonly version?: number
  readonly digests?: readonly Buffer[]
  readonly signers?: (honest: Buffer) => readonly Buffer[]
}

export const essOf = (certificate: Uint8Array): Buffer =>
  attribute(types.ess, seq(seq(seq(octets(hash('sha256', certificate))))))

/** The attributes that an honest signer signs. */
export function honestAttributes(wanted: WantedCms, digest: string): readonly Buffer[] {
  const { claimed = '2026-11-22T08:00:00Z', ess = wanted.signer.certificate } = wanted
  return [
    attribute(types.contentType, oid(wanted.contentType ?? data)),
    attribute(types.messageDigest, octets(hash(digest, wanted.content))),
    ...(claimed === null ? [] : [attribute(types.signingTime, utcMoment(claimed))]),
    ...(ess === null ? [] : [essOf(ess)]),
  ]
}

/** A SignedData (RFC 5652). */
export function makeCms(wanted: WantedCms): Buffer {
  const { signer, contentType = data, certificates = [signer.certificate] } = wanted
  const scheme = wanted.scheme ?? signer.scheme
  const honest = honestAttributes(wanted, scheme.digest)
  const attributes = wanted.attributes === null ? null : Buffer.concat((wanted.attributes ?? ((all) => all))(honest))
  const toSign = attributes ? set(attributes) : wanted.content
  const signed = scheme.sign(toSign, signer.key)
  const signature = wanted.signature?.(signed) ?? signed
  const unsigned = wanted.unsigned?.(signature)
  const info = seq(
    int(1),
    seq(signer.issuer, int(signer.serial)),
    digestId(scheme.digest),
    ...(attributes ? [ctx(0, attributes)] : []),
    scheme.id,
    octets(signature),
    ...(unsigned ? [ctx(1, ...unsigned)] : []),
  )
  const inside = wanted.inside ? [ctx(0, octets(wanted.inside))] : []
  const body = seq(
    int(wanted.version ?? (contentType === data ? 1 : 3)),
    set(...(wanted.digests ?? [digestId(scheme.digest)])),
    seq(oid(contentType), ...inside),
    ...(certificates.length > 0 ? [ctx(0, ...certificates)] : []),
    ...(wanted.lists ? [ctx(1, ...wanted.lists)] : []),
    set(...(wanted.signers?.(info) ?? [info])),
  )
  return seq(oid('1.2.840.113549.1.7.2'), ctx(0, body))
}

export interface WantedStamp {
  readonly tsa: Holder
  readonly over: Uint8Array
  readonly at?: string
  readonly digest?: string
  readonly ess?: null
  readonly certificates?: readonly Buffer[]
}

/** A time stamp token (RFC 3161). */
export function makeStamp({ tsa, over, at = '2026-11-22T09:00:00Z', digest = 'sha256', ...more }: WantedStamp): Buffer {
  const inside = seq(
    int(1),
    oid('1.3.6.1.4.1.99999.1'),
    seq(digestId(digest), octets(hash(digest, over))),
    int(7),
    moment(at),
  )
  return makeCms({ signer: tsa, content: inside, inside, contentType: tstInfo, claimed: null, ...more })
}
