import type { Case } from './case.ts'
import type { Changes } from './changes.ts'
import { decisions, type Event, type EventType } from './event.ts'
import { changeChanges } from './evolve-change.ts'
import { compareChanges } from './evolve-compare.ts'
import { counterChanges, withHand } from './evolve-counter.ts'
import { fillChanges, opened } from './evolve-fill.ts'
import { handOffChanges } from './evolve-hand-off.ts'
import { identityChanges } from './evolve-identity.ts'
import { legaliseChanges } from './evolve-legalise.ts'
import { mailChanges } from './evolve-mail.ts'
import { ratingChanges } from './evolve-rating.ts'
import { reviewChanges } from './evolve-review.ts'
import { talkChanges } from './evolve-talk.ts'
import { atHand, teamworkChanges } from './evolve-teamwork.ts'

const changes: Changes<Exclude<EventType, 'opened'>> = {
  ...fillChanges,
  ...compareChanges,
  ...counterChanges,
  ...identityChanges,
  ...reviewChanges,
  ...legaliseChanges,
  ...changeChanges,
  ...handOffChanges,
  ...talkChanges,
  ...teamworkChanges,
  ...ratingChanges,
  ...mailChanges,
}

/** The case after an event. Pure; the fold over all events is the row in the store. */
export function evolve(before: Case | undefined, event: Event): Case {
  const changed = event.type === 'opened' ? opened(event) : change(must(before), event)
  const c = atHand(before, timed(before, withHand(changed, event), event.at))
  return { ...c, revision: c.revision + 1, decision: decisions.has(event.type) ? c.decision + 1 : c.decision }
}

/** Another due time is another clock, which runs since now. */
const timed = (before: Case | undefined, c: Case, at: string): Case =>
  c.dueAt === (before?.dueAt ?? null) ? c : { ...c, dueSince: c.dueAt === null ? null : at }

/** The case that a history tells of. */
export const fold = (events: readonly Event[]): Case | undefined =>
  events.reduce<Case | undefined>((c, event) => evolve(c, event), undefined)

function must(c: Case | undefined): Case {
  if (c === undefined) throw new Error('a history begins with `opened`')
  return c
}

function change(c: Case, event: Exclude<Event, { type: 'opened' }>): Case {
  // The table pairs every type with the function for exactly that type; the compiler cannot follow the pairing.
  const apply = changes[event.type] as (c: Case, e: Event) => Partial<Case>
  return { ...c, ...apply(c, event) }
}
