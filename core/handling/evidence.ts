import type { Case, EvidenceFile } from '../case/case.ts'
import { isChecking } from '../case/missing.ts'
import { isRefusal } from '../case/refusal.ts'
import { isReadKind } from '../evidence/facts.ts'
import type { Reading } from '../evidence/reading.ts'
import type { Admitted } from '../lab/admit.ts'
import { crashPoint } from './crash-point.ts'
import type { Delivery } from './deliver.ts'
import { type FilePart, original, previewPart } from './evidence-files.ts'
import { names, removeFile } from './forget-evidence.ts'
import { bytesOf, hold, letGo } from './held-file.ts'
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
  const delivery = await checkIn(ports, fetchFile, item, fileId)
  if (item.caseId !== undefined) await letGo(ports, item.caseId, fileId)
  return delivery
}

async function checkIn(ports: Ports, fetchFile: FetchFile, item: OutboxItem, fileId: string): Promise<Delivery> {
  const c = item.caseId === undefined ? undefined : await ports.ledger.caseById(item.caseId)
  const file = c && pendingFile(c, fileId)
  if (c === undefined || file === undefined) return { state: 'sent' }
  try {
    const bytes = await bytesOf(ports, fetchFile, c.id, file)
    if ('refused' in bytes) return refuseFile(ports, c.id, fileId, bytes.refused)
    return await keep(ports, c, file, bytes)
  } catch (error) {
    if (error instanceof Outage || item.attempts < attemptsMax) throw error
    return refuseFile(ports, c.id, fileId, 'CORRUPT')
  }
}

const pendingFile = (c: Case, fileId: string): EvidenceFile | undefined =>
  Object.values(c.evidence)
    .flat()
    .find(({ id, state }) => id === fileId && state === 'pending')

async function keep(ports: Ports, c: Case, file: EvidenceFile, bytes: Uint8Array): Promise<Delivery> {
  const [caseId, fileId] = [c.id, file.id]
  // Loaded at the first file: the image library is half of a start.
  const { admit } = await import('../lab/admit.ts')
  const admitted = await admit(bytes, ports.scan)
  if ('unscanned' in admitted) return hold(ports, caseId, fileId, bytes, admitted.unscanned)
  if ('refused' in admitted) return refuseFile(ports, caseId, fileId, admitted.refused)
  const { sha256, type, pages, preview, thumbnail, remarks } = admitted
  const parts: readonly (readonly [FilePart, Uint8Array])[] = [
    [original, bytes],
    ['thumbnail', thumbnail],
    ...preview.map((page, n) => [previewPart(n + 1), page] as const),
  ]
  for (const [part, content] of parts) {
    crashPoint('file-putting')
    await ports.files.put(caseId, sha256, part, content)
  }
  crashPoint('file-put')
  const stored = { sha256, type, pages, sizeBytes: bytes.length }
  const reading = await readingOf(ports, c, file, admitted)
  const command = {
    type: 'store-evidence',
    fileId,
    stored,
    remarks,
    ...(reading !== undefined && { reading }),
  } as const
  const after = await perform(ports, caseId, [command], 'house')
  // Taken back while it was looked at: no event names it, so nobody would ever forget it.
  if (isRefusal(after) || !(names(after, sha256) || isChecking(after))) await removeFile(ports, caseId, sha256)
  return { state: 'sent' }
}

/** What its pictures say; undefined where that kind of evidence is not read, null when nothing could be. */
async function readingOf(
  { read }: Pick<Ports, 'read'>,
  c: Case,
  { id }: EvidenceFile,
  { preview, remarks }: Admitted,
): Promise<Reading | null | undefined> {
  const item = Object.keys(c.evidence).find((key) => c.evidence[key]?.some((file) => file.id === id))
  const [kind = ''] = item?.split('.') ?? []
  if (read === undefined || !isReadKind(kind)) return undefined
  // Of a picture that nobody can make out a machine would read nonsense.
  if (remarks.length > 0) return null
  return read(kind, preview)
}

async function refuseFile(ports: Ports, caseId: string, fileId: string, code: string): Promise<Delivery> {
  await perform(ports, caseId, [{ type: 'refuse-evidence', fileId, code }], 'house')
  return { state: 'sent' }
}
