import type { ModalView } from '@slack/types'
import type { Case } from '../../core/case/case.ts'
import type { Refusal, RefusalCode } from '../../core/case/refusal.ts'
import type { Language } from '../text/language.ts'
import { answerSentences, resultSentence } from '../text/slack-answer.ts'
import { cardText } from '../text/slack-card.ts'
import { staffNext } from '../text/slack-next.ts'
import { refusalToStaff } from './answer.ts'
import { actions, button, context } from './blocks.ts'
import { type Choice, type Draft, isSettlement } from './review-draft.ts'
import type { Filled } from './review-form.ts'
import { noticeModal } from './review-modal.ts'
import type { Room } from './room.ts'

/** What a submitted modal is answered; nothing = it closes. */
export type Reply =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }
  | undefined

/** A submitted modal as read, with the case as it stood then. */
export interface Submission {
  readonly room: Room
  readonly c: Case
  readonly seen: number
  readonly draft: Draft
  readonly who: { readonly staffId: string; readonly role: 'verifier' }
  readonly view: Filled
  readonly language: Language
}

/** The field at which a refusal can be mended; a code without one ends this modal. */
const fieldOf: Readonly<Partial<Record<RefusalCode, string>>> = {
  undecided: 'decision',
  'failing-items': 'decision',
  'nothing-failing': 'decision',
  'not-seen': 'decision',
  'identity-missing': 'words',
  frozen: 'decision',
  'no-call': 'words',
  'no-roster-number': 'number-from',
  'roster-pending': 'decision',
  'reason-too-short': 'reject-note',
  'secret-inside': 'reject-note',
  'unknown-item': 'decision',
  'not-here': 'decision',
}

/** What a refusal is answered with: a complaint at its field, the result of one's own earlier click, or the end of this modal. */
export async function refusedWith(s: Submission, refusal: Refusal): Promise<Reply> {
  const { room, c, draft, who, view, language } = s
  const now = (await room.ports.ledger.caseById(c.id)) ?? c
  const sentence = await refusalToStaff(room, refusal, now, who.staffId, language)
  const wanted = refusal.refused === 'undecided' ? firstOpen(draft, view) : placeOf(refusal.refused, draft)
  if (wanted !== undefined) return errorAt(isInput(view, wanted) ? wanted : 'decision', sentence)
  const choice = await decidedAlready(s, now)
  return update(choice === undefined ? noticeModal(sentence, language) : resultModal(now, choice, language))
}

const placeOf = (refused: RefusalCode, { choice }: Draft): string | undefined =>
  (refused === 'reason-too-short' || refused === 'secret-inside') && isSettlement(choice)
    ? 'settle-text'
    : fieldOf[refused]

function firstOpen({ items }: Draft, view: Filled): string {
  const open = Object.keys(items).find((key) => items[key]?.isOk === null && isInput(view, `verdict:${key}`))
  return open === undefined ? 'decision' : `verdict:${open}`
}

/** Which decision of a modal leads to which event, to know one's own work again when Slack sends it twice. */
const eventOf = {
  legalise: 'legalised',
  accept: 'accepted',
  settle: 'settled',
  return: 'returned',
  reject: 'rejected',
} as const
type Decided = keyof typeof eventOf

/** The decision behind a choice; undefined for one that leaves the review open. */
export function decisionOf(choice: Choice | null): Decided | undefined {
  if (isSettlement(choice)) return 'settle'
  return (Object.keys(eventOf) as readonly Decided[]).find((one) => one === choice)
}

async function decidedAlready({ room, draft, who }: Submission, c: Case): Promise<Decided | undefined> {
  const choice = decisionOf(draft.choice)
  if (choice === undefined) return undefined
  const history = await room.ports.ledger.history(c.id)
  const last = history.findLast(({ type }) => Object.values(eventOf).some((one) => one === type))
  return last?.type === eventOf[choice] && last.author.id === who.staffId ? choice : undefined
}

/** How a decision went, what comes next, and the way to the next case. */
export function resultModal(c: Case, choice: Decided, language: Language): ModalView {
  return noticeModal(resultSentence[choice](c.number)[language], language, [
    context(`*${cardText.next[language]}:* ${staffNext(c, language)}`),
    actions('result', [button('next', answerSentences.next[language], { style: 'primary' })]),
  ])
}

export const update = (view: ModalView): Reply => ({ response_action: 'update', view })
export const errorAt = (block: string, sentence: string): Reply => ({
  response_action: 'errors',
  errors: { [block]: sentence },
})

/** True when the modal has a field of that name: complaints show nowhere else. */
export const isInput = ({ blocks }: Filled, id: string): boolean =>
  blocks.some((block) => {
    if (typeof block !== 'object' || block === null) return false
    return 'block_id' in block && block.block_id === id && 'type' in block && block.type === 'input'
  })
