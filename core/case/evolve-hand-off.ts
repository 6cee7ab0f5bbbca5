import type { Case } from './case.ts'
import { type Changes, ended, goOn } from './changes.ts'

/** How the contact center and its answers change a case. */
export const handOffChanges: Changes<
  | 'prepared'
  | 'sent'
  | 'taken'
  | 'put-back'
  | 'sent-back'
  | 'approved'
  | 'link-sent'
  | 'link-received'
  | 'setback-reported'
  | 'completed'
  | 'cancelled'
  | 'reopened'
> = {
  prepared: (c) => goOn(c, 'legalise'),
  sent: (_, e) => ({ status: 'with-contact-center', dueAt: e.dueAt, agent: null }),
  taken: (_, e) => ({ agent: e.secret.agent }),
  'put-back': () => ({ agent: null }),
  'sent-back': (c, e) => ({
    status: 'returned',
    dueAt: e.dueAt,
    agent: null,
    verifier: null,
    ...setback(c, 'returned', e.secret.text, e.at),
  }),
  approved: (_, e) => ({ status: 'approved', dueAt: e.dueAt }),
  'link-sent': () => ({ status: 'awaiting-requester', dueAt: null, isUrgent: false }),
  'link-received': () => ({ status: 'awaiting-requester', dueAt: null, isUrgent: false }),
  'setback-reported': (c, e) => ({
    status: 'with-contact-center',
    isUrgent: true,
    dueAt: e.dueAt,
    ...setback(c, e.kind, e.secret.text, e.at),
  }),
  completed: (_, e) => ({ status: 'completed', ...ended(e.at, { reason: 'solved' }) }),
  cancelled: (_, e) => ({
    status: 'cancelled',
    ...ended(e.at, { reason: e.by === 'agent' ? 'by-agent' : 'by-requester', ...e.secret }),
  }),
  reopened: (_, e) => ({
    status: 'with-contact-center',
    isUrgent: true,
    ending: null,
    endedAt: null,
    dueAt: e.dueAt,
    agent: null,
  }),
}

const setback = (c: Case, kind: Case['setbacks'][number]['kind'], text: string, at: string) => ({
  setbacks: [...c.setbacks, { kind, text, at }],
})
