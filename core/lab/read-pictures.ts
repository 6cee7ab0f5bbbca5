import { type ReadKind, readKinds } from '../evidence/facts.ts'
import { isEmpty, isSelfEvident, type Reading } from '../evidence/reading.ts'
import { readEvidence } from './read-evidence.ts'

/**
 * Reads pictures as the kind that was asked for, and when they do not show that, as the other kinds: two proofs of one
 * album come in any order.
 * @returns null when nothing could be told
 */
export async function readPictures(asked: ReadKind, pictures: readonly Uint8Array[]): Promise<Reading | null> {
  const first = await readAs(asked, pictures)
  if (first !== null && isSelfEvident(first)) return first
  for (const kind of readKinds.filter((one) => one !== asked)) {
    const other = await readAs(kind, pictures)
    if (other !== null && isSelfEvident(other)) return other
  }
  return first
}

async function readAs(kind: ReadKind, pictures: readonly Uint8Array[]): Promise<Reading | null> {
  const facts = await readEvidence(kind, pictures)
  if (facts === null) return null
  // The facts are of the kind that was asked, which the compiler cannot follow.
  const reading = { kind, facts } as Reading
  return isEmpty(reading) ? null : reading
}
