import type { Case } from '../case/case.ts'
import type { NoticeCode } from '../message/message.ts'
import type { Delivery } from './deliver.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import type { Ports } from './ports.ts'

/** A mail to the mailbox on record of whom a case claims. */
export const mailRow = (
  c: Case,
  item: OutboxItem,
  kind: 'code-mail' | 'rebound-mail' | 'counter-warning',
): OwedRow => ({
  dedup: `${item.dedup}:${kind}`,
  caseId: c.id,
  lane: 'bulk',
  // Of its own: no mail waits for another one of the same chat, or a slow one would tell who is in the roster.
  target: `mail:${kind}:${item.dedup}`,
  kind,
  payload: { request: item.dedup },
})

/** A notice to the requester. */
export const toChat = (
  c: Case,
  item: OutboxItem,
  code: NoticeCode,
  detail: Readonly<Record<string, string>> = {},
): OwedRow => ({
  dedup: `${item.dedup}:${code}`,
  caseId: c.id,
  lane: 'interactive',
  target: `chat:${c.requester}`,
  kind: 'notice',
  payload: { code, ...detail },
})

/** Owes rows that no change of a case comes with. */
export async function owe(ports: Ports, owed: readonly OwedRow[]): Promise<Delivery> {
  await ports.ledger.commit([{ changes: [], owed, knocks: [] }])
  ports.wake()
  return { state: 'sent' }
}
