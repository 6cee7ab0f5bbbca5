import { createHash } from 'node:crypto'
import { digestOf } from './algorithm.ts'
import type { Certificate } from './certificate.ts'
import { CmsRefused, childrenOf, context, type Der, derOf, Fields, tags } from './der.ts'
import { nameOf } from './name.ts'
import type { Attributes } from './signer-info.ts'
import { integerOf, isSame, octetsOf } from './value.ts'

/** The certificate that a signer says was used: its hash, and mostly its issuer and number (RFC 2634, RFC 5035). */
export interface EssCertificate {
  readonly digest: string
  readonly hash: Uint8Array
  readonly issuerSerial: { readonly issuer: string; readonly serial: string } | undefined
}

const signingCertificate = '1.2.840.113549.1.9.16.2.12'
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47'

/** What the signed attributes name; both versions when both are there. @throws CmsRefused */
export function essOf(attributes: Attributes): readonly EssCertificate[] | undefined {
  const found = [
    ...firstOf(attributes.get(signingCertificate), () => 'sha1'),
    ...firstOf(attributes.get(signingCertificateV2), (fields) => {
      const algorithm = fields.maybe(tags.SEQUENCE)
      return algorithm ? digestOf(algorithm) : 'sha256'
    }),
  ]
  return found.length > 0 ? found : undefined
}

/** True when a certificate is the one that was named, by every name. */
export function isMeant({ bytes, issuer, serial }: Certificate, ess: readonly EssCertificate[]): boolean {
  return ess.every(({ digest, hash, issuerSerial }) => {
    if (issuerSerial && (issuerSerial.issuer !== issuer.id || issuerSerial.serial !== serial)) return false
    return isSame(createHash(digest).update(bytes).digest(), hash)
  })
}

/** The first certificate of the one value is the signer's; those behind it are of the chain. */
function firstOf(values: readonly Der[] | undefined, digestIn: (fields: Fields) => string): readonly EssCertificate[] {
  if (values === undefined) return []
  const [value, ...others] = values
  if (value === undefined || others.length > 0) throw new CmsRefused('not one signing certificate')
  const list = new Fields(value, tags.SEQUENCE)
  const [first] = childrenOf(list.take(tags.SEQUENCE), tags.SEQUENCE)
  list.maybe(tags.SEQUENCE)
  list.end()
  if (first === undefined) throw new CmsRefused('no signing certificate')
  const fields = new Fields(first, tags.SEQUENCE)
  const digest = digestIn(fields)
  const hash = octetsOf(fields.take(tags.OCTET_STRING))
  const issuerSerial = fields.maybe(tags.SEQUENCE)
  fields.end()
  return [{ digest, hash, issuerSerial: issuerSerial && issuerSerialOf(issuerSerial) }]
}

/** IssuerSerial (RFC 5035 §5.1.1): the issuer as a list of general names with one directory name. */
function issuerSerialOf(value: Der) {
  const fields = new Fields(value, tags.SEQUENCE)
  const [name, ...others] = childrenOf(fields.take(tags.SEQUENCE), tags.SEQUENCE)
  const serial = integerOf(fields.take(tags.INTEGER))
  fields.end()
  if (name?.tag !== context(4) || others.length > 0) throw new CmsRefused('not one issuer')
  return { issuer: nameOf(derOf(name.content)).id, serial }
}
