import type { InputBlock, ModalView } from '@slack/types'
import type { Command } from '../../core/case/command.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { perform } from '../../core/handling/perform.ts'
import { absenceText } from '../text/absence.ts'
import type { Bilingual, Language } from '../text/language.ts'
import { refusalToStaff } from './answer.ts'
import { title } from './blocks.ts'
import { whoIs } from './review.ts'
import { noticeModal } from './review-modal.ts'
import { entryFor, type Room } from './room.ts'

/** A modal that asks a verifier one thing about a case, and the command that the answer gives. */
export interface OneQuestion {
  readonly callbackId: string
  readonly title: Bilingual
  readonly submit: Bilingual
  readonly question: (language: Language) => InputBlock
  readonly command: (answer: string, seen: number) => Command
  /** Refusals that another answer would mend: they stand at the question, all others end it. */
  readonly mends: (refused: string) => boolean
  readonly done: Bilingual
  /** To whom has nothing to do with the case. */
  readonly stranger: Bilingual
}

/** The modal; `value` carries the case and the decision that its reader saw. */
export const questionModal = (asked: OneQuestion, value: string, language: Language): ModalView => ({
  type: 'modal',
  callback_id: asked.callbackId,
  private_metadata: value,
  title: title(asked.title[language]),
  submit: title(asked.submit[language]),
  close: title(absenceText.close[language]),
  blocks: [asked.question(language)],
})

/** The modal as Slack sends it back. */
export interface SentAnswer {
  readonly user: string
  readonly metadata: string
  readonly answer: string
}

type Reply =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }

/** Gives the command under the name of whoever sent the answer; rights are read here. */
export async function submitAnswer(room: Room, asked: OneQuestion, sent: SentAnswer): Promise<Reply> {
  const language = await room.people.languageOf(sent.user)
  const update = (sentence: string): Reply => ({ response_action: 'update', view: noticeModal(sentence, language) })
  const [caseId = '', decision = ''] = sent.metadata.split(':')
  const c = await room.ports.ledger.caseById(caseId)
  const staff = c && entryFor(await room.people.verifiers(sent.user), c)
  if (c === undefined || staff === undefined) return update(asked.stranger[language])
  const outcome = await perform(room.ports, c.id, [asked.command(sent.answer, Number(decision))], whoIs(staff))
  if (!isRefusal(outcome)) return update(asked.done[language])
  const now = (await room.ports.ledger.caseById(c.id)) ?? c
  const sentence = await refusalToStaff(room, outcome, now, staff.id, language)
  if (!asked.mends(outcome.refused)) return update(sentence)
  return { response_action: 'errors', errors: { [asked.question(language).block_id ?? '']: sentence } }
}
