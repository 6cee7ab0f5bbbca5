import type { Agency } from '../agency/agency.ts'
import type { Case } from '../case/case.ts'
import { usedPercent } from '../case/deadline.ts'
import { holderOf, type Status } from '../case/status.ts'

/** Who works through a queue. */
export type QueueRole = 'verifier' | 'agent'
export type QueueView = 'mine' | 'waiting' | 'near' | 'bsre' | 'all' | 'ended'
export const queueViews: readonly QueueView[] = ['mine', 'waiting', 'near', 'bsre', 'all', 'ended']

const ended: readonly Status[] = ['completed', 'rejected', 'cancelled', 'expired']
const open: Readonly<Record<QueueRole, readonly Status[]>> = {
  verifier: [
    ...(['submitted', 'in-review', 'needs-correction', 'awaiting-signature', 'legalised', 'returned'] as const),
    ...(['ready-to-revoke', 'awaiting-revocation', 'awaiting-requester'] as const),
  ],
  agent: ['with-contact-center', 'approved', 'awaiting-requester', 'returned', 'legalised', 'ready-to-send'],
}

/** The statuses whose cases a view can hold. */
export const statusesOf = (role: QueueRole, view: QueueView): readonly Status[] =>
  view === 'ended' ? ended : open[role]

/** The same for a verifier who records what an outside contact center answers. */
export const withContactCenter = (role: QueueRole, view: QueueView): readonly Status[] =>
  role === 'verifier' && view === 'all' ? [...open.verifier, 'with-contact-center', 'approved'] : statusesOf(role, view)

/** True while this person has the case in hand: a verifier during the review, an agent until it ends or goes back. */
export function isHeldBy(c: Case, role: QueueRole, staffId: string): boolean {
  if (role === 'verifier') return c.status === 'in-review' && c.verifier?.id === staffId
  return ['with-contact-center', 'approved', 'awaiting-requester'].includes(c.status) && c.agent?.id === staffId
}

/** How near a due moment is: `soon` within two hours, or once four fifths of the hours of whoever holds the case are used. */
export type Nearness = 'none' | 'ample' | 'soon' | 'over'

const SOON_MS = 2 * 3_600_000

const SOON_PERCENT = 80

/** The same for a case: by the working hours of its holder, by the clock for its requester. */
export function nearnessOf(c: Case, present: { readonly at: string; readonly agencies: readonly Agency[] }): Nearness {
  const near = nearness(c.dueAt, present.at)
  if (near === 'none' || near === 'over' || holderOf(c.status) === 'requester') return near
  return (usedPercent(c, present) ?? 0) >= SOON_PERCENT ? 'soon' : 'ample'
}

export function nearness(dueAt: string | null, at: string): Nearness {
  if (dueAt === null) return 'none'
  const leftMs = Date.parse(dueAt) - Date.parse(at)
  if (leftMs < 0) return 'over'
  return leftMs <= SOON_MS ? 'soon' : 'ample'
}
