import { hasDossier, routeOf } from '../procedure/course.ts'
import { procedureOf } from '../procedure/registry.ts'
import type { Actor } from './actor.ts'
import type { Case } from './case.ts'
import { daysAfter, dueAfter as due, lifeDays } from './deadline.ts'
import type { Decisions } from './decide.ts'
import { refuse } from './refusal.ts'
import { faultInWords } from './staff-words.ts'

const textMin = 3

/** Until when the last step, which is the requester's, is waited for. */
const actionEnds = (at: string): string => daysAfter(at, lifeDays.action)

const sendsLink = (c: Case): boolean => procedureOf(c.procedure).sendsLink === true

/** What the house, the contact center and the requester do once a case is legalised. */
export const handOffDecisions: Decisions<
  | 'prepare'
  | 'send'
  | 'send-back'
  | 'approve'
  | 'send-link'
  | 'receive-link'
  | 'report-setback'
  | 'complete'
  | 'cancel'
  | 'reopen'
> = {
  prepare: (_, { dossierSha256 }) => [{ type: 'prepared', dossierSha256 }],
  send: (c, { channels }, s) => [{ type: 'sent', channels, dueAt: due(c, 'contact-center', s) }],

  'send-back'(c, { text }, s) {
    if (!hasDossier(c)) return refuse('not-here')
    if (text.trim().length < textMin) return refuse('reason-too-short', { min: textMin })
    const secret = faultInWords(text)
    if (secret !== undefined) return secret
    return [{ type: 'sent-back', dueAt: due(c, 'review', s), secret: { text: text.trim() } }]
  },

  // A question is answered, not approved.
  approve(c, _, s) {
    if (!hasDossier(c)) return refuse('not-here')
    // Nothing is verified before the old certificate is revoked.
    if (routeOf(c).includes('revocation')) return refuse('not-now', { status: c.status })
    return [{ type: 'approved', dueAt: sendsLink(c) ? due(c, 'link', s) : actionEnds(s.at) }]
  },
  'send-link': (c, _, { at }) => (sendsLink(c) ? [{ type: 'link-sent', dueAt: actionEnds(at) }] : refuse('not-here')),
  'receive-link': (_, __, { at }) => [{ type: 'link-received', dueAt: actionEnds(at) }],

  'report-setback': (c, { kind, text }, s) => [
    { type: 'setback-reported', kind, dueAt: due(c, 'link', s), secret: { text: text.trim() } },
  ],

  complete: () => [{ type: 'completed' }],

  cancel: (_, { note }, { actor }) => [
    { type: 'cancelled', by: isRequester(actor) ? 'requester' : 'agent', secret: note === undefined ? {} : { note } },
  ],

  reopen(c, _, s) {
    // A case that was ended before anybody legalised it must not come back behind the review.
    if (c.manifest === null && c.settled === null) return refuse('not-now', { status: c.status })
    if (c.endedAt !== null && daysAfter(c.endedAt, lifeDays.reopen) < s.at)
      return refuse('too-late', { days: lifeDays.reopen })
    return [{ type: 'reopened', dueAt: due(c, 'link', s) }]
  },
}

const isRequester = (actor: Actor): boolean => actor.role === 'requester' || actor.role === 'counter'
