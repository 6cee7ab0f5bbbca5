import type { Case } from '../../core/case/case.ts'
import { missing } from '../../core/case/missing.ts'
import { type Refusal, refuse } from '../../core/case/refusal.ts'
import { cleanLines } from '../../core/form/typed-text.ts'
import { filled, type Values } from '../../core/ticket/canned.ts'
import { itemLabel } from '../text/item.ts'
import { timeText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'

/** What a reply says of its case, in the language of its requester. */
export function valuesOf(c: Case): Values {
  const { language, answers } = c
  return {
    nama: typeof answers.name === 'string' ? answers.name : '',
    nomor: c.number,
    layanan: procedureName(c.procedure, language),
    kurang: missing(c)
      .map(({ key, device }) => itemLabel(key, language, device))
      .join(', '),
    batas: c.dueAt === null ? '' : timeText(c.dueAt, language),
  }
}

/** The words of a reply as they would leave, or the refusal of a variable without a value. Nothing is cut. */
export function replyWords(c: Case, typed: string): string | Refusal {
  const outcome = filled(cleanLines(typed), valuesOf(c))
  return 'text' in outcome ? outcome.text : refuse('variable-empty', { names: outcome.empty.join(', ') })
}
