import { procedureOf } from '../procedure/registry.ts'
import type { Case } from './case.ts'
import { type Changes, ended, goBack, goOn } from './changes.ts'
import type { Status } from './status.ts'

/** How the contact center and its answers change a case. */
export const handOffChanges: Changes<
  | 'prepared'
  | 'sent'
  | 'sent-back'
  | 'approved'
  | 'link-sent'
  | 'link-received'
  | 'setback-reported'
  | 'completed'
  | 'cancelled'
  | 'reopened'
> = {
  prepared: (c, e) => goOn(c, 'legalise', e.at),
  sent: (c, e) => ({ status: 'with-contact-center', dueAt: e.dueAt, agent: null, trail: { ...c.trail, sent: e.at } }),
  'sent-back': (c, e) => ({
    status: 'returned',
    dueAt: e.dueAt,
    agent: null,
    verifier: null,
    ...setback(c, 'returned', e.secret.text, e.at),
  }),
  approved: (c, e) => ({
    // Without a link to come, what was approved is what was asked for.
    ...(procedureOf(c.procedure).sendsLink === true
      ? { status: 'approved' as const, dueAt: e.dueAt }
      : stepLeft(goOn(c, 'hand-off', e.at), e.dueAt)),
    trail: { ...c.trail, verified: e.at },
  }),
  'link-sent': (_, e) => ({ status: 'awaiting-requester', dueAt: e.dueAt ?? null, isUrgent: false }),
  'link-received': (_, e) => ({ status: 'awaiting-requester', dueAt: e.dueAt ?? null, isUrgent: false }),
  'setback-reported': (c, e) => ({
    ...goBack(c),
    dueAt: e.dueAt,
    ...setback(c, e.kind, e.secret.text, e.at),
  }),
  completed: (c, e) => ({
    status: 'completed',
    ...ended(e.at, { reason: 'solved' }),
    // Reopened, it goes back to whoever had it last: nothing that was not done yet may count as done then.
    ...(!handedOver.has(c.status) && { manifest: null, settled: null }),
  }),
  cancelled: (_, e) => ({
    status: 'cancelled',
    ...ended(e.at, { reason: e.by === 'agent' ? 'by-agent' : 'by-requester', ...e.secret }),
  }),
  reopened: (c, e) => ({
    ...goBack(c),
    ending: null,
    endedAt: null,
    dueAt: e.dueAt,
    agent: null,
  }),
}

/** The statuses in which a case has left its agency. */
const handedOver: ReadonlySet<Status> = new Set(['with-contact-center', 'approved', 'awaiting-requester'])

/** What is left to the requester has a due time; what is over has none. */
const stepLeft = (on: Partial<Case>, dueAt: string): Partial<Case> => ({
  ...on,
  dueAt: on.status === 'awaiting-requester' ? dueAt : null,
})

const setback = (c: Case, kind: Case['setbacks'][number]['kind'], text: string, at: string) => ({
  setbacks: [...c.setbacks, { kind, text, at }],
})
