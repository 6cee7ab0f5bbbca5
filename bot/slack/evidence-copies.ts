import type { Case } from '../../core/case/case.ts'
import type { Delivery } from '../../core/handling/deliver.ts'
import { copiesFor, type EvidenceCopy } from '../../core/handling/evidence-copies.ts'
import { Outage } from '../../core/handling/outage.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import { itemLabel } from '../text/item.ts'
import { failed } from './failed-call.ts'
import type { Sender } from './post.ts'

const uploadTimeoutMs = 20_000
const listedMax = 100

/**
 * Brings the conversation with a verifier in line with the copies that they may have there: what is missing comes,
 * what is over goes. Every run looks first, so that a repeated one changes nothing.
 */
export async function sendCopies(s: Sender, item: OutboxItem, user: string): Promise<Delivery> {
  const { staffId } = item.payload as { readonly staffId: string }
  const c = item.caseId === undefined ? undefined : await s.ports.ledger.caseById(item.caseId)
  if (c === undefined) return { state: 'dead', error: 'no such case' }
  try {
    const channel = (await s.outboxClient.conversations.open({ users: user })).channel?.id ?? user
    const wanted = new Map(copiesFor(c, staffId, s.ports.agencies).map((copy) => [nameOf(c, copy), copy]))
    const there = await copiesIn(s, channel, c)
    for (const { id, name } of there) if (!wanted.has(name)) await withdraw(s, id)
    const held = new Set(there.map(({ name }) => name))
    for (const [name, copy] of wanted) if (!held.has(name)) await share(s, c, copy, { staffId, channel, name })
    return { state: 'sent' }
  } catch (error) {
    if (error instanceof Outage) throw error
    return failed(s, error, () => new Outage('Slack did not answer about a file'))
  }
}

/** Names a case and a picture, nobody: by it our own copies are found again. */
const nameOf = ({ number }: Case, { fileId, part }: EvidenceCopy): string => `${number}_${fileId}_${part}.jpg`

async function copiesIn(s: Sender, channel: string, { number }: Case) {
  const { files = [] } = await s.outboxClient.files.list({ channel, count: listedMax })
  return files.flatMap(({ id, name }) => (id && name?.startsWith(`${number}_`) ? [{ id, name }] : []))
}

async function withdraw(s: Sender, file: string): Promise<void> {
  await s.outboxClient.files.delete({ file }).catch((error: unknown) => {
    if (!isGone(error)) throw error
  })
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && /\b(?:file_not_found|file_deleted)\b/.test(error.message)

async function share(
  s: Sender,
  c: Case,
  { item, sha256, part }: EvidenceCopy,
  { staffId, channel, name }: { readonly staffId: string; readonly channel: string; readonly name: string },
): Promise<void> {
  const bytes = await s.ports.files.get(c.id, sha256, part)
  // Gone by retention or erasure: there is nothing to show.
  if (bytes === undefined) return
  const title = `${c.number} · ${itemLabel(item, 'id')}`
  // On record before anybody can look.
  await s.ports.accessLog.record({ staffId, caseId: c.id, what: 'copy', ref: sha256, at: s.ports.now() })
  const { upload_url: address = '', file_id: id = '' } = await s.outboxClient.files.getUploadURLExternal({
    filename: name,
    length: bytes.byteLength,
  })
  const body = new Uint8Array(bytes)
  const sent = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(uploadTimeoutMs) }).catch(
    () => undefined,
  )
  if (sent?.ok !== true) throw new Outage('Slack did not take the bytes of a file')
  await s.outboxClient.files.completeUploadExternal({ files: [{ id, title }], channel_id: channel })
}
