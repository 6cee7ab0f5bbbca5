import type { SignatureReason } from '../../signature/reason.ts'
import { hashOf, isWeakDigest } from './algorithm.ts'
import { type Certificate, keyOf } from './certificate.ts'
import { CmsRefused, type Der, derOf, tags, unlessRefused } from './der.ts'
import { essOf, isMeant } from './ess.ts'
import { isSignedBy } from './signature-value.ts'
import { contentTypes, type SignedData } from './signed-data.ts'
import { type Attributes, attributesIn } from './signer-info.ts'
import { isSame, octetsOf, oidOf, timeOf } from './value.ts'

/** What a signature is worth apart from whoever made it. */
export interface SignerCheck {
  readonly reasons: readonly SignatureReason[]
  readonly certificate: Certificate
  /** True when the certificate is named in what was signed (RFC 5035). */
  readonly hasEss: boolean
  /** The moment that the signer's computer claims, in milliseconds. */
  readonly claimedAt: number | undefined
}

const attributeTypes = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
} as const

/**
 * Checks the one signature of signed data over its content (RFC 5652 §5.6).
 * @param others where the signer's certificate is looked for when it does not come along
 * @throws CmsRefused
 */
export function checkSigner(
  data: SignedData,
  content: readonly Uint8Array[],
  others: readonly Certificate[],
): SignerCheck {
  const { signer } = data
  const attributes = signer.signedAttributes?.values
  const ess = attributes && essOf(attributes)
  const named = [...data.certificates, ...others].filter((certificate) => isNamed(certificate, data))
  if (named.length === 0) throw new CmsRefused('no certificate of the signer')
  const certificate = ess ? named.find((one) => isMeant(one, ess)) : named[0]
  // Somebody else's certificate with the same issuer and number, or the same key.
  if (certificate === undefined) throw new CmsRefused('another certificate than was signed')
  const reasons = attributes ? attributeFaults(data, attributes, content) : bareFaults(data, content)
  const signed = signer.signedAttributes ? [signer.signedAttributes.bytes] : content
  const isSigned = isSignedBy(keyOf(certificate), signer.scheme, signed, signer.signature)
  return {
    reasons: [
      ...reasons,
      ...(isSigned ? [] : ['SIGNATURE_MISMATCH' as const]),
      ...(isWeakDigest(signer.digest) ? ['WEAK_ALGORITHM' as const] : []),
    ],
    certificate,
    hasEss: ess !== undefined,
    claimedAt: attributes && claimedIn(attributes),
  }
}

function isNamed(certificate: Certificate, { signer: { by } }: SignedData): boolean {
  if ('keyId' in by) return certificate.subjectKeyId === by.keyId
  return certificate.serial === by.serial && certificate.issuer.id === by.issuer.id
}

function attributeFaults(data: SignedData, attributes: Attributes, content: readonly Uint8Array[]) {
  const type = oidOf(single(attributes, attributeTypes.contentType))
  if (type !== data.contentType) throw new CmsRefused('another content type was signed')
  const hash = hashOf(data.signer.digest)
  for (const piece of content) hash.update(piece)
  const digest = octetsOf(single(attributes, attributeTypes.messageDigest))
  return isSame(hash.digest(), digest) ? [] : (['DIGEST_MISMATCH'] as const)
}

function bareFaults(data: SignedData, content: readonly Uint8Array[]) {
  // RFC 5652 §5.3: anything but plain data must have them.
  if (data.contentType !== contentTypes.data) throw new CmsRefused('no signed attributes')
  // The signed attributes of another signature, passed off as the content that was signed.
  if (content[0]?.[0] === tags.SET && isAttributeSet(Buffer.concat(content)))
    throw new CmsRefused('attributes as content')
  return ['NO_SIGNED_ATTRIBUTES'] as const
}

const isAttributeSet = (bytes: Uint8Array): boolean =>
  unlessRefused(() => attributesIn(derOf(bytes), tags.SET)) !== undefined

function single(attributes: Attributes, type: string): Der {
  const [value, ...others] = attributes.get(type) ?? []
  if (value === undefined || others.length > 0) throw new CmsRefused('an attribute not there once')
  return value
}

/** It is only shown: one that cannot be read is none. */
function claimedIn(attributes: Attributes): number | undefined {
  const [value] = attributes.get(attributeTypes.signingTime) ?? []
  return value && unlessRefused(() => timeOf(value))
}
