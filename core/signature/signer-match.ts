import type { SignerPin } from './pin.ts'
import type { Signer } from './report.ts'
import { isSameName } from './signer-name.ts'

/**
 * How a signer relates to whoever should have signed. `pinned`: a certificate that was confirmed as theirs. `first`: their
 * name, and no certificate of theirs is known yet. `renewed`: their name on a certificate beside those that are known.
 * `other`: another name, or nobody's.
 */
export type SignerMatch = 'pinned' | 'first' | 'renewed' | 'other'

/** The best first. */
const order = ['pinned', 'first', 'renewed', 'other'] as const satisfies readonly SignerMatch[]

/** Compares by certificate first, and by name only where that certificate is not known. */
export function signerMatch(
  signer: Signer | null,
  name: string,
  pins: readonly Pick<SignerPin, 'certSha256'>[],
): SignerMatch {
  if (signer === null) return 'other'
  if (pins.some(({ certSha256 }) => certSha256.toLowerCase() === signer.certSha256.toLowerCase())) return 'pinned'
  if (!isSameName(signer.commonName, name)) return 'other'
  return pins.length === 0 ? 'first' : 'renewed'
}

/** True when the first is the better of two. */
export const isBetter = (one: SignerMatch, other: SignerMatch): boolean => order.indexOf(one) < order.indexOf(other)

/** True when a person must say that it is the right signer, with both names before them. */
export const isMismatch = (match: SignerMatch): boolean => match === 'renewed' || match === 'other'
