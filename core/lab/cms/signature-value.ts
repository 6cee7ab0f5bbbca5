import { constants, createVerify, type KeyObject, verify } from 'node:crypto'
import type { Scheme } from './algorithm.ts'

const exponentMax = 2n ** 33n
const modulusMaxBits = 8192

/** True when the key made this signature over these bytes: the only place where that is decided. */
export function isSignedBy(
  key: KeyObject | null,
  scheme: Scheme,
  signed: readonly Uint8Array[],
  signature: Uint8Array,
): boolean {
  if (key === null || !fits(key, scheme)) return false
  try {
    if (scheme.kind === 'Ed25519' || scheme.kind === 'Ed448') return verify(null, Buffer.concat(signed), key, signature)
    const check = createVerify(scheme.digest)
    for (const piece of signed) check.update(piece)
    return check.verify({ key, ...options(scheme) }, signature)
  } catch {
    // What OpenSSL cannot even try, such as a digest too long for a modulus, is nobody's signature.
    return false
  }
}

function options({ kind, saltLength }: Scheme) {
  if (kind === 'ECDSA') return { dsaEncoding: 'der' as const }
  if (kind === 'RSA') return { padding: constants.RSA_PKCS1_PADDING }
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltLength ?? 0 }
}

function fits(key: KeyObject, { kind }: Scheme): boolean {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key
  if (kind === 'ECDSA') return type === 'ec' && details?.namedCurve !== undefined
  if (kind === 'Ed25519') return type === 'ed25519'
  if (kind === 'Ed448') return type === 'ed448'
  if (type !== 'rsa' && (type !== 'rsa-pss' || kind !== 'RSA-PSS')) return false
  // With such exponents others can make signatures (1), or could with sloppier verifiers than this (3); sizes that
  // nobody uses only take time.
  const { publicExponent: exponent = 1n, modulusLength = 0 } = details ?? {}
  return exponent > 3n && exponent % 2n === 1n && exponent < exponentMax && modulusLength <= modulusMaxBits
}

/** The size of a key in bits, as it is usually said. */
export function keySizeBits(key: KeyObject): number | null {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  if (modulusLength !== undefined) return modulusLength
  if (key.asymmetricKeyType === 'ed25519') return 256
  if (key.asymmetricKeyType === 'ed448') return 456
  const size = /\d{3}/.exec(namedCurve ?? '')
  return size && Number(size[0])
}

/** True for RSA below 2048 bits, exponents below 65537 (FIPS 186-5 §A.1.1), and curves below 256 bits. */
export function isWeakKey(key: KeyObject): boolean {
  const size = keySizeBits(key) ?? 0
  const { publicExponent } = key.asymmetricKeyDetails ?? {}
  return publicExponent === undefined ? size < 256 : size < 2048 || publicExponent < 65537n
}
