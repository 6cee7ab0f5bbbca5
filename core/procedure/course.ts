import type { Case } from '../case/case.ts'
import { type Phase, phaseOf } from '../case/status.ts'
import { isMet } from './condition.ts'
import { procedureOf } from './registry.ts'

/** What a case's course is decided by. */
export type Charted = Pick<Case, 'procedure' | 'answers' | 'revokesBefore'>

/** The phases that this case walks: those of its procedure that its answers ask for, revocation where its agency wants it. */
export function phasesOf({ procedure: name, answers, revokesBefore }: Charted): readonly Phase[] {
  const { phases, phasesWhen = {} } = procedureOf(name)
  const walked = phases.filter((phase) => phasesWhen[phase] === undefined || isMet(phasesWhen[phase], answers))
  if (revokesBefore === 'sending' || !walked.includes('revocation')) return walked
  return walked.flatMap((phase) => {
    if (phase === 'revocation') return []
    return phase === 'review' ? (['review', 'revocation'] as const) : [phase]
  })
}

/** True when somebody must meet or call the requester before the case goes on. */
export function needsMeeting({ procedure: name, answers }: Charted): boolean {
  const { confirmsIdentity } = procedureOf(name)
  return typeof confirmsIdentity === 'boolean' ? confirmsIdentity : isMet(confirmsIdentity, answers)
}

/** True when a loss of control is reported: an hour, and before all others. */
export function isLoss({ procedure: name, answers }: Charted): boolean {
  const { urgentWhen } = procedureOf(name)
  return urgentWhen !== undefined && isMet(urgentWhen, answers)
}

/** Whether the requester can sign while the case stands: said on every screen of a case that touches it. */
export type Signing =
  | { readonly is: 'untouched' }
  | { readonly is: 'on' }
  | { readonly is: 'off'; readonly since: string }

export function signingOf(c: Case): Signing {
  const { signing } = procedureOf(c.procedure)
  if (signing === 'untouched') return { is: 'untouched' }
  if (signing === 'off') return { is: 'off', since: c.openedAt }
  const since = phasesOf(c).includes('revocation') ? c.trail.revoked : c.trail.sent
  if (since === undefined) return { is: 'on' }
  return c.status === 'completed' || (c.trail.verified !== undefined && !phasesOf(c).includes('action'))
    ? { is: 'on' }
    : { is: 'off', since }
}

/** True once the review is over. */
export const isBeyondReview = ({ status }: Pick<Case, 'status'>): boolean =>
  !['fill', 'review'].includes(phaseOf(status))
