import type { Case } from './case.ts'
import { type Changes, ended } from './changes.ts'

/** How sharing the work changes a case. */
export const teamworkChanges: Changes<
  'taken' | 'put-back' | 'assigned' | 'snoozed' | 'woken' | 'escalated' | 'linked' | 'merged'
> = {
  taken: (_, e) => ({ agent: e.secret.agent }),
  'put-back': () => ({ agent: null }),
  assigned: (_, e) => ({ agent: e.secret.agent }),
  snoozed: (_, { until, why }) => ({ snooze: { until, why } }),
  woken: () => ({ snooze: null }),
  escalated: () => ({ isUrgent: true }),
  linked: (c, { to }) => ({ links: [...(c.links ?? []), to] }),
  merged: (_, e) => ({ status: 'cancelled', ...ended(e.at, { reason: 'merged', note: e.into }) }),
}

/** What was put aside is at hand again once it moves on, or into other hands. */
export const atHand = (before: Case | undefined, c: Case): Case =>
  c.snooze != null && before !== undefined && (before.status !== c.status || before.agent?.id !== c.agent?.id)
    ? { ...c, snooze: null }
    : c
