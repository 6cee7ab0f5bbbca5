import type { Case } from '../../core/case/case.ts'
import type { Judgement } from '../../core/case/command.ts'
import { questionsOf } from '../../core/case/question.ts'
import { otherReasons, ownWords, ownWordsMin, type ReasonCode, reasonsFor } from '../../core/evidence/reason.ts'
import { likelyReason, type RemarkCode, remarksOf } from '../../core/evidence/remark.ts'
import { closingOf } from '../../core/procedure/course.ts'
import { lasting, type Outcome } from '../../core/procedure/outcome.ts'
import { procedureOf } from '../../core/procedure/registry.ts'

const others = ['return', 'reject', 'save', 'release'] as const
/** What a verifier chooses at the end of the modal; a settlement names its outcome. */
export type Choice = 'legalise' | 'accept' | `settle:${Outcome}` | (typeof others)[number]

/** The choices that a case has, at most ten, as Slack takes them. */
export function choicesFor(c: Case): readonly Choice[] {
  const closing = closingOf(c)
  if (closing !== 'settle') return [closing, ...others]
  const settlements = (procedureOf(c.procedure).outcomes ?? []).map((outcome) => `settle:${outcome}` as const)
  return [...settlements, ...others]
}

export type Settlement = Extract<Choice, `settle:${Outcome}`>
export const isSettlement = (choice: Choice | null): choice is Settlement => choice?.startsWith('settle:') === true

/** The outcome that a choice settles a case with. */
export const outcomeOf = (choice: Settlement): Outcome =>
  // What stands behind the colon of a settlement is an outcome, by its type.
  choice.slice('settle:'.length) as Outcome

/** True for a decision that every part must have been judged for. */
export const isWhole = (choice: Choice | null): boolean =>
  choice === 'legalise' || choice === 'accept' || (isSettlement(choice) && lasting.has(outcomeOf(choice)))

export interface ItemDraft {
  /** null while nothing is chosen. */
  readonly isOk: boolean | null
  readonly reason: ReasonCode
  readonly note: string
}

/** What the modal holds at a moment: the verdicts as shown, and what the case does not know yet. */
export interface Draft {
  readonly items: Readonly<Record<string, ItemDraft>>
  /** Items in the checkbox list: clean ones, valid unless somebody says otherwise. */
  readonly listed: readonly string[]
  readonly choice: Choice | null
  readonly rejectReason: ReasonCode | null
  readonly rejectNote: string
  /** What is said with a settlement. */
  readonly settleText: string
  readonly words: string
  readonly numberFrom: 'roster' | 'agency-directory'
}

/** The modal of a case before anybody touched it: verdicts so far, clean items valid, the likeliest reasons. */
export function draftOf(c: Case, at: string): Draft {
  const remarks = remarksOf(c, at)
  const items = questionsOf(c).map(({ key }) => [key, itemOf(c, key, remarks.get(key) ?? [])] as const)
  return {
    items: Object.fromEntries(items),
    listed: items.map(([key]) => key).filter((key) => (remarks.get(key) ?? []).length === 0),
    choice: null,
    rejectReason: null,
    rejectNote: '',
    settleText: '',
    words: '',
    numberFrom: c.roster?.hasPhone === true ? 'roster' : 'agency-directory',
  }
}

function itemOf(c: Case, key: string, remarks: readonly RemarkCode[]): ItemDraft {
  const verdict = c.verdicts[key]
  if (verdict?.ok === false) return { isOk: false, reason: verdict.reason, note: verdict.note ?? '' }
  return { isOk: verdict?.ok ?? (remarks.length === 0 ? true : null), reason: firstReason(key, remarks), note: '' }
}

/** The reasons that fit an item, the likeliest first. */
export const reasonsOf = (key: string): readonly ReasonCode[] => reasonsFor[key.split('.')[0] ?? ''] ?? otherReasons

function firstReason(key: string, remarks: readonly RemarkCode[]): ReasonCode {
  const fitting = reasonsOf(key)
  const likely = remarks.map((code) => likelyReason[code]).find((code) => code !== undefined && fitting.includes(code))
  return likely ?? fitting[0] ?? ownWords
}

/** The items whose reason in own words is still too short to mean anything. */
export const wordless = (draft: Draft, c: Case): readonly string[] =>
  Object.keys(draft.items).filter((key) => {
    const item = draft.items[key]
    return item?.isOk === false && item.reason === ownWords && noteOf(item, c, key).length < ownWordsMin
  })

/**
 * What the modal says about the items. `touched`: only what somebody chose, so that a closed modal keeps just that;
 * `all`: also the clean items that were left ticked.
 */
export function judgementsIn(draft: Draft, c: Case, which: 'touched' | 'all'): readonly Judgement[] {
  const unfinished = wordless(draft, c)
  return Object.entries(draft.items).flatMap(([item, entry]): Judgement[] => {
    if (entry.isOk === null || unfinished.includes(item)) return []
    const isUntouched = entry.isOk && draft.listed.includes(item) && c.verdicts[item] === undefined
    if (which === 'touched' && isUntouched) return []
    if (entry.isOk) return [{ item, ok: true }]
    const note = noteOf(entry, c, item)
    return [{ item, ok: false, reason: entry.reason, ...(note !== '' && { note }) }]
  })
}

/** A blank note leaves the one that stands: notes with numbers in them are not shown in Slack. */
function noteOf({ note, reason }: ItemDraft, c: Case, key: string): string {
  const stands = c.verdicts[key]
  if (reason === ownWords && note !== '') return note
  return stands?.ok === false && stands.reason === reason ? (stands.note ?? '') : ''
}
