import type { Case } from '../case/case.ts'
import { awaitsCover } from '../case/cover-trust.ts'
import { remarksOf } from '../evidence/remark.ts'
import { awaitsReissue } from '../procedure/course.ts'

/** Where a case stands in the queues of the desk; kept beside it, so that a page of a queue is one look into an index. */
export interface Place {
  /** Its rank: urgent first, then by due time, then by number; null as long as it is nobody's of the house to see. */
  readonly place: string | null
  /** Whose queue it waits in because nobody of them has it. */
  readonly waits: 'verifier' | 'agent' | null
  /** The member of staff who has it in hand. */
  readonly inHand: string | null
  /** A pre-check remarked something when the case was last written. */
  readonly hasRemarks: boolean
}

const noDue = '9'

/** The rank of a case, in the order of code points. @shape `0|1`, ISO moment or `9`, number */
export const rankOf = ({ isUrgent, dueAt, number }: Pick<Case, 'isUrgent' | 'dueAt' | 'number'>): string =>
  `${isUrgent ? 0 : 1}${dueAt ?? noDue}${number}`

export function placeOf(c: Case, at: string): Place {
  return {
    place: c.submittedAt === null ? null : rankOf(c),
    waits: waitsFor(c),
    inHand: holderIn(c),
    hasRemarks: c.submittedAt !== null && [...remarksOf(c, at).values()].some((remarks) => remarks.length > 0),
  }
}

/** Whose queue a case waits in. */
export function waitsFor(c: Case): Place['waits'] {
  if (['submitted', 'returned', 'awaiting-revocation'].includes(c.status) || awaitsReissue(c)) return 'verifier'
  return (c.status === 'with-contact-center' || c.status === 'approved') && c.agent === null ? 'agent' : null
}

/**
 * Who has a case in hand: a verifier during the review, while its form is with the person in charge, and while its cover
 * sheet waits for their signature; an agent until it ends or goes back.
 */
export function holderIn(c: Case): string | null {
  if (c.status === 'in-review' || c.status === 'awaiting-signature' || awaitsCover(c)) return c.verifier?.id ?? null
  return ['with-contact-center', 'approved', 'awaiting-requester'].includes(c.status) ? (c.agent?.id ?? null) : null
}

const rank = /^[01](?:9|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)[A-Z0-9-]{1,40}$/

/** True for what `rankOf` can have made: a page begins behind nothing else. */
export const isRank = (text: string): boolean => rank.test(text)
