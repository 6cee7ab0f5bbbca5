import type { Agency } from '../agency/agency.ts'
import type { Case } from '../case/case.ts'
import type { EvidenceKind } from './kind.ts'

/** Letters and digits that nobody takes for another: no I and O, no 0 and 1. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 6

/** What a challenge code looks like, wherever it is read. */
export const challengeForm = new RegExp(`BSR-[${alphabet}]{${length}}`)

/**
 * The code that a case's pictures should show, such as BSR-7K3QXM: who has it has seen this case's chat. Drawn from
 * the random id of the case, so that it needs no keeping and is the same in every channel (`evidence.md` §0).
 */
export function challengeOf({ id }: Pick<Case, 'id'>): string {
  let mixed = fnvOffset
  for (const letter of id) mixed = Math.imul(mixed ^ letter.charCodeAt(0), fnvPrime)
  const letters = Array.from({ length }, (_, n) => alphabet[(mixed >>> (5 * n)) & 31])
  return `BSR-${letters.join('')}`
}
/** FNV-1a, 32 bits. */
const fnvOffset = 0x811c9dc5
const fnvPrime = 0x01000193

const shown: ReadonlySet<EvidenceKind> = new Set(['antivirus-scan', 'ios-condition'])

/** The code that a picture of this kind should show, or null where the agency does without. */
export function expectedChallenge(
  c: Pick<Case, 'id' | 'agency'>,
  kind: EvidenceKind,
  agencies: readonly Agency[],
): string | null {
  const agency = agencies.find(({ code }) => code === c.agency)
  return shown.has(kind) && agency?.challengeCode !== false ? challengeOf(c) : null
}
