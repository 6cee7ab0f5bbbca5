import type { Case } from '../case/case.ts'
import type { CommandOf } from '../case/command.ts'
import { daysAfter, lifeDays } from '../case/deadline.ts'
import type { EventType } from '../case/event.ts'
import { rules } from '../case/rules.ts'
import { dateAfter, wibMoment } from '../form/calendar.ts'
import type { NoticeCode } from '../message/message.ts'
import { saysStill } from '../message/quiet.ts'
import { leaseMs } from '../message/saying.ts'
import type { Delivery } from './deliver.ts'
import type { OutboxItem } from './outbox.ts'
import { owe } from './owe.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'
import { watchEnd } from './radar.ts'
import { remind } from './remind.ts'

const done: Delivery = { state: 'sent' }

/** Timers look at the case as it stands when they ring: one that no longer fits rings for nothing. */
export const timers = {
  async expiry(ports: Ports, c: Case): Promise<Delivery> {
    const endsAt = endOf(c)
    if (endsAt !== undefined && endsAt <= ports.now()) await perform(ports, c.id, [{ type: 'expire' }], 'house')
    return done
  },

  async 'expiry-notice'(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
    const { endsAt } = item.payload as { readonly endsAt?: string }
    // The draft's own notice may ring in a correction, and the first correction's in a second one.
    if (endOf(c) === undefined || endOf(c) !== endsAt) return done
    const code = c.status === 'awaiting-requester' ? 'still-your-turn' : 'expires-soon'
    return owe(ports, c, item, [{ to: 'requester', what: 'notice', code }])
  },

  remind,
  radar: watchEnd,

  async nudge(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
    if (c.status !== 'ready-to-revoke' || c.revocationOn !== null) return done
    return owe(ports, c, item, [{ to: 'requester', what: 'notice', code: 'still-your-turn' }])
  },

  /** Morning has come: what the case has left behind is not said any more, and what happened twice is said once. */
  async 'quiet-notice'(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
    const { code, ...detail } = item.payload as { readonly code: NoticeCode } & Readonly<Record<string, string>>
    if (!saysStill(code, c.status)) return done
    const day = wibMoment(Date.parse(ports.now())).date
    const dedup = [c.id, 'morning', day, code, ...Object.values(detail)].join(':')
    return owe(ports, c, { dedup }, [{ to: 'requester', what: 'notice', code, detail }], { isAwaited: true })
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
    const release = releaseOf(c)
    if (release === undefined) return done
    // Let go and taken anew in between, or put aside: that has a timer of its own.
    const begun = (await ports.ledger.history(c.id)).findLast(({ type }) => leased.has(type))
    if (Date.parse(begun?.at ?? '') + leaseMs > Date.parse(ports.now())) return done
    const until = await ports.ledger.leaseUntil(c.id)
    if (until !== undefined && until > ports.now()) return { state: 'later', at: until }
    await perform(ports, c.id, [{ ...release, seen: c.decision }], 'house')
    return done
  },

  /** Opened again, or merged, meanwhile: nobody is asked how it went before it is over. */
  async 'ask-rating'(ports: Ports, c: Case): Promise<Delivery> {
    if (c.status === 'completed') await perform(ports, c.id, [{ type: 'ask-rating' }], 'house')
    return done
  },

  async wake(ports: Ports, c: Case): Promise<Delivery> {
    if (c.snooze != null && c.snooze.until <= ports.now())
      await perform(ports, c.id, [{ type: 'wake', because: 'time' }], 'house')
    return done
  },
} as const

/** What begins a lease. */
const leased: ReadonlySet<EventType> = new Set(['claimed', 'taken', 'woken'])

/** How a case goes back into its queue once nobody works on it; undefined for one that nobody has, or that was put aside. */
function releaseOf(c: Case): CommandOf<'release' | 'put-back'> | undefined {
  if (c.status === 'in-review') return { type: 'release', because: 'lease-over' }
  if (c.agent === null || c.snooze != null || !rules['put-back'].in.includes(c.status)) return undefined
  return { type: 'put-back', because: 'lease-over' }
}

/** When a draft, a correction or the last step ends; undefined for a case that does not end by itself. */
function endOf(c: Case): string | undefined {
  if (c.status === 'draft') return daysAfter(c.openedAt, lifeDays.draft)
  const isTheirs = c.status === 'needs-correction' || c.status === 'awaiting-requester'
  return isTheirs ? (c.dueAt ?? undefined) : undefined
}
