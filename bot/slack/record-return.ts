import type { ModalView } from '@slack/types'
import { isRefusal } from '../../core/case/refusal.ts'
import { perform } from '../../core/handling/perform.ts'
import { absenceText } from '../text/absence.ts'
import type { Language } from '../text/language.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { recordText } from '../text/slack-record.ts'
import { type Click, refusalToStaff, tell } from './answer.ts'
import { input, title } from './blocks.ts'
import { whoIs } from './review.ts'
import { noticeModal } from './review-modal.ts'
import { entryFor, type Room } from './room.ts'

const reasonMax = 1000

/** *BSrE mengembalikan*: asks for the reason that an outside contact center gave. Rights are read when it is sent. */
export async function askReturn(room: Room, click: Click, value: string, ack: () => Promise<void>): Promise<void> {
  const language = await room.people.languageOf(click.user)
  const [entries] = await Promise.all([room.people.verifiers(click.user), ack()])
  if (entries.length === 0) return tell(room, click, answerSentences.notVerifier[language])
  await room.views.open(click.trigger, returnModal(value, language))
}

/** The modal carries the case and the decision that its reader saw. */
export const returnModal = (value: string, language: Language): ModalView => ({
  type: 'modal',
  callback_id: 'record-return',
  private_metadata: value,
  title: title(recordText.title[language]),
  submit: title(recordText.save[language]),
  close: title(absenceText.close[language]),
  blocks: [
    input(
      'reason',
      recordText.reason[language],
      { type: 'plain_text_input', action_id: 'reason', multiline: true, max_length: reasonMax },
      { hint: recordText.hint[language] },
    ),
  ],
})

/** The modal as Slack sends it back. */
export interface SentReturn {
  readonly user: string
  readonly metadata: string
  readonly reason: string
}

type Reply =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }

/** Records the return under the name of whoever sent it. */
export async function submitReturn(room: Room, { user, metadata, reason }: SentReturn): Promise<Reply> {
  const language = await room.people.languageOf(user)
  const update = (sentence: string): Reply => ({ response_action: 'update', view: noticeModal(sentence, language) })
  const [caseId = '', decision = ''] = metadata.split(':')
  const c = await room.ports.ledger.caseById(caseId)
  const staff = c && entryFor(await room.people.verifiers(user), c)
  if (c === undefined || staff === undefined) return update(answerSentences.notVerifier[language])
  const command = { type: 'send-back', text: reason, seen: Number(decision) } as const
  const outcome = await perform(room.ports, c.id, [command], whoIs(staff))
  if (!isRefusal(outcome)) return update(recordText.done[language])
  const now = (await room.ports.ledger.caseById(c.id)) ?? c
  const sentence = await refusalToStaff(room, outcome, now, staff.id, language)
  if (outcome.refused === 'reason-too-short' || outcome.refused === 'secret-inside')
    return { response_action: 'errors', errors: { reason: sentence } }
  return update(sentence)
}
