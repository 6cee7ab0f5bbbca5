import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { threadId } from '../../core/message/mail-thread.ts'

const partOf = ({ sha256 }: Pick<Ports, 'sha256'>, { dedup }: Pick<OutboxItem, 'dedup'>): string =>
  sha256(new TextEncoder().encode(dedup)).slice(0, 32)

/** The same row is the same mail, however often it leaves. */
export const messageIdOf = (ports: Pick<Ports, 'sha256'>, host: string, item: OutboxItem): string =>
  `${partOf(ports, item)}@${host}`

/** The same, for a mail that its reader may answer: the answer is known by it. */
export async function threadIdOf(
  ports: Pick<Ports, 'sha256' | 'ledger' | 'mails'>,
  host: string,
  item: OutboxItem,
): Promise<string> {
  const c = item.caseId === undefined ? undefined : await ports.ledger.caseById(item.caseId)
  if (c === undefined) return messageIdOf(ports, host, item)
  return threadId(c.number, partOf(ports, item), ports.mails.tokenOf(c.id), host)
}
