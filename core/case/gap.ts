import { isCooling } from '../identity/proof.ts'
import { needsMeeting } from '../procedure/course.ts'
import type { Actor } from './actor.ts'
import type { Case } from './case.ts'
import { itemsOf, manifestOf } from './items.ts'
import { type Refusal, refuse } from './refusal.ts'

/** What stands against a settlement that changes nothing for good. */
export function faultIn(c: Case, actor: Actor, at: string): Refusal | undefined {
  if (c.isFrozen) return refuse('frozen')
  const failing = failingIn(c)
  if (failing.length > 0) return refuse('failing-items', { count: failing.length })
  return c.status === 'in-review' && c.roster === null ? refuse('roster-pending') : doubtOf(c, actor, at)
}

/** What is still missing before a verifier may let the case go on. */
export function gapOf(c: Case, actor: Actor, at: string): Refusal | undefined {
  if (c.isFrozen) return refuse('frozen')
  const undecided = itemsOf(c).filter((item) => c.verdicts[item] === undefined)
  if (undecided.length > 0) return refuse('undecided', { count: undecided.length })
  const failing = failingIn(c)
  if (failing.length > 0) return refuse('failing-items', { count: failing.length })
  const files = manifestOf(c)
  const unseen = actor.role === 'verifier' ? files.filter(({ sha256 }) => !actor.seen.has(sha256)) : files
  if (unseen.length > 0) return refuse('not-seen', { count: unseen.length })
  const doubt = doubtOf(c, actor, at)
  if (doubt !== undefined) return doubt
  // What the roster says must lie before whoever signs for it, if only that it knows nobody.
  return c.roster === null ? refuse('roster-pending') : undefined
}

/** Why it is not sure enough who the requester is. */
function doubtOf(c: Case, actor: Actor, at: string): Refusal | undefined {
  if (needsMeeting(c) && c.identity === null) return refuse('identity-missing')
  return isCooling({ ...c, roster: rosterNow(c, actor) }, at) ? refuse('cooling-down') : undefined
}

/** What the case has noted of the roster, with another chat of the person that it has not noted yet. */
function rosterNow({ roster }: Case, actor: Actor): Case['roster'] {
  const tie = actor.role === 'verifier' ? actor.tie : undefined
  if (roster === null || tie?.isBoundElsewhere !== true) return roster
  const { coolsUntil: _, ...facts } = roster
  return { ...facts, ...tie }
}

const failingIn = (c: Case): readonly string[] => itemsOf(c).filter((item) => c.verdicts[item]?.ok === false)
