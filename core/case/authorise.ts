import type { Actor, Role } from './actor.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import { questionsOf } from './question.ts'
import { type Refusal, refuse } from './refusal.ts'
import { isTurnOf, mayCancel, type Rule, rules, standInCommands } from './rules.ts'
import { holderOf } from './status.ts'

/** Why this actor may not give this command now; undefined when they may. `not-yours` comes before `not-now`. */
export function authorise(c: Case, command: Command, actor: Actor): Refusal | undefined {
  const rule = rules[command.type]
  const part = partOf(c, command, rule, actor)
  if (part === undefined || !isTheirs(c, actor)) return refuse('not-yours')
  if (actor.role === 'verifier' || actor.role === 'agent' || actor.role === 'counter') {
    if (actor.isRequester) return refuse('own-case')
    if ('otherPart' in actor && actor.otherPart !== undefined) return refuse('other-part', { part: actor.otherPart })
  }
  if (!rule.in.includes(c.status) || !isTurnOf(part, rule, c.status)) return refuse('not-now', { status: c.status })
  if (command.type === 'cancel' && !mayCancel(part, c.status)) return refuse('not-now', { status: c.status })
  if ('seen' in command && command.seen !== undefined && command.seen !== c.decision) return refuse('changed')
  if (rule.held === true && !isHolder(c, part, actor)) return refuse('held-by-other', { name: holderName(c, part) })
  return undefined
}

/** As what an actor gives a command: at the counter as its requester; where the contact center is outside, a verifier has the agent's part as well. */
function partOf(c: Case, { type }: Command, { by }: Rule, actor: Actor): Role | undefined {
  if (actor.role === 'counter') return by.includes('counter') ? 'requester' : undefined
  const standsIn = actor.role === 'verifier' && actor.standsIn === true && standInCommands.has(type)
  // What both may do is done by whose turn it is.
  if (standsIn && (!by.includes('verifier') || holderOf(c.status) === 'agent')) return 'agent'
  return by.includes(actor.role) ? actor.role : undefined
}

/** Whose case it is: the requester's own chat, the counter of its agency, a verifier's or an agent's own agencies; the house itself, all. */
export function isTheirs(
  c: Pick<Case, 'id' | 'requester' | 'counter' | 'agency' | 'submittedAt' | 'answers' | 'procedure' | 'isAgencyGiven'>,
  actor: Actor,
): boolean {
  if (actor.role === 'system') return true
  if (actor.role === 'requester') return actor.chat === c.requester
  if (actor.role === 'counter') return c.counter !== undefined && actor.agencies.includes(c.agency ?? '')
  if (actor.role === 'person-in-charge') return actor.caseId === c.id
  if (actor.role === 'former-verifier') return isFormerAgency(c, actor.agencies)
  // What was never sent is nobody's business but its requester's, also after it was cancelled or expired.
  return c.submittedAt !== null && c.agency !== null && actor.agencies.includes(c.agency)
}

/** True when the requester says to have left one of these agencies. */
export function isFormerAgency(
  c: Pick<Case, 'answers' | 'procedure' | 'isAgencyGiven' | 'submittedAt'>,
  agencies: readonly string[],
): boolean {
  const { formerAgency } = c.answers
  const isAsked = questionsOf(c).some(({ key }) => key === 'formerAgency')
  return c.submittedAt !== null && isAsked && typeof formerAgency === 'string' && agencies.includes(formerAgency)
}

function isHolder(c: Case, part: Role, actor: Actor): boolean {
  if (part === 'verifier') return 'id' in actor && c.verifier?.id === actor.id
  if (part !== 'agent') return true
  // Nobody takes a case whose contact center is outside: any verifier of the agency may record what it answered.
  return actor.role === 'verifier' ? c.agent === null : 'id' in actor && c.agent?.id === actor.id
}

const holderName = (c: Case, part: Role): string => (part === 'verifier' ? c.verifier : c.agent)?.name ?? ''
