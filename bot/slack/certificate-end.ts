import type { ModalView } from '@slack/types'
import { isRefusal } from '../../core/case/refusal.ts'
import { perform } from '../../core/handling/perform.ts'
import { absenceText } from '../text/absence.ts'
import { certificateText } from '../text/certificate.ts'
import type { Language } from '../text/language.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { type Click, refusalToStaff } from './answer.ts'
import { input, title } from './blocks.ts'
import { whoIs } from './review.ts'
import { noticeModal } from './review-modal.ts'
import { entryFor, type Room } from './room.ts'

/** *Catat akhir sertifikat*: asks for the day; of the case it shows nothing, for rights are read when it is sent. */
export async function askEnd(room: Room, click: Click, value: string, ack: () => Promise<void>): Promise<void> {
  const [language] = await Promise.all([room.people.languageOf(click.user), ack()])
  await room.views.open(click.trigger, endModal(value, language))
}

/** The modal carries the case and the decision that its reader saw. */
export const endModal = (value: string, language: Language): ModalView => ({
  type: 'modal',
  callback_id: 'certificate-end',
  private_metadata: value,
  title: title(certificateText.button[language]),
  submit: title(certificateText.save[language]),
  close: title(absenceText.close[language]),
  blocks: [
    input(
      'until',
      certificateText.until[language],
      { type: 'datepicker', action_id: 'until' },
      { hint: certificateText.hint[language] },
    ),
  ],
})

/** The modal as Slack sends it back. */
export interface SentEnd {
  readonly user: string
  readonly metadata: string
  readonly until: string
}

type Reply =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }

/** Notes the day under the name of whoever sent it. */
export async function submitEnd(room: Room, { user, metadata, until }: SentEnd): Promise<Reply> {
  const language = await room.people.languageOf(user)
  const update = (sentence: string): Reply => ({ response_action: 'update', view: noticeModal(sentence, language) })
  const [caseId = '', decision = ''] = metadata.split(':')
  const c = await room.ports.ledger.caseById(caseId)
  const staff = c && entryFor(await room.people.verifiers(user), c)
  if (c === undefined || staff === undefined) return update(answerSentences.oldButton[language])
  const command = { type: 'note-certificate', until, seen: Number(decision) } as const
  const outcome = await perform(room.ports, c.id, [command], whoIs(staff))
  if (!isRefusal(outcome)) return update(certificateText.done[language])
  const now = (await room.ports.ledger.caseById(c.id)) ?? c
  const sentence = await refusalToStaff(room, outcome, now, staff.id, language)
  return endings.has(outcome.refused) ? update(sentence) : { response_action: 'errors', errors: { until: sentence } }
}

/** What no other day would mend. */
const endings: ReadonlySet<string> = new Set([
  'not-yours',
  'own-case',
  'other-part',
  'not-now',
  'changed',
  'identity-missing',
])
