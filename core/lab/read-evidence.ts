import type { FactsOf, ReadKind } from '../evidence/facts.ts'
import { atMost } from './at-most.ts'
import { killable } from './killable.ts'
import type { OcrReport, OcrTask } from './ocr-child.ts'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const limits = { timeoutMs: 30_000, memoryMaxBytes: 600_000_000, keptMaxBytes: 450_000_000 }
const child = killable<OcrReport, OcrTask>(new URL(`./ocr-child.${extension}`, import.meta.url), limits)
const oneAtATime = atMost(1)

/**
 * Reads what pictures of one item say, one item at a time, in a process that is killed after 30 s or at 600 MB and not
 * kept above 450 MB.
 * @param previews what people see of the item (`Admitted.preview`)
 * @returns null when nothing could be told in time, or the reader broke on it
 */
export async function readEvidence<K extends ReadKind>(
  kind: K,
  previews: readonly Uint8Array[],
): Promise<FactsOf[K] | null> {
  if (previews.length === 0) return null
  const report = await oneAtATime(() => child({ kind, pictures: previews }))
  if (report === undefined || 'failed' in report) return null
  // The child answers with facts of the kind that it was asked.
  return report.facts as FactsOf[K]
}
