import type { Case } from '../case/case.ts'
import type { Message } from './message.ts'

/** Whose copies of the evidence come or go: whoever began to review it, and whoever ended. */
export function owedCopies(before: Case | undefined, after: Case): readonly Message[] {
  const [was, is] = [reviewerOf(before), reviewerOf(after)]
  if (was === is) return []
  return [was, is].flatMap((staffId) =>
    staffId === undefined ? [] : [{ to: 'house', what: 'evidence-copies', staffId } as const],
  )
}

const reviewerOf = (c: Case | undefined): string | undefined => (c?.status === 'in-review' ? c.verifier?.id : undefined)
