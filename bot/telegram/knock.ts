import type { Context } from 'grammy'
import type { Update } from 'grammy/types'
import type { Case } from '../../core/case/case.ts'
import { holderOf } from '../../core/case/status.ts'
import { pauseOf } from './controls.ts'
import type { Visit } from './visit.ts'

/** What the house sends a chat that is to be asked afresh. Holds no personal data, for the replay log keeps it. */
export const knockOn = (chat: number): Update => {
  const message = { message_id: 0, date: 0, chat: { id: chat, type: 'private', first_name: '' }, text: '' } as const
  // A knock is nobody's message: it has no sender.
  return { update_id: 0, message } as unknown as Update
}

export const isKnock = ({ update }: Context): boolean => update.update_id === 0

/** Asks afresh about a case, unless another one is being filled in or this one was put off. */
export function hearKnock(visit: Visit, id: string): void {
  const c = visit.casework.find(id === '' ? visit.focus : id)
  if (visit.chat.state.address < 0 || visit.memory.isGone === true) return
  if (c === undefined || visit.memory.paused === pauseOf(c)) return
  const isElsewhere = visit.focus !== undefined && visit.focus !== c.id && visit.memory.dialogue !== undefined
  if (isElsewhere && isFilledIn(visit.case)) return
  visit.focus = c.id
  visit.memory.again = undefined
  visit.wantsAsking = true
}

const isFilledIn = (c: Case | undefined): boolean => c !== undefined && holderOf(c.status) === 'requester'
