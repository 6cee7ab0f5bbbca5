import type { RosterFacts } from '../agency/roster.ts'
import type { StaffRef } from './case.ts'

/** Refers to a Telegram chat without naming it: the blind index of its id. */
export type ChatRef = string

export interface Requester {
  readonly role: 'requester'
  readonly chat: ChatRef
}

/** A verifier at the moment of the click: rights and facts are read afresh for every command. */
export interface Verifier {
  readonly role: 'verifier'
  readonly id: string
  readonly name: string
  readonly agencies: readonly string[]
  /** True when roster or form say that the case is the verifier's own. */
  readonly isRequester: boolean
  /** The part that this person has in the case already, under whichever entry: nobody has both. */
  readonly otherPart?: 'agent' | 'counter'
  /** True where the contact center is outside: its verifiers record what it answers. */
  readonly standsIn?: boolean
  /** SHA-256 of every evidence file of the case that this verifier has opened. */
  readonly seen: ReadonlySet<string>
  /** Another chat of the requester, as the house knows at this very moment: the case may not have noted it yet. */
  readonly tie?: Pick<RosterFacts, 'isBoundElsewhere' | 'coolsUntil'>
}

export interface Agent {
  readonly role: 'agent'
  readonly id: string
  readonly name: string
  readonly agencies: readonly string[]
  /** True when roster or form say that the case is the agent's own. */
  readonly isRequester?: boolean
  readonly otherPart?: 'verifier' | 'counter'
}

/** A verifier who acts at the counter in the place of a requester without a chat, as far as the case was opened there. */
export interface CounterClerk {
  readonly role: 'counter'
  readonly id: string
  readonly name: string
  readonly agencies: readonly string[]
  readonly isRequester: boolean
}

/** A verifier of the agency that a requester left: sees a name and a number, and may confirm that it revoked. */
export interface FormerVerifier {
  readonly role: 'former-verifier'
  readonly id: string
  readonly name: string
  readonly agencies: readonly string[]
}

/** Whoever opened the one-time link of one case's form, in the name of the person in charge. */
export interface PersonInChargeActor {
  readonly role: 'person-in-charge'
  readonly caseId: string
}

export interface System {
  readonly role: 'system'
}

export type Actor = Requester | CounterClerk | Verifier | Agent | FormerVerifier | PersonInChargeActor | System
export type Role = Actor['role']

/** Who an event names as its author; holds no personal data. */
export interface Author {
  readonly role: Role
  readonly id?: string
}

export const system: System = { role: 'system' }

export function authorOf(actor: Actor): Author {
  if (actor.role === 'system') return { role: 'system' }
  if (actor.role === 'person-in-charge') return { role: actor.role }
  return { role: actor.role, id: actor.role === 'requester' ? actor.chat : actor.id }
}

/** The member of staff behind an actor. @throws for anybody else */
export function staffOf(actor: Actor): StaffRef {
  if (
    actor.role === 'verifier' ||
    actor.role === 'agent' ||
    actor.role === 'counter' ||
    actor.role === 'former-verifier'
  )
    return { id: actor.id, name: actor.name }
  throw new Error(`a ${actor.role} is not staff`)
}
