import { holderOf, isOpen } from '../case/status.ts'
import type { OutboxItem } from './outbox.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'
import { route } from './route.ts'
import { oweTelling } from './tell-requester.ts'

/** Rows whose end concerns nobody but operators: what tells staff, and timers. */
const unheard: ReadonlySet<string> = new Set([
  'staff-mail',
  'staff-notice',
  'tell-verifiers',
  'tell-agents',
  'digest',
  'home',
  'forget-evidence',
  'tell-hooks',
  'hook',
])

/** Whoever works on the case hears that something owed about it will never arrive, once for each such row. */
export async function reportDead(ports: Ports, item: OutboxItem): Promise<void> {
  const { id, kind, caseId } = item
  if (kind === 'counter-mail') return tellInstead(ports, item)
  if (kind === 'reply' || kind === 'reply-mail' || kind === 'tell-reply') await noteMissed(ports, item)
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

/** The case says that its requester never got the reply. */
async function noteMissed(ports: Ports, { caseId, payload }: OutboxItem): Promise<void> {
  // Written by `route`; null where the store cannot read it.
  const { n } = (payload ?? {}) as { readonly n?: number }
  if (caseId !== undefined && n !== undefined) await perform(ports, caseId, [{ type: 'miss-reply', n }], 'house')
}

/** A mail to a requester without a chat that will never arrive: somebody tells them, also after the case has ended. */
async function tellInstead(ports: Ports, { caseId, payload }: OutboxItem): Promise<void> {
  const c = caseId === undefined ? undefined : await ports.ledger.caseById(caseId)
  // Written by `tellRequester`; null where the store cannot read it.
  const { code = 'undelivered' } = (payload ?? {}) as { readonly code?: string }
  if (c !== undefined) await oweTelling(ports, c, code)
}
