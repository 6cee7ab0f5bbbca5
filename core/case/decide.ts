import type { Agency } from '../agency/agency.ts'
import { type Actor, authorOf } from './actor.ts'
import { authorise } from './authorise.ts'
import type { Case } from './case.ts'
import type { Command, CommandOf, CommandType } from './command.ts'
import { changeDecisions } from './decide-change.ts'
import { compareDecisions } from './decide-compare.ts'
import { counterDecisions } from './decide-counter.ts'
import { fillDecisions } from './decide-fill.ts'
import { handOffDecisions } from './decide-hand-off.ts'
import { identityDecisions } from './decide-identity.ts'
import { legaliseDecisions } from './decide-legalise.ts'
import { mailDecisions } from './decide-mail.ts'
import { ratingDecisions } from './decide-rating.ts'
import { reviewDecisions } from './decide-review.ts'
import { talkDecisions } from './decide-talk.ts'
import { teamworkDecisions } from './decide-teamwork.ts'
import type { Event, Happening } from './event.ts'
import { isRefusal, type Refusal } from './refusal.ts'

/** All that a decision may know besides the case and the command: who, when, and the agencies as configured. */
export interface Circumstances {
  readonly actor: Actor
  /** ISO 8601, UTC. */
  readonly at: string
  readonly agencies: readonly Agency[]
}

/** Decides the commands of some types; each either refuses or tells what happened. */
export type Decisions<T extends CommandType> = {
  readonly [K in T]: (c: Case, command: CommandOf<K>, circumstances: Circumstances) => readonly Happening[] | Refusal
}

const decisions: Decisions<CommandType> = {
  ...fillDecisions,
  ...compareDecisions,
  ...counterDecisions,
  ...identityDecisions,
  ...reviewDecisions,
  ...legaliseDecisions,
  ...changeDecisions,
  ...handOffDecisions,
  ...talkDecisions,
  ...teamworkDecisions,
  ...ratingDecisions,
  ...mailDecisions,
}

/** The events that a command leads to, or why not. Pure: no clock, no I/O; first whose, then when, then what. */
export function decide(c: Case, command: Command, circumstances: Circumstances): readonly Event[] | Refusal {
  const no = authorise(c, command, circumstances.actor)
  if (no !== undefined) return no
  // The table pairs every type with the function for exactly that type; the compiler cannot follow the pairing.
  const judge = decisions[command.type] as (
    c: Case,
    command: Command,
    s: Circumstances,
  ) => readonly Happening[] | Refusal
  const outcome = judge(c, command, circumstances)
  if (isRefusal(outcome)) return outcome
  return outcome.map((happening) => ({ ...happening, at: circumstances.at, author: authorOf(circumstances.actor) }))
}
