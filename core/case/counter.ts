import { procedureOf } from '../procedure/registry.ts'
import type { Case } from './case.ts'
import { questionsOf } from './question.ts'

/** The requester of a case without a chat: a name for nobody, and for no other case. */
export const counterRef = (staffId: string, caseId: string): string => `${counterPrefix(staffId)}${caseId}`

/** How the requesters of all cases of the counter begin, or of those that one member of staff opened. */
export const counterPrefix = (staffId?: string): string => (staffId === undefined ? 'counter:' : `counter:${staffId}:`)

/**
 * True when the office mail that was answered may carry news of the case: it was answered, is not what the case changes,
 * and is not in other hands as after a compromise (`asksCode`). Without a review nothing is at stake but the answer.
 */
export function mayHearByMail(c: Pick<Case, 'procedure' | 'answers' | 'isAgencyGiven'>): boolean {
  const { asksCode, phases } = procedureOf(c.procedure)
  const isReplaced = questionsOf(c).some(({ key }) => key === 'newEmail')
  return typeof c.answers.email === 'string' && !isReplaced && (asksCode === true || !phases.includes('review'))
}

/** True when staff's words can reach the requester: in a chat, or by the office mail that they chose to hear by. */
export const mayBeWrittenTo = (c: Pick<Case, 'counter' | 'procedure' | 'answers' | 'isAgencyGiven'>): boolean =>
  c.counter === undefined || (c.counter.hears === 'mail' && mayHearByMail(c))
