import type { KnownBlock, ModalView } from '@slack/types'
import type { Case } from '../../core/case/case.ts'
import { rejectReasons } from '../../core/evidence/reason.ts'
import { deskAddress } from '../../core/handling/desk-link.ts'
import { closingOf } from '../../core/procedure/course.ts'
import { mrkdwn } from '../text/escape.ts'
import type { Bilingual, Language } from '../text/language.ts'
import { outcomeLabels, settleText } from '../text/outcome.ts'
import { procedureName } from '../text/procedure.ts'
import { cardText } from '../text/slack-card.ts'
import { staffNext } from '../text/slack-next.ts'
import { choiceText, reviewText } from '../text/slack-review.ts'
import { actions, button, context, fields, header, input, option, section, title } from './blocks.ts'
import { agencyName, type Circumstances, dueLines, maskedName } from './case-facts.ts'
import { reasonSelect } from './reason-select.ts'
import { setbackLine, signingLines } from './review-card.ts'
import { type Choice, choicesFor, type Draft, isSettlement, outcomeOf, type Settlement } from './review-draft.ts'
import { identityBlocks } from './review-identity.ts'
import { itemBlocks } from './review-items.ts'

/** Which case a modal is about and the decision that its reader saw; nothing else is trusted to it. */
export interface Subject {
  readonly caseId: string
  readonly seen: number
}

export const subjectText = ({ caseId, seen }: Subject): string => JSON.stringify({ c: caseId, d: seen })

/** What a modal is about; undefined when it is none of ours. */
export function subjectOf(metadata: string): Subject | undefined {
  try {
    const value: unknown = JSON.parse(metadata)
    if (typeof value !== 'object' || value === null || !('c' in value) || !('d' in value)) return undefined
    return typeof value.c === 'string' && typeof value.d === 'number' ? { caseId: value.c, seen: value.d } : undefined
  } catch {
    return undefined
  }
}

/** The modal in which a case is judged and decided, filled in as the draft says. */
export function reviewModal(c: Case, draft: Draft, s: Circumstances): ModalView {
  const { language } = s
  return {
    type: 'modal',
    callback_id: 'review',
    private_metadata: subjectText({ caseId: c.id, seen: c.decision }),
    title: title(reviewText.title[language]),
    submit: title(draft.choice === null ? reviewText.submit[language] : submitText(draft.choice, language)),
    close: title(reviewText.close[language]),
    notify_on_close: true,
    blocks: [
      header(`${c.number} · ${procedureName(c.procedure, language)}`),
      fields([
        `*${cardText.requester[language]}*\n${maskedName(c)}`,
        `*${cardText.agency[language]}*\n${agencyName(c, s)}`,
        ...signingLines(c, s),
        ...dueLines(c, s),
      ]),
      context(`*${cardText.next[language]}:* ${staffNext(c, language)}`),
      ...(c.setbacks.at(-1)?.kind === 'returned' ? [section(`*${reviewText.bsreReturned[language]}*`)] : []),
      ...setbackLine(c, s),
      actions('desk', [button('open-desk', cardText.openDesk[language], { url: deskAddress(s.publicUrl, c.number) })]),
      context(reviewText.deskHint[language]),
      ...itemBlocks(c, draft, s),
      ...identityBlocks(c, draft, s),
      decisionBlock(c, draft, language),
      ...(draft.choice === 'reject' ? rejectBlocks(draft, s) : []),
      ...(isSettlement(draft.choice) ? [settleBlock(draft, draft.choice, language)] : []),
    ],
  }
}

function decisionBlock(c: Case, { choice }: Draft, language: Language): KnownBlock {
  const options = choicesFor(c).map((one) => {
    const { name, means } = wordsOf(one)
    return option(one, name[language], means?.[language])
  })
  const chosen = options.find(({ value }) => value === choice)
  const element = {
    type: 'radio_buttons' as const,
    action_id: 'decision',
    options,
    ...(chosen !== undefined && { initial_option: chosen }),
  }
  // No question "are you sure": nothing is chosen at first, and the button that sends then names the decision.
  const hint = closingOf(c) === 'settle' ? settleText.hint[language] : ''
  return input('decision', reviewText.decision[language], element, { hint, isDispatched: true })
}

const wordsOf = (choice: Choice): { readonly name: Bilingual; readonly means?: Bilingual } =>
  isSettlement(choice) ? { name: outcomeLabels[outcomeOf(choice)] } : choiceText[choice]

const submitText = (choice: Choice, language: Language): string =>
  (isSettlement(choice) ? settleText.settle : choiceText[choice].name)[language]

function settleBlock({ settleText: typed }: Draft, choice: Settlement, language: Language): KnownBlock {
  const element = {
    type: 'plain_text_input' as const,
    action_id: 'settle-text',
    multiline: true,
    max_length: settleTextMax,
    ...(typed !== '' && typed.length <= settleTextMax && { initial_value: typed }),
  }
  const isAnswer = outcomeOf(choice) === 'answered'
  const hint = (isAnswer ? settleText.answerHint : settleText.textHint)[language]
  return input('settle-text', settleText.text[language], element, { hint, isOptional: !isAnswer })
}

function rejectBlocks({ rejectReason, rejectNote }: Draft, s: Circumstances): readonly KnownBlock[] {
  const { language } = s
  const note = {
    type: 'plain_text_input' as const,
    action_id: 'reject-note',
    multiline: true,
    max_length: 500,
    ...(rejectNote !== '' && rejectNote.length <= 500 && { initial_value: rejectNote }),
  }
  return [
    input('reject-why', reviewText.rejectReason[language], reasonSelect('reject-why', rejectReasons, rejectReason, s)),
    input('reject-note', reviewText.rejectNote[language], note, {
      hint: reviewText.rejectNoteHint[language],
      isOptional: true,
    }),
  ]
}

const settleTextMax = 1000

/** Shown at once while the claim is still on its way. */
export const openingModal = (language: Language): ModalView =>
  noticeModal(reviewText.opening[language], language, [context(reviewText.openingHint[language])])

/** A modal that only says something: a refusal, or how a decision went. */
export const noticeModal = (sentence: string, language: Language, more: readonly KnownBlock[] = []): ModalView => ({
  type: 'modal',
  callback_id: 'notice',
  title: title(reviewText.title[language]),
  close: title(reviewText.close[language]),
  blocks: [section(mrkdwn(sentence)), ...more],
})
