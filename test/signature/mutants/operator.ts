import type { Chance } from '../../long/chance.ts'
import type { Anatomy, SignaturePlace } from './anatomy.ts'
import type { Identity } from './identity.ts'

/**
 * Makes a manipulated file out of a signed one; undefined where the file has nothing to work on.
 * The insider is another person with a certificate of the trusted root.
 */
export type Operator = (pdf: Anatomy, chance: Chance, insider: Identity) => Uint8Array | undefined

export type Operators = Readonly<Record<string, Operator>>

/** One of many, by chance. */
export function oneOf<T>(chance: Chance, all: readonly T[]): T {
  return all[chance.pick(all.length)]!
}

/** One of the file's signatures, by chance. */
export const aSignature = (pdf: Anatomy, chance: Chance): SignaturePlace => oneOf(chance, pdf.signatures)

/** A position that a signature covers. */
export function signedPosition({ range }: SignaturePlace, chance: Chance): number {
  const at = chance.pick(range[1] + range[3])
  return at < range[1] ? at : range[2] + at - range[1]
}
