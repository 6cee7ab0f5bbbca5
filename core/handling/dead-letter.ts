import { holderOf, isOpen } from '../case/status.ts'
import type { OutboxItem } from './outbox.ts'
import type { Ports } from './ports.ts'
import { route } from './route.ts'

/** Rows whose end concerns nobody but operators: what tells staff, and timers. */
const unheard: ReadonlySet<string> = new Set([
  'staff-mail',
  'staff-notice',
  'tell-verifiers',
  'tell-agents',
  'digest',
  'home',
  'forget-evidence',
])

/** Whoever works on the case hears that something owed about it will never arrive, once for each such row. */
export async function reportDead(ports: Ports, { id, kind, caseId }: OutboxItem): Promise<void> {
  const c = caseId === undefined || unheard.has(kind) ? undefined : await ports.ledger.caseById(caseId)
  if (c === undefined || c.submittedAt === null || !isOpen(c.status)) return
  const to = holderOf(c.status) === 'agent' ? 'agents' : 'verifiers'
  const occasion = { at: ports.now(), isAwaited: false }
  const owed = route({ to, what: 'notice', code: 'undelivered' }, c, 0, ports, occasion).map((row) => ({
    ...row,
    dedup: `dead:${id}`,
  }))
  await ports.ledger.commit([{ changes: [], owed, knocks: [] }])
  ports.wake()
}
