import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { missesMax } from '../../core/case/decide-review.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { ownWords, ownWordsMin } from '../../core/evidence/reason.ts'
import { remarksOf } from '../../core/evidence/remark.ts'
import { Outage } from '../../core/handling/outage.ts'
import { perform } from '../../core/handling/perform.ts'
import { formText } from '../../core/legalise/form.ts'
import { legalStatement } from '../text/legal-statement.ts'
import { refusalSentence } from '../text/refusal.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { missedSentence } from '../text/slack-review.ts'
import { whoIs } from './review.ts'
import {
  type Choice,
  type Draft,
  draftOf,
  type ItemDraft,
  isSettlement,
  isWhole,
  judgementsIn,
  outcomeOf,
  wordless,
} from './review-draft.ts'
import { type Filled, readDraft } from './review-form.ts'
import { noticeModal, reviewModal, subjectOf } from './review-modal.ts'
import {
  decisionOf,
  errorAt,
  isInput,
  type Reply,
  refusedWith,
  resultModal,
  type Submission,
  update,
} from './review-reply.ts'
import { circumstances, entryFor, type Room } from './room.ts'

/** A modal that was sent: whose, what it held. */
export interface Sent {
  readonly user: string
  readonly view: Filled & { readonly private_metadata: string }
}

/** Carries out what the modal says; whatever is refused is told at the place that can mend it. */
export async function submitReview(room: Room, { user, view }: Sent): Promise<Reply> {
  const language = await room.people.languageOf(user)
  try {
    const subject = subjectOf(view.private_metadata)
    const c = subject && (await room.ports.ledger.caseById(subject.caseId))
    const staff = c && entryFor(await room.people.verifiers(user), c)
    if (subject === undefined || c === undefined || staff === undefined)
      return update(noticeModal(answerSentences.notVerifier[language], language))
    const draft = readDraft(view, c, draftOf(c, room.ports.now()))
    return await decideOn({ room, c, seen: subject.seen, draft, who: whoIs(staff), view, language })
  } catch (error) {
    if (!(error instanceof Outage)) throw error
    return { response_action: 'errors', errors: { decision: answerSentences.busy[language] } }
  }
}

async function decideOn(s: Submission): Promise<Reply> {
  const gap = gapIn(s) ?? (await confirmCall(s))
  if (gap !== undefined) return gap
  const { room, c, draft, who, language } = s
  const choice = draft.choice ?? 'save'
  const commands = [judging(s), ...deciding(choice, s)]
  const outcome = await perform(room.ports, c.id, commands, who)
  if (isRefusal(outcome)) return refusedWith(s, outcome)
  const decision = decisionOf(choice)
  return decision && update(resultModal(outcome, decision, language))
}

const judging = ({ draft, c, seen }: Submission): Command => ({
  type: 'judge',
  verdicts: judgementsIn(draft, c, 'all'),
  seen,
})

function deciding(choice: Choice, { room, c, draft, seen }: Submission): readonly Command[] {
  if (isSettlement(choice)) {
    const text = draft.settleText === '' ? {} : { text: draft.settleText }
    return [{ type: 'settle', outcome: outcomeOf(choice), ...text, seen }]
  }
  switch (choice) {
    case 'save':
      return []
    case 'release':
      return [{ type: 'release', because: 'asked', seen }]
    case 'return':
      return [{ type: 'return', seen }]
    case 'reject': {
      const note = draft.rejectNote === '' ? {} : { note: draft.rejectNote }
      return [{ type: 'reject', reason: draft.rejectReason ?? ownWords, ...note, seen }]
    }
    case 'accept':
      return [{ type: 'accept', seen }]
    case 'legalise': {
      const formSha256 = room.ports.sha256(new TextEncoder().encode(formText(c)))
      return [{ type: 'legalise', formSha256, statement: legalStatement.id, seen }]
    }
  }
}

/** What is missing for the decision chosen: at its field, or with the modal drawn anew where that field is not there yet. */
function gapIn({ draft, c, view, room, language }: Submission): Reply {
  const tooShort = refusalSentence({ refused: 'reason-too-short', detail: { min: ownWordsMin } }, language)
  const redrawn = (as: Draft = draft) => update(reviewModal(c, as, circumstances(room, language)))
  const surprises = isWhole(draft.choice) ? remarkedSince(draft, c, room.ports.now()) : []
  if (surprises.length > 0) return redrawn(withQuestions(draft, surprises))
  const [speechless] = wordless(draft, c)
  if (speechless !== undefined && draft.choice !== 'reject' && draft.choice !== 'release') {
    return isInput(view, `note:${speechless}`) ? errorAt(`note:${speechless}`, tooShort) : redrawn()
  }
  if (draft.choice !== 'reject') return undefined
  if (draft.rejectReason === null) return redrawn()
  if (draft.rejectReason !== ownWords || draft.rejectNote.length >= ownWordsMin) return undefined
  return errorAt('reject-note', tooShort)
}

/** Items ticked as clean that a pre-check has remarked since the modal was drawn: nobody has looked at that yet. */
function remarkedSince({ listed, items }: Draft, c: Case, at: string): readonly string[] {
  const remarks = remarksOf(c, at)
  const isUnjudged = (key: string) => items[key]?.isOk === true && c.verdicts[key] === undefined
  return listed.filter((key) => (remarks.get(key) ?? []).length > 0 && isUnjudged(key))
}

/** The draft with these items asked one by one. */
function withQuestions(draft: Draft, keys: readonly string[]): Draft {
  const asked = Object.entries(draft.items).map(([key, item]): [string, ItemDraft] => [
    key,
    keys.includes(key) ? { ...item, isOk: null } : item,
  ])
  return { ...draft, items: Object.fromEntries(asked), listed: draft.listed.filter((key) => !keys.includes(key)) }
}

/**
 * Compares the words typed, in a commit of its own: a miss must stay counted, also when the decision is then refused.
 * @returns what to answer when they were wrong
 */
async function confirmCall(s: Submission): Promise<Reply> {
  const { room, c, draft, who, seen, language } = s
  if (draft.words === '' || c.identity !== null) return undefined
  const command = { type: 'confirm-call', words: draft.words, numberFrom: draft.numberFrom, seen } as const
  const after = await perform(room.ports, c.id, [judging(s), command], who)
  if (isRefusal(after)) return refusedWith(s, after)
  if (after.identity !== null) return undefined
  if (after.isFrozen) return update(reviewModal(after, { ...draft, words: '' }, circumstances(room, language)))
  return errorAt('words', missedSentence(missesMax - after.misses, language))
}
