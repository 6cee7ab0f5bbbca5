import { type FactsOf, type ReadKind, readKinds } from '../evidence/facts.ts'
import { isEmpty, type Reading } from '../evidence/reading.ts'
import { atMost } from './at-most.ts'
import { killable } from './killable.ts'
import type { OcrReport, OcrTask } from './ocr-child.ts'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const limits = { timeoutMs: 30_000, memoryMaxBytes: 600_000_000, keptMaxBytes: 450_000_000 }
const child = killable<OcrReport, OcrTask>(new URL(`./ocr-child.${extension}`, import.meta.url), limits)
const oneAtATime = atMost(1)

/**
 * Reads what pictures of one item say as the kind that was asked for, and when they do not show that, as the other kinds:
 * two proofs of one album come in any order. One item at a time, in a process that is killed after 30 s or at 600 MB and
 * not kept above 450 MB.
 * @param previews what people see of the item (`Admitted.preview`)
 * @returns null when nothing could be told
 */
export async function readPictures(asked: ReadKind, previews: readonly Uint8Array[]): Promise<Reading | null> {
  const reading = await read([asked, ...readKinds.filter((kind) => kind !== asked)], previews)
  return reading === null || isEmpty(reading) ? null : reading
}

/**
 * Reads what pictures of one item say as one kind, whatever they show.
 * @returns null when nothing could be told in time, or the reader broke on it
 */
export async function readEvidence<K extends ReadKind>(
  kind: K,
  previews: readonly Uint8Array[],
): Promise<FactsOf[K] | null> {
  const reading = await read([kind], previews)
  // The child answers with facts of the kind that it was asked.
  return reading && (reading.facts as FactsOf[K])
}

async function read(kinds: OcrTask['kinds'], pictures: readonly Uint8Array[]): Promise<Reading | null> {
  if (pictures.length === 0) return null
  const report = await oneAtATime(() => child({ kinds, pictures }))
  return report === undefined || 'failed' in report ? null : report.reading
}
