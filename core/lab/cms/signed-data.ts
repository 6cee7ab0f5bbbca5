import { digestOf } from './algorithm.ts'
import { type Certificate, certificatesAmong } from './certificate.ts'
import { CmsRefused, childrenOf, context, type Der, derOf, Fields, tags } from './der.ts'
import { type SignerInfo, signerInfoOf } from './signer-info.ts'
import { countOf, octetsOf, oidOf } from './value.ts'

export const contentTypes = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
} as const

/** A SignedData with its one signer (RFC 5652 §5). */
export interface SignedData {
  readonly contentType: string
  /** Undefined when it is detached. */
  readonly content: Uint8Array | undefined
  readonly certificates: readonly Certificate[]
  readonly crls: readonly Uint8Array[]
  /** OCSP answers, whole or only their basic part (RFC 5940). */
  readonly ocsps: readonly Uint8Array[]
  readonly signer: SignerInfo
}

/** Of version 1 and 2. */
const attributeCertificates: readonly number[] = [context(1), context(2)]
const certificatesMax = 100
const otherAnswer = ['1.3.6.1.5.5.7.16.2', '1.3.6.1.5.5.7.48.1.1']

/** @throws CmsRefused unless every field is what RFC 5652 says, and there is exactly one signer */
export function signedDataOf(der: Uint8Array): SignedData {
  const info = new Fields(derOf(der), tags.SEQUENCE)
  if (oidOf(info.take(tags.OID)) !== contentTypes.signedData) throw new CmsRefused('not signed data')
  const body = info.explicit(0)
  info.end()
  if (body === undefined) throw new CmsRefused('no content')
  const fields = new Fields(body, tags.SEQUENCE)
  const version = countOf(fields.take(tags.INTEGER))
  const digests = childrenOf(fields.take(tags.SET), tags.SET).map(digestOf)
  const content = contentIn(fields.take(tags.SEQUENCE))
  const certificates = fields.maybe(context(0))
  const lists = fields.maybe(context(1))
  const [signerInfo, ...others] = childrenOf(fields.take(tags.SET), tags.SET)
  fields.end()
  if (signerInfo === undefined || others.length > 0) throw new CmsRefused('not one signer')
  const signer = signerInfoOf(signerInfo)
  if (!digests.includes(signer.digest)) throw new CmsRefused('a digest that was not announced')
  const choices = certificates ? childrenOf(certificates, context(0)) : []
  demandVersion(version, content.contentType, signer, choices)
  return { ...content, certificates: certificatesIn(choices), ...listsIn(lists), signer }
}

/**
 * RFC 5652 §5.1, but that no list of another kind asks for 5: nobody has been seen to heed that. Some signers write 1
 * whatever follows.
 */
function demandVersion(version: number, contentType: string, { by }: SignerInfo, choices: readonly Der[]): void {
  const plain = contentType === contentTypes.data && 'issuer' in by ? 1 : 3
  const needed = choices.some(({ tag }) => attributeCertificates.includes(tag)) ? [3, 4] : [plain]
  if (version !== 1 && !needed.includes(version)) throw new CmsRefused('another version')
}

function contentIn(value: Der): Pick<SignedData, 'contentType' | 'content'> {
  const fields = new Fields(value, tags.SEQUENCE)
  const contentType = oidOf(fields.take(tags.OID))
  const content = fields.explicit(0)
  fields.end()
  if (!Object.values<string>(contentTypes).includes(contentType)) throw new CmsRefused('an unknown content')
  return { contentType, content: content && joined(content) }
}

/** BER lets an octet string come in pieces, which stay pieces when its lengths are made definite. */
function joined(value: Der): Uint8Array {
  return value.tag === 0x24 ? Buffer.concat(childrenOf(value, 0x24).map(octetsOf)) : octetsOf(value)
}

/** Attribute certificates are passed over, and what cannot be read: a signer among those is missed later. */
function certificatesIn(choices: readonly Der[]): readonly Certificate[] {
  const all = choices.filter(({ tag }) => !attributeCertificates.includes(tag))
  if (choices.length > certificatesMax) throw new CmsRefused('too many certificates')
  if (all.some(({ tag }) => tag !== tags.SEQUENCE)) throw new CmsRefused('an unknown certificate')
  return certificatesAmong(all.map(({ raw }) => raw))
}

function listsIn(value: Der | undefined): Pick<SignedData, 'crls' | 'ocsps'> {
  const all = value ? childrenOf(value, context(1)) : []
  return {
    crls: all.filter(({ tag }) => tag === tags.SEQUENCE).map(({ raw }) => raw),
    ocsps: all.filter(({ tag }) => tag !== tags.SEQUENCE).map(otherListOf),
  }
}

function otherListOf(value: Der): Uint8Array {
  const fields = new Fields(value, context(1))
  const type = oidOf(fields.take(tags.OID))
  const { raw } = fields.next()
  fields.end()
  if (!otherAnswer.includes(type)) throw new CmsRefused('an unknown list')
  return raw
}
