import { certificateText } from '../text/certificate.ts'
import { answerSentences } from '../text/slack-answer.ts'
import type { Click } from './answer.ts'
import { input } from './blocks.ts'
import { type OneQuestion, questionModal } from './one-question.ts'
import type { Room } from './room.ts'

/** What no other day would mend. */
const endings: ReadonlySet<string> = new Set([
  'not-yours',
  'own-case',
  'other-part',
  'not-now',
  'changed',
  'identity-missing',
])

/** The last day of the certificate that a person has now. */
export const certificateEnd: OneQuestion = {
  callbackId: 'certificate-end',
  title: certificateText.button,
  submit: certificateText.save,
  question: (language) =>
    input(
      'until',
      certificateText.until[language],
      { type: 'datepicker', action_id: 'until' },
      { hint: certificateText.hint[language] },
    ),
  command: (until, seen) => ({ type: 'note-certificate', until, seen }),
  mends: (refused) => !endings.has(refused),
  done: certificateText.done,
  stranger: answerSentences.oldButton,
}

/** *Catat akhir sertifikat*: asks for the day; of the case it shows nothing, for rights are read when it is sent. */
export async function askEnd(room: Room, click: Click, value: string, ack: () => Promise<void>): Promise<void> {
  const [language] = await Promise.all([room.people.languageOf(click.user), ack()])
  await room.views.open(click.trigger, questionModal(certificateEnd, value, language))
}
