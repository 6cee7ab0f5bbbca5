import type { EvidenceFile } from '../case/case.ts'
import type { FetchFile } from './evidence.ts'
import type { FilePart } from './evidence-files.ts'
import { Outage } from './outage.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

/** The part under which a file waits for the malware scanner, by its id: nothing of it is known yet. */
export const heldPart: FilePart = 'held'

/** The `source` of a file that came in over the desk: its bytes lie here from the start. */
export const broughtSource = 'desk'

/** Soon enough for somebody who waits, and no burden on a scanner that starts. */
const retryAfterMs = 5_000

/** The bytes of a file: as they were held, else from the network that still has them. */
export async function bytesOf(
  ports: Pick<Ports, 'files'>,
  fetchFile: FetchFile,
  caseId: string,
  { id, source, isHeld }: EvidenceFile,
): ReturnType<FetchFile> {
  const isBrought = source === broughtSource
  const held = isHeld === true || isBrought ? await ports.files.get(caseId, id, heldPart) : undefined
  return held ?? (isBrought ? { refused: 'CORRUPT' } : fetchFile(source))
}

/**
 * Keeps a file sealed until the scanner is back, and says so in its case.
 * @throws Outage always, once it is kept: it is looked at again
 */
export async function hold(
  ports: Ports,
  caseId: string,
  fileId: string,
  bytes: Uint8Array,
  reason: string,
): Promise<never> {
  if ((await ports.files.get(caseId, fileId, heldPart)) === undefined)
    await ports.files.put(caseId, fileId, heldPart, bytes)
  await perform(ports, caseId, [{ type: 'hold-evidence', fileId }], 'house')
  throw new Outage(`no malware scanner: ${reason}`, retryAfterMs)
}

/** Forgets what was held of a file of which all is settled. */
export async function letGo(ports: Pick<Ports, 'files'>, caseId: string, fileId: string): Promise<void> {
  await ports.files.remove(caseId, fileId, heldPart)
}
