import type { Case } from '../case/case.ts'
import type { Event } from '../case/event.ts'
import { evolve } from '../case/evolve.ts'
import { isChecking } from '../case/missing.ts'
import { isOpen } from '../case/status.ts'
import type { Delivery } from './deliver.ts'
import { original } from './evidence-files.ts'
import type { Ports } from './ports.ts'

const waitMs = 60 * 60_000

/** Removes the files of a case that its requester took back before they were sent, with all that was drawn from them. */
export async function forgetEvidence(ports: Pick<Ports, 'ledger' | 'files' | 'now'>, c: Case): Promise<Delivery> {
  // What is on its way may be the same picture once more: its bytes must not go away under it.
  if (isOpen(c.status) && isChecking(c))
    return { state: 'later', at: new Date(Date.parse(ports.now()) + waitMs).toISOString() }
  const history = await ports.ledger.history(c.id)
  const kept = keptOf(history)
  const stored = history.flatMap((event) => (event.type === 'evidence-stored' ? [event.stored.sha256] : []))
  for (const sha256 of new Set(stored)) if (!kept.has(sha256)) await removeFile(ports, c.id, sha256)
  return { state: 'sent' }
}

/** Removes a file and the pictures drawn from it. */
export async function removeFile({ files }: Pick<Ports, 'files'>, caseId: string, sha256: string): Promise<void> {
  for (const part of [original, 'thumbnail']) await files.remove(caseId, sha256, part)
  for (let page = 1; await files.remove(caseId, sha256, `preview-${page}`); ) page += 1
}

/** True while the case as it stands names a file of that content. */
export const names = (c: Case, sha256: string): boolean => storedIn(c).includes(sha256)

/** What the open case names now, and all that was ever sent: people have decided by it. */
function keptOf(history: readonly Event[]): ReadonlySet<string> {
  const kept = new Set<string>()
  let c: Case | undefined
  for (const event of history) {
    c = evolve(c, event)
    if (event.type === 'submitted') for (const sha256 of storedIn(c)) kept.add(sha256)
  }
  if (c !== undefined && isOpen(c.status)) for (const sha256 of storedIn(c)) kept.add(sha256)
  return kept
}

const storedIn = (c: Case): readonly string[] =>
  Object.values(c.evidence)
    .flat()
    .flatMap(({ stored }) => (stored === undefined ? [] : [stored.sha256]))
