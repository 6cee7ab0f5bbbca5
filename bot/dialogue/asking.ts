import type { Case } from '../../core/case/case.ts'
import { missing, nextQuestion } from '../../core/case/missing.ts'
import { type Question, questionsOf } from '../../core/case/question.ts'

/** What the dialogue puts to the requester now. */
export type Asking =
  | { readonly kind: 'question'; readonly question: Question; readonly isAgain: boolean }
  | { readonly kind: 'check' | 'link' | 'nothing' }

/** A matter besides the questions of a case, opened by its requester: it is settled first. */
export interface Aside {
  readonly kind: 'cancel' | 'recovered' | 'trouble' | 'revoke' | 'plan-day' | 'note-end' | 'code' | 'talk'
  readonly case: string
}

const isFilling = ({ status }: Case): boolean => status === 'draft' || status === 'needs-correction'

/** What the case asks; `again` names an item that the requester wants to answer anew. */
export function askingOf(c: Case, again?: string): Asking {
  if (c.status === 'awaiting-requester') return { kind: 'link' }
  if (!isFilling(c)) return { kind: 'nothing' }
  const chosen = changeable(c).find(({ key }) => key === again)
  if (chosen !== undefined) return { kind: 'question', question: chosen, isAgain: true }
  const question = nextQuestion(c)
  return question === undefined ? { kind: 'check' } : { kind: 'question', question, isAgain: false }
}

/** The questions whose answer may be given or replaced now: in a correction only those that were returned. */
export function changeable(c: Case): readonly Question[] {
  if (!isFilling(c)) return []
  const owed = new Set(missing(c).map(({ key }) => key))
  return questionsOf(c).filter(({ key }) => c.status === 'draft' || owed.has(key) || c.verdicts[key]?.ok !== true)
}

/** The question before this one, for *Kembali*; before the check stands the last one. */
export function previousQuestion(c: Case, key: string | undefined): Question | undefined {
  const all = changeable(c)
  const place = key === undefined ? all.length : all.findIndex((question) => question.key === key)
  return place < 0 ? undefined : all[place - 1]
}

/** True when the case waits for a press, which Telegram forgets after 150 s of our silence. */
export function waitsForButton(c: Case): boolean {
  const asking = askingOf(c)
  if (asking.kind !== 'question') return asking.kind !== 'nothing'
  const { field } = asking.question
  return field === null || field.kind === 'choice' || field.kind === 'devices'
}
