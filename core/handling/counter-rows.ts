import type { Case } from '../case/case.ts'
import { isCounterNotice } from '../message/counter-notice.ts'
import type { Message } from '../message/message.ts'
import type { OwedRow } from './outbox.ts'

/** What somebody without a chat is to hear. */
export interface Telling {
  readonly code: string
  /** They stand at the counter and see it happen. */
  readonly isPresent?: true
}

/** What a message to a requester without a chat becomes: how it reaches them is decided when it is due. */
export function counterRows(
  message: Extract<Message, { to: 'requester' }>,
  row: Pick<OwedRow, 'dedup'>,
  c: Case,
  isPresent: boolean,
): readonly OwedRow[] {
  if (message.what === 'reply') {
    const payload = { n: message.n }
    return [{ ...row, caseId: c.id, lane: 'work', target: `tell:${c.id}`, kind: 'tell-reply', payload }]
  }
  // What was never sent is still in the hands of whoever opened it.
  if (message.what !== 'notice' || c.submittedAt === null || !isCounterNotice(message.code)) return []
  const payload: Telling = { code: message.code, ...(isPresent && { isPresent: true }) }
  return [{ ...row, caseId: c.id, lane: 'work', target: `tell:${c.id}`, kind: 'tell-requester', payload }]
}
