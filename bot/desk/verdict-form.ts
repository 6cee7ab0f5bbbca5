import type { Case } from '../../core/case/case.ts'
import type { Judgement } from '../../core/case/command.ts'
import { questionsOf } from '../../core/case/question.ts'
import { isReasonCode } from '../../core/evidence/reason.ts'
import { cleanLines } from '../../core/form/typed-text.ts'
import type { Typed } from './case-view.ts'

/** Characters of a verifier's note at the most. */
export const noteMax = 500

/** Verdict `v.`, reason `r.` and note `n.` of an item, each followed by the item's key. */
export const isVerdictField = (name: string): boolean => /^[vrn]\./.test(name)

/** The verdicts that a form holds; an item whose verdict was left open is not judged. */
export function judgementsIn(typed: Typed, c: Case): readonly Judgement[] {
  return questionsOf(c).flatMap(({ key }): readonly Judgement[] => {
    const verdict = typed.get(`v.${key}`)
    if (verdict === 'ok') return [{ item: key, ok: true }]
    if (verdict !== 'no') return []
    const [reason, note] = [typed.get(`r.${key}`) ?? '', wordsIn(typed, `n.${key}`, noteMax)]
    return [
      {
        item: key,
        ok: false,
        ...(isReasonCode(reason) && { reason }),
        ...(note !== '' && { note }),
      },
    ]
  })
}

/** What was written into a field, without invisible characters and no longer than it may be. */
export const wordsIn = (typed: Typed, name: string, max: number): string =>
  cleanLines(typed.get(name) ?? '').slice(0, max)
