import type { Case, EvidenceFile } from '../case/case.ts'
import { isChecking } from '../case/missing.ts'
import { isRefusal } from '../case/refusal.ts'
import { crashPoint } from './crash-point.ts'
import type { Delivery } from './deliver.ts'
import { original } from './evidence-files.ts'
import { names, removeFile } from './forget-evidence.ts'
import { Outage } from './outage.ts'
import type { OutboxItem } from './outbox.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

/** Fetches the bytes that a network holds; a code when it will never hand them out. */
export type FetchFile = (source: string) => Promise<Uint8Array | { readonly refused: 'TOO_BIG' | 'CORRUPT' }>

/** A file that fails for a reason of ours is refused after so many attempts: nobody waits for ever. */
const attemptsMax = 5

/** Fetches, checks, seals and stores one file, outside any transaction; then tells its case. */
export async function takeIn(ports: Ports, fetchFile: FetchFile, item: OutboxItem): Promise<Delivery> {
  const { fileId } = item.payload as { readonly fileId: string }
  const c = item.caseId === undefined ? undefined : await ports.ledger.caseById(item.caseId)
  const file = c && pendingFile(c, fileId)
  if (c === undefined || file === undefined) return { state: 'sent' }
  try {
    const bytes = await fetchFile(file.source)
    if ('refused' in bytes) return refuseFile(ports, c.id, fileId, bytes.refused)
    return await keep(ports, c.id, fileId, bytes)
  } catch (error) {
    if (error instanceof Outage || item.attempts < attemptsMax) throw error
    return refuseFile(ports, c.id, fileId, 'CORRUPT')
  }
}

const pendingFile = (c: Case, fileId: string): EvidenceFile | undefined =>
  Object.values(c.evidence)
    .flat()
    .find(({ id, state }) => id === fileId && state === 'pending')

async function keep(ports: Ports, caseId: string, fileId: string, bytes: Uint8Array): Promise<Delivery> {
  // Loaded at the first file: the image library is half of a start.
  const { admit } = await import('../lab/admit.ts')
  const admitted = await admit(bytes)
  if ('refused' in admitted) return refuseFile(ports, caseId, fileId, admitted.refused)
  const { sha256, type, pages, preview, thumbnail, remarks } = admitted
  const parts: readonly (readonly [string, Uint8Array])[] = [
    [original, bytes],
    ['thumbnail', thumbnail],
    ...preview.map((page, n) => [`preview-${n + 1}`, page] as const),
  ]
  for (const [part, content] of parts) {
    crashPoint('file-putting')
    await ports.files.put(caseId, sha256, part, content)
  }
  crashPoint('file-put')
  const stored = { sha256, type, pages, sizeBytes: bytes.length }
  const after = await perform(ports, caseId, [{ type: 'store-evidence', fileId, stored, remarks }], 'house')
  // Taken back while it was looked at: no event names it, so nobody would ever forget it.
  if (!isRefusal(after) && !names(after, sha256) && !isChecking(after)) await removeFile(ports, caseId, sha256)
  return { state: 'sent' }
}

async function refuseFile(ports: Ports, caseId: string, fileId: string, code: string): Promise<Delivery> {
  await perform(ports, caseId, [{ type: 'refuse-evidence', fileId, code }], 'house')
  return { state: 'sent' }
}
