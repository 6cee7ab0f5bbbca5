import { staffOf } from './actor.ts'
import type { Case } from './case.ts'
import type { Decisions } from './decide.ts'
import type { Happening } from './event.ts'
import { type Refusal, refuse } from './refusal.ts'
import { snoozeEnds } from './snooze.ts'
import { faultInWords } from './staff-words.ts'

/** Characters of a reason or a call for help. */
export const reasonMin = 3
export const reasonMax = 1000

/** Cases that belong with one; more are a list that nobody reads. */
const linksMax = 20

/** How agents share their cases: who has one, who gets it next, and what belongs together. */
export const teamworkDecisions: Decisions<
  'take' | 'put-back' | 'assign' | 'snooze' | 'wake' | 'escalate' | 'link' | 'merge'
> = {
  take(c, { reason }, { actor }) {
    const agent = staffOf(actor)
    if (c.agent?.id === agent.id) return []
    if (c.agent === null) return [{ type: 'taken', secret: { agent } }]
    // One case, one agent: taking it from another is a take-over with a reason, not a claim.
    if (reason === undefined) return refuse('held-by-other', { name: c.agent.name })
    return faultInReason(reason) ?? [{ type: 'taken', from: c.agent.id, secret: { agent, reason: reason.trim() } }]
  },

  'put-back': (_, { because }) => [{ type: 'put-back', ...(because !== undefined && { because }) }],

  assign(c, { to }, { actor }) {
    if (c.agent !== null && c.agent.id !== staffOf(actor).id) return refuse('held-by-other', { name: c.agent.name })
    return c.agent?.id === to.id ? [] : [{ type: 'assigned', secret: { agent: to } }]
  },

  snooze: (_, { span, why }, { at }) => [{ type: 'snoozed', until: snoozeEnds(span, at), why }],

  wake: (c, { because }) => (c.snooze == null ? [] : [{ type: 'woken', because }]),

  escalate(_, { text }, { actor }) {
    return faultInReason(text) ?? [{ type: 'escalated', secret: { text: text.trim(), by: staffOf(actor) } }]
  },

  link(c, { to }) {
    const links = c.links ?? []
    if (to === c.number || links.includes(to)) return []
    return links.length < linksMax ? [{ type: 'linked', to }] : refuse('too-many-links', { max: linksMax })
  },

  merge: (c, { into }, { actor }) =>
    into === c.number ? refuse('same-case') : [{ type: 'merged', into, secret: { by: staffOf(actor) } }],
}

/** What a case that was put aside owes its agent because something came for it. */
export const wokenByNews = (c: Case): readonly Happening[] =>
  c.snooze == null ? [] : [{ type: 'woken', because: 'news' }]

/** What is wrong with a reason as such: colleagues read it, and nobody hands them a secret. */
export function faultInReason(reason: string): Refusal | undefined {
  const { length } = reason.trim()
  if (length < reasonMin) return refuse('reason-too-short', { min: reasonMin })
  if (length > reasonMax) return refuse('words-too-long', { found: length, max: reasonMax })
  return faultInWords(reason)
}
