import type { ReadKind } from '../evidence/facts.ts'
import type { Reading } from '../evidence/reading.ts'

/**
 * Reads what pictures of evidence say, in a process that is killed after 30 s or at 450 MB; one item at a time. Every
 * picture is read once and its words are tried for the kind that was asked first, then for the other kinds: two proofs
 * of one album come in any order, so a reading may be of another kind than `asked` (`core/evidence/reading.ts`).
 * @param previews what people see of the item (`Admitted.preview`)
 * @returns null when nothing could be read in time, or nothing of any kind was found: facts that are all null are none
 */
export async function readEvidence(_asked: ReadKind, _previews: readonly Uint8Array[]): Promise<Reading | null> {
  return null
}
