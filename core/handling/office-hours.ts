import { isWorkingTime, nextWorkingMoment } from '../agency/calendar.ts'
import type { Case } from '../case/case.ts'
import { turnOf } from '../case/turn.ts'
import type { StaffNoticeCode } from '../message/message.ts'
import { isLoss } from '../procedure/course.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import type { Ports } from './ports.ts'

/** What staff hears of at night too: it does not keep. */
const atOnce: ReadonlySet<StaffNoticeCode> = new Set(['urgent', 'loss', 'rebound'])

/** What falls due at closing time is still said that day. */
const graceMs = 15 * 60_000

/** When staff may hear of a case: undefined for now, else the next opening of its agency. */
export function heardAt(
  { agencies, now }: Pick<Ports, 'agencies' | 'now'>,
  c: Case,
  code?: StaffNoticeCode,
): string | undefined {
  const agency = agencies.find((one) => one.code === c.agency)
  if (agency?.staffNotices === 'always' || isLoss(c) || (code !== undefined && atOnce.has(code))) return undefined
  const at = now()
  const before = new Date(Date.parse(at) - graceMs).toISOString()
  if ([at, before].some((moment) => isWorkingTime(moment, agency?.calendar))) return undefined
  return nextWorkingMoment(at, agency?.calendar)
}

/** The same row again for then, in a line of its own: nothing else of the case must wait behind it. */
export const postponed = (item: OutboxItem, at: string): OwedRow => ({
  dedup: `${item.dedup}:${at}`,
  lane: 'work',
  target: `timer:${item.dedup}:${at}`,
  kind: item.kind,
  payload: { ...(item.payload as object), hasWaited: true },
  notBefore: at,
  ...(item.caseId !== undefined && { caseId: item.caseId }),
})

/** What is worth saying whoever's turn it is by then. */
const keeps: ReadonlySet<StaffNoticeCode> = new Set([
  'cancelled',
  'undelivered',
  'unsigned',
  'escalated',
  'handed-over',
  'tell-requester',
  'wrote',
  'help-wanted',
  'relieved',
  'mailed',
])

/** True for a notice that has waited until it was somebody else's turn. */
export const isMoot = (c: Case, role: 'verifier' | 'agent', { payload }: OutboxItem): boolean => {
  const { code, hasWaited } = payload as { readonly code: StaffNoticeCode; readonly hasWaited?: true }
  return hasWaited === true && !keeps.has(code) && turnOf(c) !== role
}
