import { createHash } from 'node:crypto'
import { digestOf, isWeakDigest, type Scheme, schemeOf } from './algorithm.ts'
import { type Certificate, certificatesAmong, isIssuedBy, keyOf } from './certificate.ts'
import { CmsRefused, childrenOf, context, contextPrimitive, type Der, derOf, Fields, tags } from './der.ts'
import { extensionsIn } from './extension.ts'
import { nameOf } from './name.ts'
import { isSignedBy } from './signature-value.ts'
import { bytesOfBits, countOf, hexOf, integerOf, isSame, octetsOf, oidOf, timeOf } from './value.ts'

/** A basic OCSP response (RFC 6960 §4.2.1). */
export interface Ocsp {
  readonly responder: { readonly name: string } | { readonly keyHash: string }
  /** Milliseconds. */
  readonly producedAt: number
  readonly answers: readonly OcspAnswer[]
  readonly certificates: readonly Certificate[]
  readonly scheme: Scheme
  readonly signed: Uint8Array
  readonly signature: Uint8Array
}

/** What a responder says of one certificate; times in milliseconds. */
export interface OcspAnswer {
  readonly digest: string
  readonly issuerNameHash: Uint8Array
  readonly issuerKeyHash: Uint8Array
  readonly serial: string
  readonly status: 'good' | 'revoked' | 'unknown'
  readonly revokedAt: number | undefined
  readonly thisUpdate: number
  readonly nextUpdate: number | undefined
}

const basicResponse = '1.3.6.1.5.5.7.48.1.1'
const ocspSigning = '1.3.6.1.5.5.7.3.9'
const answersMax = 1000
const certificatesMax = 10

/** Reads a whole response or its basic part. @throws CmsRefused also for one that is no success */
export function ocspOf(bytes: Uint8Array): Ocsp {
  const outer = derOf(bytes)
  const isWhole = outer.content[0] === tags.ENUMERATED
  const fields = new Fields(isWhole ? basicIn(outer) : outer, tags.SEQUENCE)
  const data = fields.take(tags.SEQUENCE)
  const scheme = schemeOf(fields.take(tags.SEQUENCE))
  const signature = bytesOfBits(fields.take(tags.BIT_STRING))
  const list = fields.explicit(0)
  fields.end()
  const certificates = list
    ? certificatesAmong(
        childrenOf(list, tags.SEQUENCE)
          .slice(0, certificatesMax)
          .map(({ raw }) => raw),
      )
    : []
  return { ...dataOf(data), certificates, scheme, signed: data.raw, signature }
}

function basicIn(response: Der): Der {
  const fields = new Fields(response, tags.SEQUENCE)
  const status = fields.take(tags.ENUMERATED)
  const body = fields.explicit(0)
  fields.end()
  if (status.content.length !== 1 || status.content[0] !== 0 || !body) throw new CmsRefused('not a success')
  const inner = new Fields(body, tags.SEQUENCE)
  if (oidOf(inner.take(tags.OID)) !== basicResponse) throw new CmsRefused('not a basic response')
  const basic = octetsOf(inner.take(tags.OCTET_STRING))
  inner.end()
  return derOf(basic)
}

function dataOf(data: Der): Pick<Ocsp, 'responder' | 'producedAt' | 'answers'> {
  const fields = new Fields(data, tags.SEQUENCE)
  const version = fields.explicit(0)
  if (version && countOf(version) !== 0) throw new CmsRefused('another version')
  const name = fields.explicit(1)
  const keyHash = fields.explicit(2)
  const producedAt = timeOf(fields.take(tags.GENERALIZED_TIME))
  const answers = childrenOf(fields.take(tags.SEQUENCE), tags.SEQUENCE)
  demandNothingCritical(fields.explicit(1))
  fields.end()
  if (answers.length > answersMax) throw new CmsRefused('too many answers')
  if (name) return { responder: { name: nameOf(name).id }, producedAt, answers: answers.map(answerOf) }
  if (!keyHash) throw new CmsRefused('no responder')
  return { responder: { keyHash: hexOf(octetsOf(keyHash)) }, producedAt, answers: answers.map(answerOf) }
}

function demandNothingCritical(list: Der | undefined): void {
  if (list && extensionsIn(list).some(({ isCritical }) => isCritical)) throw new CmsRefused('a critical extension')
}

function answerOf(value: Der): OcspAnswer {
  const fields = new Fields(value, tags.SEQUENCE)
  const id = new Fields(fields.take(tags.SEQUENCE), tags.SEQUENCE)
  const digest = digestOf(id.take(tags.SEQUENCE))
  const issuerNameHash = octetsOf(id.take(tags.OCTET_STRING))
  const issuerKeyHash = octetsOf(id.take(tags.OCTET_STRING))
  const serial = integerOf(id.take(tags.INTEGER))
  id.end()
  const said = statusOf(fields.next())
  const thisUpdate = timeOf(fields.take(tags.GENERALIZED_TIME))
  const next = fields.explicit(0)
  demandNothingCritical(fields.explicit(1))
  fields.end()
  return { digest, issuerNameHash, issuerKeyHash, serial, ...said, thisUpdate, nextUpdate: next && timeOf(next) }
}

function statusOf(value: Der): Pick<OcspAnswer, 'status' | 'revokedAt'> {
  if (value.tag === context(1)) {
    return { status: 'revoked', revokedAt: timeOf(new Fields(value, context(1)).take(tags.GENERALIZED_TIME)) }
  }
  if (value.content.length > 0) throw new CmsRefused('another status')
  if (value.tag === contextPrimitive(0)) return { status: 'good', revokedAt: undefined }
  if (value.tag === contextPrimitive(2)) return { status: 'unknown', revokedAt: undefined }
  throw new CmsRefused('another status')
}

/** The answer about a certificate that its issuer gave, or whom the issuer charged with answering (§4.2.2.2). */
export function answerAbout(ocsp: Ocsp, certificate: Certificate, issuer: Certificate): OcspAnswer | undefined {
  const hash = (digest: string, bytes: Uint8Array) => createHash(digest).update(bytes).digest()
  const answer = ocsp.answers.find(
    ({ digest, issuerNameHash, issuerKeyHash, serial }) =>
      serial === certificate.serial &&
      isSame(issuerNameHash, hash(digest, issuer.subject.raw)) &&
      isSame(issuerKeyHash, hash(digest, issuer.keyBits)),
  )
  if (answer === undefined) return undefined
  const isTrue = [issuer, ...ocsp.certificates].some((one) => isResponder(one, ocsp, issuer) && isSigned(ocsp, one))
  return isTrue ? answer : undefined
}

/** True when nothing in how an answer was signed is outdated. */
export const isStrong = ({ scheme }: Ocsp): boolean => !isWeakDigest(scheme.digest)

const isSigned = ({ scheme, signed, signature }: Ocsp, responder: Certificate): boolean =>
  isSignedBy(keyOf(responder), scheme, [signed], signature)

function isResponder(one: Certificate, { responder, producedAt }: Ocsp, issuer: Certificate): boolean {
  const isCalled =
    'name' in responder
      ? one.subject.id === responder.name
      : hexOf(createHash('sha1').update(one.keyBits).digest()) === responder.keyHash
  if (!isCalled || one.sha256 === issuer.sha256) return isCalled
  const isCharged = one.extendedUsage?.purposes.includes(ocspSigning) === true && !one.isBeyondUs
  const isValid = producedAt >= one.notBefore && producedAt <= one.notAfter
  return isCharged && isValid && one.issuer.id === issuer.subject.id && isIssuedBy(one, issuer)
}
