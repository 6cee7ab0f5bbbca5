import type { Case } from '../case/case.ts'
import type { Message } from '../message/message.ts'
import type { Delivery } from './deliver.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import type { Ports } from './ports.ts'
import { route } from './route.ts'

/** Owes messages, and other rows, about a case that itself does not change; the same timer owes them once. */
export async function owe(
  ports: Ports,
  c: Case,
  item: Pick<OutboxItem, 'dedup'>,
  messages: readonly Message[],
  { isAwaited = false, rows = [] }: { readonly isAwaited?: boolean; readonly rows?: readonly OwedRow[] } = {},
): Promise<Delivery> {
  const occasion = { at: ports.now(), isAwaited }
  const owed = messages
    .flatMap((message, n) => route(message, c, n, ports, occasion))
    .map((row) => ({ ...row, dedup: `${item.dedup}:${row.kind}` }))
  await ports.ledger.commit([{ changes: [], owed: [...owed, ...rows], knocks: [] }])
  ports.wake()
  return { state: 'sent' }
}
