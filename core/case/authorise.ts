import type { Actor } from './actor.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import { questionsOf } from './question.ts'
import { type Refusal, refuse } from './refusal.ts'
import { mayCancel, rules } from './rules.ts'

/** Why this actor may not give this command now; undefined when they may. `not-yours` comes before `not-now`. */
export function authorise(c: Case, command: Command, actor: Actor): Refusal | undefined {
  const rule = rules[command.type]
  if (!rule.by.includes(actor.role) || !isTheirs(c, actor)) return refuse('not-yours')
  if (actor.role === 'verifier' && actor.isRequester) return refuse('own-case')
  if (!rule.in.includes(c.status)) return refuse('not-now', { status: c.status })
  if (command.type === 'cancel' && !mayCancel(actor.role, c.status)) return refuse('not-now', { status: c.status })
  if ('seen' in command && command.seen !== undefined && command.seen !== c.decision) return refuse('changed')
  if (rule.held === true && !isHolder(c, actor)) return refuse('held-by-other', { name: holderName(c, actor) })
  return undefined
}

/** Whose case it is: the requester's own chat, a verifier's or an agent's own agencies; the house itself, all. */
export function isTheirs(
  c: Pick<Case, 'id' | 'requester' | 'agency' | 'submittedAt' | 'answers' | 'procedure' | 'isAgencyGiven'>,
  actor: Actor,
): boolean {
  if (actor.role === 'system') return true
  if (actor.role === 'requester') return actor.chat === c.requester
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

function isHolder(c: Case, actor: Actor): boolean {
  if (actor.role === 'verifier') return c.verifier?.id === actor.id
  if (actor.role === 'agent') return c.agent?.id === actor.id
  return true
}

const holderName = (c: Case, actor: Actor): string => (actor.role === 'verifier' ? c.verifier : c.agent)?.name ?? ''
