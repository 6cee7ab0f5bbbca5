import type { Agency } from '../agency/agency.ts'
import { type Actor, type Author, authorOf, type ChatRef } from '../case/actor.ts'
import type { Case, StaffRef, StuckAt } from '../case/case.ts'
import type { Command } from '../case/command.ts'
import { daysAfter } from '../case/deadline.ts'
import { decide } from '../case/decide.ts'
import type { Event } from '../case/event.ts'
import { evolve } from '../case/evolve.ts'
import { isRefusal, type Refusal, refuse } from '../case/refusal.ts'
import { isOpen } from '../case/status.ts'
import { announce } from '../message/announce.ts'
import type { ProcedureName } from '../procedure/names.ts'
import { hookRow } from './hook-rows.ts'
import type { CaseChange, Commit } from './ledger.ts'
import { type Routing, route } from './route.ts'

export interface Opening {
  readonly id: string
  readonly number: string
  readonly procedure: ProcedureName
  readonly chat: ChatRef
  readonly language: Case['language']
  /** Where a guide brought its reader to this case. */
  readonly stuckAt?: StuckAt
  /** Known at the counter, where a chat would be asked. */
  readonly agency?: string
  readonly counter?: { readonly openedBy: StaffRef; readonly pass: string }
}

/** Nobody needs more; below the number of cases that a turn brings along, or it would never be reached. */
const openingsPerDay = 10

/**
 * The cases that one step has before it. Synchronous: commands are decided on the loaded cases, and all that follows
 * is collected until `harvest` hands it over for one commit.
 */
export class Casework {
  readonly #cases: Map<string, Case>
  readonly #changes = new Map<string, CaseChange>()
  readonly #agencies: readonly Agency[]
  readonly #at: string
  #openings: readonly string[]

  /** @param openings when the chat opened cases before: those that were erased since count too */
  constructor(cases: readonly Case[], agencies: readonly Agency[], at: string, openings: readonly string[] = []) {
    this.#cases = new Map(cases.map((c) => [c.id, c]))
    this.#agencies = agencies
    this.#at = at
    this.#openings = openings.filter((opened) => opened > daysAfter(at, -1))
  }

  get agencies(): readonly Agency[] {
    return this.#agencies
  }

  get at(): string {
    return this.#at
  }

  /** When the chat opened cases within a day, those of this step included. */
  get openings(): readonly string[] {
    return this.#openings
  }

  /** The loaded cases as they stand after the commands so far. */
  cases(): readonly Case[] {
    return [...this.#cases.values()]
  }

  find(id: string | undefined): Case | undefined {
    return id === undefined ? undefined : this.#cases.get(id)
  }

  /** Opens a draft, unless this chat has one of that procedure open already, or has opened too many today. */
  open(opening: Opening): Case | Refusal {
    const twin = this.cases().find(
      (c) => c.procedure === opening.procedure && isOpen(c.status) && c.requester === opening.chat,
    )
    if (twin !== undefined) return refuse('already-open', { number: twin.number })
    if (this.#openedBy(opening.chat) >= openingsPerDay) return refuse('too-many-cases', { max: openingsPerDay })
    const [only, ...others] = this.#agencies
    const { counter, stuckAt, ...said } = opening
    const agency = opening.agency ?? (only !== undefined && others.length === 0 ? only.code : null)
    const author: Author =
      counter === undefined
        ? authorOf({ role: 'requester', chat: opening.chat })
        : { role: 'counter', id: counter.openedBy.id }
    const stuck = stuckAt === undefined ? {} : { secret: { stuckAt } }
    const secret = counter === undefined ? stuck : { secret: counter }
    this.#openings = [...this.#openings, this.#at]
    return this.#record(undefined, [{ type: 'opened', ...said, agency, ...secret, at: this.#at, author }])
  }

  /** Gives a command to a loaded case. @returns the case after it, or why not */
  give(caseId: string, command: Command, actor: Actor): Case | Refusal {
    const c = this.#cases.get(caseId)
    if (c === undefined) return refuse('not-yours')
    const events = decide(c, command, { actor, at: this.#at, agencies: this.#agencies })
    if (isRefusal(events)) return events
    return events.length === 0 ? c : this.#record(c, events)
  }

  /** Everything that is to be committed, with the effects that it owes. */
  harvest(routing: Routing): Pick<Commit, 'changes' | 'owed' | 'knocks'> {
    const changes = [...this.#changes.values()]
    const messages = changes.flatMap(({ before, after: c, events }) => {
      // Whoever acts in the chat, or stands at the counter, is awake and waits for what comes of it.
      const isAwaited = events.some(({ author }) => author.role === 'requester' || author.role === 'counter')
      return announce(before, c, events).map((message) => ({ message, c, isAwaited }))
    })
    return {
      changes,
      owed: [
        ...messages.flatMap(({ message, c, isAwaited }, n) =>
          route(message, c, n, routing, { at: this.#at, isAwaited }),
        ),
        ...(routing.has.hooks === true ? changes.flatMap(hookRow) : []),
      ],
      knocks: messages.flatMap(({ message, c }) =>
        message.what === 'knock' && c.counter === undefined ? [{ chat: c.requester, caseId: c.id }] : [],
      ),
    }
  }

  /** How many cases a chat opened within a day, those that it cancelled or erased again included. */
  #openedBy(chat: ChatRef): number {
    const dayAgo = daysAfter(this.#at, -1)
    const loaded = this.cases().filter(({ requester, openedAt }) => requester === chat && openedAt > dayAgo)
    return Math.max(loaded.length, this.#openings.length)
  }

  #record(c: Case | undefined, events: readonly Event[]): Case {
    const after = events.reduce<Case | undefined>((folded, event) => evolve(folded, event), c)
    if (after === undefined) throw new Error('events without a case')
    const earlier = this.#changes.get(after.id)
    this.#changes.set(after.id, {
      before: earlier === undefined ? c : earlier.before,
      after,
      events: [...(earlier?.events ?? []), ...events],
    })
    this.#cases.set(after.id, after)
    return after
  }
}
