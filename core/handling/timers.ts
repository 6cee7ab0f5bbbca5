import type { Case } from '../case/case.ts'
import { daysAfter, lifeDays } from '../case/deadline.ts'
import { holderOf } from '../case/status.ts'
import { dateAfter, wibMoment } from '../form/calendar.ts'
import { leaseMs, noticeDays } from '../message/announce.ts'
import type { Message } from '../message/message.ts'
import type { Delivery } from './deliver.ts'
import type { OutboxItem } from './outbox.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'
import { route } from './route.ts'

const done: Delivery = { state: 'sent' }

/** Timers look at the case as it stands when they ring: one that no longer fits rings for nothing. */
export const timers = {
  async expiry(ports: Ports, c: Case): Promise<Delivery> {
    const endsAt = endOf(c)
    if (endsAt !== undefined && endsAt <= ports.now()) await perform(ports, c.id, [{ type: 'expire' }], 'house')
    return done
  },

  async 'expiry-notice'(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
    const endsAt = endOf(c)
    // The draft's own notice may ring in a correction, and the first correction's in a second one.
    if (endsAt === undefined || daysAfter(endsAt, -noticeDays) > ports.now()) return done
    return owe(ports, c, item, [{ to: 'requester', what: 'notice', code: 'expires-soon' }])
  },

  async overdue(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
    const holder = holderOf(c.status)
    if (c.dueAt === null || c.dueAt > ports.now() || (holder !== 'verifier' && holder !== 'agent')) return done
    return owe(ports, c, item, [
      { to: holder === 'verifier' ? 'verifiers' : 'agents', what: 'notice', code: 'overdue' },
    ])
  },

  async 'revocation-day'(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
    if (c.status !== 'ready-to-revoke' || c.revocationOn === null) return done
    const today = wibMoment(Date.parse(ports.now())).date
    if (today >= c.revocationOn) await perform(ports, c.id, [{ type: 'ask-revocation' }], 'house')
    else if (dateAfter(today, 1) === c.revocationOn)
      return owe(ports, c, item, [{ to: 'requester', what: 'notice', code: 'revocation-due' }])
    return done
  },

  async lease(ports: Ports, c: Case): Promise<Delivery> {
    if (c.status !== 'in-review') return done
    // A release and a new claim in between: that claim has a timer of its own.
    const claimedAt = (await ports.ledger.history(c.id)).findLast(({ type }) => type === 'claimed')?.at ?? ''
    if (Date.parse(claimedAt) + leaseMs > Date.parse(ports.now())) return done
    const until = await ports.ledger.leaseUntil(c.id)
    if (until !== undefined && until > ports.now()) return { state: 'later', at: until }
    await perform(ports, c.id, [{ type: 'release', because: 'lease-over', seen: c.decision }], 'house')
    return done
  },
} as const

/** When a draft or a correction ends; undefined for a case that is not its requester's to fill. */
function endOf(c: Case): string | undefined {
  if (c.status === 'draft') return daysAfter(c.openedAt, lifeDays.draft)
  return c.status === 'needs-correction' ? (c.dueAt ?? undefined) : undefined
}

/** Owes messages about a case that itself does not change. */
async function owe(ports: Ports, c: Case, item: OutboxItem, messages: readonly Message[]): Promise<Delivery> {
  const owed = messages
    .flatMap((message, n) => route(message, c, n, ports))
    .map((row) => ({ ...row, dedup: `${item.dedup}:${row.kind}` }))
  await ports.ledger.commit([{ changes: [], owed, knocks: [] }])
  ports.wake()
  return done
}
