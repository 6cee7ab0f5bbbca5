import { isOpen } from '../case/status.ts'
import type { KeptCase } from './retention.ts'

/** Who has something erased: its person alone, staff by decision, an operator on the machine, or time. */
export interface Eraser {
  readonly role: 'requester' | 'staff' | 'operator' | 'house'
  /** The member of staff. */
  readonly id?: string
}

/** The fact that stays of an erased case: who had it erased, when and why, and nothing of its person. */
export interface Erasure {
  readonly by: Eraser
  readonly because: 'asked' | 'retention' | 'order'
  readonly at: string
}

/** An erased case as lists and pages may name it. */
export interface ErasedCase {
  readonly id: string
  readonly number: string
  readonly agency: string | null
  readonly erasure: Erasure
}

/** Why a case stays: a legal hold, work under way, or the archive schedule, which only staff may set aside. */
export const keptReasons = ['on-hold', 'still-open', 'kept-by-law'] as const
export type KeptReason = (typeof keptReasons)[number]

/** Why somebody may not have a case erased now; undefined when they may. */
export function whyKept({ case: c, hold }: KeptCase, by: Eraser['role']): KeptReason | undefined {
  if (hold !== null) return 'on-hold'
  // What was never sent is nobody's but its person's.
  if (c.submittedAt === null) return undefined
  if (isOpen(c.status)) return 'still-open'
  return by === 'requester' ? 'kept-by-law' : undefined
}

/** How long the house has to answer a request, in milliseconds: 3×24 hours (UU 27/2022). */
export const answerMs = 3 * 24 * 3_600_000
/** How long before that staff is reminded, in milliseconds. */
export const reminderMs = 24 * 3_600_000

/** A request to be erased. */
export interface ErasureRequest {
  readonly id: string
  readonly chat: string
  readonly askedAt: string
  readonly dueAt: string
  readonly decided: { readonly at: string; readonly by: string; readonly decision: ErasureDecision } | null
}

/** What came of a request; a refusal says why. */
export const erasureDecisions = ['erased', 'kept-by-law', 'still-open', 'not-the-person'] as const
export type ErasureDecision = (typeof erasureDecisions)[number]

/** Lower-case hexadecimal end of a request's id, by which people speak of it. */
export const requestNumber = ({ id }: Pick<ErasureRequest, 'id'>): string => `H-${id.slice(-6).toUpperCase()}`
