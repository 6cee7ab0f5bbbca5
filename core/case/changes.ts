import { procedureOf } from '../procedure/registry.ts'
import type { Case } from './case.ts'
import type { Event, EventType } from './event.ts'
import { nextStatus, type Phase } from './status.ts'

/** What the events of some types change of a case. */
export type Changes<T extends EventType> = {
  readonly [K in T]: (c: Case, e: Extract<Event, { type: K }>) => Partial<Case>
}

/** The status after a phase, as the case's procedure lists them. */
export const goOn = (c: Case, phase: Phase) => ({ status: nextStatus(procedureOf(c.procedure).phases, phase) })

/** What every ending has in common. */
export const ended = (at: string, ending: Case['ending']) => ({ ending, endedAt: at, dueAt: null, call: null })
