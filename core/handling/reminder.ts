import type { Agency } from '../agency/agency.ts'
import type { Case } from '../case/case.ts'
import { clockOf, usedUpAt } from '../case/deadline.ts'
import { isOpen } from '../case/status.ts'
import type { OwedRow } from './outbox.ts'

/** Whatever an agency wants besides, a target that is used up is said. */
const usedUp = 100
const usualPercents: readonly number[] = [50, 80]
/** From here on a reminder interrupts; before it only card and desk show how much is used. */
const interruptsAtPercent = 80
const usualEscalationHours = 8

/** A moment at which the holder of a case is reminded, and how loudly. */
export interface Stage {
  readonly at: string
  readonly says: 'quietly' | 'due-soon' | 'overdue' | 'escalated'
}

/** The reminders of the target that runs now, in their order; none while no clock runs. */
export function stagesOf(c: Case, agencies: readonly Agency[]): readonly Stage[] {
  const { dueAt, dueSince } = c
  if (dueAt === null || dueSince === null || !isOpen(c.status)) return []
  const agency = agencies.find(({ code }) => code === c.agency)
  const escalatesAt = clockOf(c, agencies).after(dueAt, agency?.escalateAfterHours ?? usualEscalationHours)
  const percents = new Set([...(agency?.remindAtPercent ?? usualPercents), usedUp])
  const reminders = [...percents].map(
    (percent): Stage => ({ at: usedUpAt({ ...c, dueAt, dueSince }, percent, agencies), says: loudness(percent) }),
  )
  return [...reminders, { at: escalatesAt, says: 'escalated' } as const].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

function loudness(percent: number): Stage['says'] {
  if (percent < interruptsAtPercent) return 'quietly'
  return percent < usedUp ? 'due-soon' : 'overdue'
}

/** What a reminder's row holds: which target it is about, and until when everything has been said. */
export interface Reminding {
  readonly dueAt: string
  readonly saidUntil: string
}

/** The row of the next reminder after `saidUntil`; one waits at a time, and each owes the next. */
export function reminderRow(c: Case, agencies: readonly Agency[], saidUntil: string): OwedRow | undefined {
  const next = stagesOf(c, agencies).find(({ at }) => at > saidUntil)
  if (next === undefined || c.dueAt === null) return undefined
  const dedup = `${c.id}:remind:${c.dueAt}:${next.at}`
  return {
    dedup,
    lane: 'work',
    target: `timer:${dedup}`,
    kind: 'remind',
    caseId: c.id,
    payload: { dueAt: c.dueAt, saidUntil } satisfies Reminding,
    notBefore: next.at,
  }
}
