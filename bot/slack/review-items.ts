import type { KnownBlock } from '@slack/types'
import type { Case } from '../../core/case/case.ts'
import { filesOf } from '../../core/case/missing.ts'
import { type Question, questionsOf } from '../../core/case/question.ts'
import { ownWords, ownWordsMin } from '../../core/evidence/reason.ts'
import { remarksOf } from '../../core/evidence/remark.ts'
import { isFieldName } from '../../core/form/field.ts'
import { answerText } from '../text/answer.ts'
import { deviceKindLabel } from '../text/device.ts'
import { itemLabel } from '../text/item.ts'
import { badge, factsLine } from '../text/reading.ts'
import { remarkSentence } from '../text/remark.ts'
import { filesSentence, overflowSentence, reviewText } from '../text/slack-review.ts'
import { context, input, option } from './blocks.ts'
import type { Circumstances } from './case-facts.ts'
import { reasonSelect } from './reason-select.ts'
import { type Draft, type ItemDraft, reasonsOf } from './review-draft.ts'

/** Slack takes ten boxes in one list. */
const boxesMax = 10
/** Three blocks each, so that a modal stays within a hundred. */
const singlesMax = 25
const noteMax = 500

/** The items of a case to be judged: clean ones in lists to tick, each other one with verdict and reason. */
export function itemBlocks(c: Case, draft: Draft, s: Circumstances): readonly KnownBlock[] {
  const questions = questionsOf(c)
  const listed = questions.filter(({ key }) => draft.listed.includes(key))
  const remarked = questions.filter(({ key }) => !draft.listed.includes(key))
  const failing = listed.filter(({ key }) => draft.items[key]?.isOk === false)
  const singles = [
    ...failing.map((question) => () => whyBlocks(question, draft, s)),
    ...remarked.map((question) => () => [verdictBlock(c, question, draft, s), ...whyBlocks(question, draft, s)]),
  ]
  const left = singles.length - singlesMax
  return [
    ...chunks(listed).map((part, n) => tickBlock(c, part, n, draft, s)),
    ...singles.slice(0, singlesMax).flatMap((blocks) => blocks()),
    ...(left > 0 ? [context(overflowSentence(left, s.language))] : []),
  ]
}

function chunks<T>(all: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / boxesMax)
  const size = Math.ceil(all.length / Math.max(count, 1))
  return Array.from({ length: count }, (_, n) => all.slice(n * size, (n + 1) * size))
}

function tickBlock(c: Case, part: readonly Question[], n: number, draft: Draft, s: Circumstances): KnownBlock {
  const boxes = part.map((question) =>
    option(question.key, itemLabel(question.key, s.language), shownValue(c, question, s)),
  )
  const ticked = boxes.filter(({ value }) => value !== undefined && draft.items[value]?.isOk !== false)
  const element = {
    type: 'checkboxes' as const,
    action_id: 'clean',
    options: boxes,
    // Slack refuses an empty list.
    ...(ticked.length > 0 && { initial_options: ticked }),
  }
  const label = reviewText.clean[s.language]
  const hint = reviewText.cleanHint[s.language]
  return input(`clean:${n}`, label, element, { hint, isOptional: true, isDispatched: true })
}

function verdictBlock(c: Case, question: Question, draft: Draft, s: Circumstances): KnownBlock {
  const { language } = s
  const options = [option('ok', reviewText.valid[language]), option('fix', reviewText.fix[language])]
  const isOk = draft.items[question.key]?.isOk ?? null
  const chosen = isOk === null ? undefined : options[isOk ? 0 : 1]
  const remarks = (remarksOf(c, s.at).get(question.key) ?? []).map((code) => remarkSentence(code, language))
  const element = {
    type: 'radio_buttons' as const,
    action_id: 'verdict',
    options,
    ...(chosen !== undefined && { initial_option: chosen }),
  }
  const hint = [shownValue(c, question, s), ...remarks].filter((part) => part !== undefined).join(' · ')
  return input(`verdict:${question.key}`, itemLabel(question.key, language), element, {
    hint,
    isOptional: true,
    isDispatched: true,
  })
}

function whyBlocks({ key }: Question, draft: Draft, s: Circumstances): readonly KnownBlock[] {
  const entry = draft.items[key]
  if (entry === undefined) return []
  const isListed = draft.listed.includes(key)
  const label = isListed
    ? `${reviewText.reasonFor[s.language]}: ${itemLabel(key, s.language)}`
    : reviewText.reason[s.language]
  return [
    input(`why:${key}`, label, reasonSelect('why', reasonsOf(key), entry.reason, s), {
      isOptional: true,
      isDispatched: true,
    }),
    ...(entry.reason === ownWords && entry.isOk !== true ? [noteBlock(key, entry, s)] : []),
  ]
}

function noteBlock(key: string, { note }: ItemDraft, { language }: Circumstances): KnownBlock {
  const element = {
    type: 'plain_text_input' as const,
    action_id: 'note',
    max_length: noteMax,
    dispatch_action_config: { trigger_actions_on: ['on_enter_pressed' as const] },
    ...(isFitToShow(note) && { initial_value: note }),
  }
  const label = reviewText.note[language]
  // Slack's own length check would bar "save for now": core says it when the note is needed.
  const hint = reviewText.noteHint[language].replace('10', String(ownWordsMin))
  return input(`note:${key}`, label, element, { hint, isOptional: true, isDispatched: true })
}

/** Notes are people's own words: one that may hold a number or an address is not repeated in Slack. */
const isFitToShow = (note: string): boolean =>
  note !== '' && note.length <= noteMax && !/@|\d[\d .\-/]{4,}\d/.test(note)

/** What may be seen of an answer in Slack: dates, choices, counts; never what a person typed. */
function shownValue(
  c: Case,
  { key, name, field }: Question,
  { agencies, language, at }: Circumstances,
): string | undefined {
  if (field === null) {
    const files = filesOf(c, key)
    const read = files.map((file) => factsLine(c, file, language)).filter((line) => line !== '')
    return [badge(c, key, at, language), filesSentence(files.length, language), ...read]
      .filter((part) => part !== undefined)
      .join(' · ')
  }
  const answer = c.answers[key]
  if (answer === undefined || !isFieldName(name)) return undefined
  if (field.kind === 'devices' && Array.isArray(answer))
    return answer.map(({ kind }) => deviceKindLabel(kind, language)).join(', ')
  const isSafe = field.kind === 'choice' || field.kind === 'past' || field.kind === 'ahead' || answer === null
  return isSafe ? answerText(name, answer, language, agencies) : undefined
}
