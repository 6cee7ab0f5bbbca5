import type { Case } from '../../core/case/case.ts'
import { type Question, questionsOf } from '../../core/case/question.ts'

/** What most people will answer; it only serves to count ahead. */
const likely = { employment: 'pns', devices: [{ kind: 'computer', name: null }] } as const

/**
 * Where the requester stands: the number of the question among all, counted from 1. Questions that hang on an answer
 * still to come are counted as most people will be asked them, so that the total hardly moves on the way.
 */
export function placeOfQuestion(c: Case, { key }: Question): { readonly number: number; readonly of: number } {
  const all = questionsOf({ ...c, answers: { ...likely, ...c.answers } })
  return { number: all.findIndex((question) => question.key === key) + 1, of: all.length }
}
