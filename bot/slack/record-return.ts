import { answerSentences } from '../text/slack-answer.ts'
import { recordText } from '../text/slack-record.ts'
import { type Click, tell } from './answer.ts'
import { input } from './blocks.ts'
import { type OneQuestion, questionModal } from './one-question.ts'
import type { Room } from './room.ts'

const reasonMax = 1000

/** The reason for which an outside contact center returned a case. */
export const recordReturn: OneQuestion = {
  callbackId: 'record-return',
  title: recordText.title,
  submit: recordText.save,
  question: (language) =>
    input(
      'reason',
      recordText.reason[language],
      { type: 'plain_text_input', action_id: 'reason', multiline: true, max_length: reasonMax },
      { hint: recordText.hint[language] },
    ),
  command: (text, seen) => ({ type: 'send-back', text, seen }),
  mends: (refused) => refused === 'reason-too-short' || refused === 'secret-inside',
  done: recordText.done,
  stranger: answerSentences.notVerifier,
}

/** *BSrE mengembalikan*: asks for the reason that an outside contact center gave. Rights are read when it is sent. */
export async function askReturn(room: Room, click: Click, value: string, ack: () => Promise<void>): Promise<void> {
  const language = await room.people.languageOf(click.user)
  const [entries] = await Promise.all([room.people.verifiers(click.user), ack()])
  if (entries.length === 0) return tell(room, click, answerSentences.notVerifier[language])
  await room.views.open(click.trigger, questionModal(recordReturn, value, language))
}
