import type { ChatRef } from '../case/actor.ts'
import { type Erasure, type KeptReason, whyKept } from '../privacy/erasure.ts'
import type { KeptCase } from '../privacy/retention.ts'
import type { AccessLog } from './access-log.ts'
import type { Delivery } from './deliver.ts'
import { dossierParts } from './dossier-archive.ts'
import { removeFile } from './forget-evidence.ts'
import { heldPart } from './held-file.ts'
import { issuedPart } from './issue-form.ts'
import { digestsIn, waitingIn } from './named-files.ts'
import { Outage } from './outage.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import type { Ports } from './ports.ts'

const attemptsMax = 5

/** What became of a case that was to be erased. */
export type Erased = 'erased' | KeptReason

/**
 * Erases a case, unless something keeps it: its key is gone with this commit, its files follow, and whoever saw it in a chat
 * or channel sees there that it is gone.
 * @throws Outage when the case keeps changing underneath
 */
export async function eraseCase(ports: Ports, caseId: string, erasure: Erasure): Promise<Erased> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const kept = await ports.rights.keptCase(caseId)
    if (kept === undefined) return 'erased'
    const why = whyKept(kept, erasure.by.role)
    if (why !== undefined) return why
    const owed = [await filesRow(ports, kept), ...(await goneRows(ports, kept))]
    if (!(await ports.rights.erase(kept.case, erasure, owed))) continue
    await note(ports, caseId, erasure, kept.case.number)
    ports.wake()
    return 'erased'
  }
  throw new Outage('the case keeps changing')
}

/** Stands in the log for what belongs to no case. */
export const noCase = '00000000-0000-0000-0000-000000000000'

/** Forgets a chat without cases, and puts that on record. @returns false while it has cases, or just speaks */
export async function forgetChat(ports: Ports, chat: ChatRef, erasure: Erasure): Promise<boolean> {
  const isGone = await ports.rights.eraseChat(chat)
  if (isGone) await note(ports, noCase, erasure, 'chat')
  return isGone
}

/** Puts an act upon somebody's data on record, in the chain of looks. */
async function note(
  { accessLog }: { readonly accessLog: AccessLog },
  caseId: string,
  { by, because, at }: Erasure,
  ref: string,
): Promise<void> {
  await accessLog.record({ staffId: by.id ?? by.role, caseId, what: 'erasure', ref: `${ref} ${because}`, at })
}

async function filesRow({ ledger }: Ports, { case: c }: KeptCase): Promise<OwedRow> {
  const { id } = c
  const files = [...digestsIn(await ledger.history(id)), ...waitingIn(c)]
  return {
    dedup: `${id}:erase-files`,
    lane: 'work',
    target: `erase:${id}`,
    kind: 'erase-files',
    payload: { id, files },
  }
}

/** The views of the case that were shown somewhere say from now on that it is gone. */
async function goneRows(ports: Ports, { case: c }: KeptCase): Promise<readonly OwedRow[]> {
  const agency = ports.agencies.find(({ code }) => code === c.agency)
  const views = [
    { kind: 'erased-panel', replaces: `panel:${c.id}`, target: `chat:${c.requester}` },
    ...erasedCard(ports, 'card', c.id, agency?.slackChannel),
    ...erasedCard(ports, 'ticket', c.id, agency?.contactCenter?.slackChannel),
  ]
  const shown = await Promise.all(views.map(({ replaces }) => ports.outbox.refOf(replaces)))
  return views
    .filter((_, n) => shown[n] !== undefined)
    .map((view) => ({
      ...view,
      dedup: `${c.id}:${view.kind}:${view.replaces}`,
      lane: 'bulk',
      payload: { number: c.number },
    }))
}

const erasedCard = ({ has }: Pick<Ports, 'has'>, of: 'card' | 'ticket', id: string, channel: string | undefined) =>
  has.slack && channel !== undefined
    ? [{ kind: 'erased-card', replaces: `${of}:${id}`, target: `slack:${channel}` }]
    : []

/** Removes the files of an erased case; without its key they were unreadable already. */
export async function eraseFiles(ports: Pick<Ports, 'files'>, item: Pick<OutboxItem, 'payload'>): Promise<Delivery> {
  // Written by `eraseCase`.
  const { id, files } = item.payload as { readonly id: string; readonly files: readonly string[] }
  for (const sha256 of files) {
    await removeFile(ports, id, sha256)
    for (const part of [...dossierParts, issuedPart, heldPart]) await ports.files.remove(id, sha256, part)
  }
  return { state: 'sent' }
}

/** Removes the evidence files of a case whose facts stay, and notes that. */
export async function eraseEvidence(ports: Ports, { case: c }: KeptCase, erasure: Erasure): Promise<number> {
  const history = await ports.ledger.history(c.id)
  const files = new Set(history.flatMap((event) => (event.type === 'evidence-stored' ? [event.stored.sha256] : [])))
  for (const sha256 of files) await removeFile(ports, c.id, sha256)
  await ports.rights.markFilesErased(c.id, erasure.at)
  await note(ports, c.id, erasure, `${c.number} evidence`)
  return files.size
}
