import type { SignatureReason } from '../../signature/reason.ts'
import { type Certificate, isIssuedBy, isSelfIssued } from './certificate.ts'

const digitalSignature = 0
const nonRepudiation = 1
const timeStamping = '1.3.6.1.5.5.7.3.8'
const ocspSigning = '1.3.6.1.5.5.7.3.9'
const serverAuth = '1.3.6.1.5.5.7.3.1'
/** What only machines do in their owner's name: nobody signs a document by it. */
const machines = [serverAuth, timeStamping, ocspSigning]

/** What forbids a certificate to sign documents. */
export function signerFaults(certificate: Certificate): readonly SignatureReason[] {
  const purposes = certificate.extendedUsage?.purposes
  const isMachine = purposes?.every((purpose) => machines.includes(purpose)) ?? false
  return [
    ...(maySign(certificate) && !isMachine ? [] : (['KEY_USAGE'] as const)),
    // Whoever signs with a root of their own is judged by whether the operator trusts it.
    ...(certificate.isCa === true && !isOwnRoot(certificate) ? (['LEAF_IS_CA'] as const) : []),
  ]
}

/** True when a certificate may stamp times, and nothing else (RFC 3161 §2.3). */
export function mayStamp(certificate: Certificate): boolean {
  const { purposes = [], isCritical = false } = certificate.extendedUsage ?? {}
  return isCritical && purposes.length === 1 && purposes[0] === timeStamping && maySign(certificate)
}

function maySign({ keyUsage }: Certificate): boolean {
  return keyUsage === undefined || keyUsage.has(digitalSignature) || keyUsage.has(nonRepudiation)
}

const isOwnRoot = (certificate: Certificate): boolean =>
  isSelfIssued(certificate) && isIssuedBy(certificate, certificate)
