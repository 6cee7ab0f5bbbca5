import type { Case } from '../case/case.ts'
import { questionsOf } from '../case/question.ts'
import type { Answer } from '../form/field.ts'

/**
 * The form of a case as one text that is the same wherever it is made; its SHA-256 (UTF-8) is frozen when it is legalised.
 * @shape JSON list: number, procedure, agency, then `[key, answer]` of every field asked, in the order of the questions
 */
export function formText(c: Pick<Case, 'number' | 'procedure' | 'answers' | 'isAgencyGiven' | 'agency'>): string {
  const fields = questionsOf(c).filter(({ field }) => field !== null)
  return JSON.stringify([c.number, c.procedure, c.agency, ...fields.map(({ key }) => [key, plain(c.answers[key])])])
}

// Lists instead of objects: their order survives any store.
function plain(answer: Answer | undefined): unknown {
  if (answer === undefined || answer === null || typeof answer === 'string') return answer ?? null
  return 'date' in answer ? [answer.date, answer.time ?? null] : answer.map(({ kind, name }) => [kind, name])
}
