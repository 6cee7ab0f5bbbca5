import type { Case } from '../../core/case/case.ts'
import { missing } from '../../core/case/missing.ts'
import { isReasonCode } from '../../core/evidence/reason.ts'
import { visible } from './escape.ts'
import { itemLabel } from './item.ts'
import type { Language } from './language.ts'
import { reasonSentence, rejectionSentence } from './reason.ts'
import { outcomeSentences } from './telegram-change.ts'

/**
 * What stands behind a piece of news for a requester without a chat, a line each: what to correct, why it was rejected, what
 * came of it. Reasons by their own sentences only, for a note of staff may hold more than a mail should.
 */
export function counterWords(c: Case, notice: string, language: Language): readonly string[] {
  const { settled, ending } = c
  if (notice === 'returned') return owedLines(c, language)
  if (notice === 'rejected' && ending !== null && isReasonCode(ending.reason))
    return [rejectionSentence(ending.reason, undefined, language)]
  if (notice !== 'settled' || settled === null) return []
  return [outcomeSentences[settled.outcome][language], ...(settled.text === undefined ? [] : [visible(settled.text)])]
}

const owedLines = (c: Case, language: Language): readonly string[] =>
  missing(c).map(({ key, device }) => {
    const verdict = c.verdicts[key]
    const why = verdict?.ok === false ? `: ${reasonSentence(verdict.reason, undefined, language)}` : ''
    return `- ${visible(itemLabel(key, language, device)).replaceAll('\n', ' ')}${why}`
  })
