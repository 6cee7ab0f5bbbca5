import type { Case } from '../case/case.ts'
import { nextPhase, type Phase } from '../case/status.ts'
import type { Answer } from '../form/field.ts'
import { isMet } from './condition.ts'
import { procedureOf } from './registry.ts'

/** What a case's course is decided by. */
export type Charted = Pick<Case, 'procedure' | 'answers' | 'revokesBefore'>

/** What decides how sure it must be who the requester is. */
export type Claimed = Pick<Case, 'procedure' | 'answers' | 'proof' | 'rivals'>

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

/** The phases of its course as it stands: a certificate that was revoked is not revoked a second time. */
export function routeOf(c: Charted & Pick<Case, 'trail'>): readonly Phase[] {
  const walked = phasesOf(c)
  return c.trail.revoked === undefined ? walked : walked.filter((phase) => phase !== 'revocation')
}

/** How a verifier lets go of a review that found everything right. */
export type Closing = 'settle' | 'accept' | 'legalise'

export function closingOf(c: Charted & Pick<Case, 'trail'>): Closing {
  if (procedureOf(c.procedure).outcomes !== undefined) return 'settle'
  return nextPhase(routeOf(c), 'review') === 'legalise' ? 'legalise' : 'accept'
}

/** True for a case that goes to BSrE as a legalised dossier. */
export const hasDossier = (c: Charted): boolean => phasesOf(c).includes('legalise')

/** True while the new certificate of a revoked one is still to be asked for. */
export const awaitsReissue = (c: Pick<Case, 'status' | 'trail'>): boolean =>
  c.status === 'awaiting-requester' && c.trail.revoked !== undefined && c.trail.reissueAsked === undefined

/**
 * True when somebody must meet or call the requester before the case goes on: whatever a code said where a dossier is
 * legalised and where another's certificate is revoked; else where no code said anything, as for who stands in no roster,
 * or where a second chat proved to be the same person.
 */
export function needsMeeting({ procedure: name, answers, proof, rivals }: Claimed): boolean {
  const { confirmsIdentity, phases } = procedureOf(name)
  if (!phases.includes('review')) return false
  const isAlways = typeof confirmsIdentity === 'boolean' ? confirmsIdentity : isMet(confirmsIdentity, answers)
  return isAlways || proof === null || rivals.some(({ isProved }) => isProved)
}

/** True when a loss of control is reported: an hour, and before all others. */
export function isLoss({ procedure: name, answers }: Charted): boolean {
  const { urgentWhen } = procedureOf(name)
  return urgentWhen !== undefined && isMet(urgentWhen, answers)
}

/** True when the requester has a new certificate once the case is completed. */
export function issuesCertificate({ procedure: name, answers }: Pick<Case, 'procedure' | 'answers'>): boolean {
  const { issues } = procedureOf(name)
  return issues === true || (issues !== undefined && isMet(issues, answers))
}

/** The day on which BSrE's notice came, as an instant of that day in WIB; signing had stopped by then. */
const noticedAt = (answer: Answer | undefined): string | undefined =>
  answer !== null && typeof answer === 'object' && 'date' in answer ? `${answer.date}T05:00:00.000Z` : undefined

/** Whether the requester can sign while the case stands: said on every screen of a case that touches it. */
export type Signing =
  | { readonly is: 'untouched' }
  | { readonly is: 'on' }
  | { readonly is: 'off'; readonly since: string }

export function signingOf(c: Case): Signing {
  const { signing } = procedureOf(c.procedure)
  if (signing === 'untouched') return { is: 'untouched' }
  if (signing === 'off') return { is: 'off', since: noticedAt(c.answers.noticedOn) ?? c.openedAt }
  const since = phasesOf(c).includes('revocation') ? c.trail.revoked : c.trail.sent
  if (since === undefined) return { is: 'on' }
  return c.status === 'completed' || (c.trail.verified !== undefined && !phasesOf(c).includes('action'))
    ? { is: 'on' }
    : { is: 'off', since }
}
