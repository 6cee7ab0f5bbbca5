import { phasesOf, routeOf } from '../procedure/course.ts'
import type { Case } from './case.ts'
import type { Event, EventType } from './event.ts'
import { nextStatus, type Phase } from './status.ts'

/** What the events of some types change of a case. */
export type Changes<T extends EventType> = {
  readonly [K in T]: (c: Case, e: Extract<Event, { type: K }>) => Partial<Case>
}

/** What the end of a phase makes of a case. */
export function goOn(c: Case, phase: Phase, at: string): Partial<Case> {
  const status = nextStatus(routeOf(c), phase)
  return status === 'completed' ? { status, ...ended(at, { reason: 'solved' }) } : { status }
}

/** Where a case goes when what was thought to be done is not: to whoever handed it over, before all others. */
export const goBack = (c: Case) => ({
  status: phasesOf(c).includes('hand-off') ? ('with-contact-center' as const) : ('submitted' as const),
  isUrgent: true,
})

/** What every ending has in common. */
export const ended = (at: string, ending: Case['ending']) => ({ ending, endedAt: at, dueAt: null, call: null })
