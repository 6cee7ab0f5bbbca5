import type { Context } from 'hono'
import type { Actor } from '../../core/case/actor.ts'
import { isTheirs } from '../../core/case/authorise.ts'
import type { Case } from '../../core/case/case.ts'
import { parseCaseNumber } from '../../core/case/case-number.ts'
import type { Refusal } from '../../core/case/refusal.ts'
import { actorFor } from '../../core/handling/people.ts'
import { strangerPage } from './login.tsx'
import { notFound } from './notice-page.tsx'
import type { Screen } from './screen.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

/** What a form of the counter came to, for the page that is shown again. */
export interface CounterOutcome {
  /** What stood in each field. */
  readonly typed: ReadonlyMap<string, string>
  /** Why what stands in a field was not kept, by item, as a sentence. */
  readonly faults: ReadonlyMap<string, string>
  /** Why the whole could not be sent, or a step not be noted. */
  readonly refusal?: Refusal
}

/** Everything that the page of one case of the counter shows. */
export interface CounterView {
  readonly screen: Screen
  readonly visitor: Visitor
  readonly c: Case & { readonly counter: NonNullable<Case['counter']> }
  readonly actor: Actor
  readonly desk: Desk
  readonly outcome: CounterOutcome | undefined
  readonly done: string | undefined
}

/** Where the forms of a case of the counter go. */
export const counterPath = ({ c }: { readonly c: Pick<Case, 'number'> }, action?: string): string =>
  `/desk/counter/${c.number}${action === undefined ? '' : `/${action}`}`

/** A case of the counter with whoever serves it. */
export type Served = Pick<CounterView, 'c' | 'actor' | 'visitor'>
type Handle = (c: Context<DeskEnv>, served: Served) => Promise<Response> | Response

/** Only verifiers serve at the counter. */
export function forClerk(
  desk: Desk,
  handle: (c: Context<DeskEnv>, visitor: Visitor) => Promise<Response> | Response,
): (c: Context<DeskEnv>) => Promise<Response> {
  return async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    return visitor.role === 'verifier' ? handle(c, visitor) : notFound(c, desk)
  }
}

/** Hands on the case of the address, if it was opened at a counter of this verifier's agency; nobody learns of another one. */
export const withServed = (desk: Desk, handle: Handle) =>
  forClerk(desk, async (c, visitor) => {
    const number = parseCaseNumber(c.req.param('number') ?? '') ?? ''
    const found = await desk.ports.ledger.caseByNumber(number)
    const actor = found && (await actorFor(desk.ports, { staffId: visitor.staff.id, role: 'counter' }, found))
    if (found?.counter === undefined || actor === undefined || !isTheirs(found, actor)) return notFound(c, desk)
    return handle(c, { c: { ...found, counter: found.counter }, actor, visitor })
  })
