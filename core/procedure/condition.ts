import type { Answer } from '../form/field.ts'

/** Holds while an earlier answer is one of these. */
export interface Condition {
  readonly field: string
  readonly is: readonly string[]
}

export function isMet({ field, is }: Condition, answers: Readonly<Record<string, Answer>>): boolean {
  const answer = answers[field]
  return typeof answer === 'string' && is.includes(answer)
}
