import type { Case } from '../case/case.ts'
import type { Event } from '../case/event.ts'
import { isChecking, nextQuestion } from '../case/missing.ts'

/** True when somebody other than the requester changed what would be asked next: the waiting dialogue must hear of it. */
export function isOvertaken(before: Case | undefined, after: Case, events: readonly Event[]): boolean {
  if (before === undefined || events.every(({ author }) => author.role === 'requester')) return false
  return questionKey(before) !== questionKey(after)
}

/** True when only the checks of files kept the requester from sending, and the last of them is over. */
export const isFreeToSend = (before: Case | undefined, after: Case): boolean =>
  before !== undefined && mayOnlyWait(before) && questionKey(after) === 'check' && !isChecking(after)

const mayOnlyWait = (c: Case): boolean => questionKey(c) === 'check' && isChecking(c)

/** What the requester would be asked: a question, the check of all answers, or nothing. */
const questionKey = (c: Case): string =>
  c.status === 'draft' || c.status === 'needs-correction' ? (nextQuestion(c)?.key ?? 'check') : 'none'
