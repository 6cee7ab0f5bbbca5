import { digestOf, type Scheme, schemeOf } from './algorithm.ts'
import { CmsRefused, childrenOf, context, contextPrimitive, type Der, Fields, tags } from './der.ts'
import { type Name, nameOf } from './name.ts'
import { countOf, hexOf, integerOf, octetsOf, oidOf } from './value.ts'

/** The one signer of a SignedData (RFC 5652 §5.3). */
export interface SignerInfo {
  readonly by: { readonly issuer: Name; readonly serial: string } | { readonly keyId: string }
  readonly digest: string
  readonly scheme: Scheme
  readonly signature: Uint8Array
  /** As they were signed, under the tag of a SET; undefined when there are none. */
  readonly signedAttributes: { readonly bytes: Uint8Array; readonly values: Attributes } | undefined
  readonly unsignedAttributes: Attributes
}

/** The values of attributes by their types. */
export type Attributes = ReadonlyMap<string, readonly Der[]>

/** @throws CmsRefused */
export function signerInfoOf(value: Der): SignerInfo {
  const fields = new Fields(value, tags.SEQUENCE)
  const version = countOf(fields.take(tags.INTEGER))
  const keyId = fields.maybe(contextPrimitive(0))
  const by = keyId ? { keyId: hexOf(keyId.content) } : issuerAndSerial(fields.take(tags.SEQUENCE))
  const digest = digestOf(fields.take(tags.SEQUENCE))
  const signed = fields.maybe(context(0))
  const scheme = schemeOf(fields.take(tags.SEQUENCE), digest)
  const signature = octetsOf(fields.take(tags.OCTET_STRING))
  const unsigned = fields.maybe(context(1))
  fields.end()
  // Some signers write 1 whatever names them.
  if (version !== 1 && version !== (keyId ? 3 : 1)) throw new CmsRefused('another version')
  if (scheme.digest !== digest) throw new CmsRefused('two digests')
  return {
    by,
    digest,
    scheme,
    signature,
    signedAttributes: signed && { bytes: asSet(signed.raw), values: attributesIn(signed, context(0)) },
    unsignedAttributes: unsigned ? gathered(unsigned, context(1)) : new Map(),
  }
}

/** Signed attributes stand under `[0]` and are signed as the SET that they are (RFC 5652 §5.4). */
function asSet(raw: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(raw)
  bytes[0] = tags.SET
  return bytes
}

function issuerAndSerial(value: Der) {
  const fields = new Fields(value, tags.SEQUENCE)
  const issuer = nameOf(fields.take(tags.SEQUENCE))
  const serial = integerOf(fields.take(tags.INTEGER))
  fields.end()
  return { issuer, serial }
}

/** A set of attributes: each type once, each with a value. @throws CmsRefused */
export function attributesIn(value: Der, tag: number): Attributes {
  const attributes = gathered(value, tag)
  if (attributes.size < childrenOf(value, tag).length) throw new CmsRefused('an attribute stands twice')
  return attributes
}

/** Attributes of which one may stand twice, as unsigned ones do when somebody adds another. */
function gathered(value: Der, tag: number): Attributes {
  const attributes = new Map<string, readonly Der[]>()
  for (const attribute of childrenOf(value, tag)) {
    const fields = new Fields(attribute, tags.SEQUENCE)
    const type = oidOf(fields.take(tags.OID))
    const values = childrenOf(fields.take(tags.SET), tags.SET)
    fields.end()
    if (values.length === 0) throw new CmsRefused('an attribute without value')
    attributes.set(type, [...(attributes.get(type) ?? []), ...values])
  }
  return attributes
}
