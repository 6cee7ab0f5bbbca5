import { refuse } from '../../core/case/refusal.ts'
import { type Outcome, outcomes } from '../../core/procedure/outcome.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import type { Action, Form } from './case-forms.ts'
import { settleTextMax } from './closing.tsx'
import { wordsIn } from './verdict-form.ts'

const chosenOutcome = ({ c, typed }: Pick<Form, 'c' | 'typed'>): Outcome | undefined => {
  const [only, ...others] = procedureOf(c.procedure).outcomes ?? []
  return outcomes.find((one) => one === typed.get('settle-outcome')) ?? (others.length === 0 ? only : undefined)
}

/** Settles a case with the outcome chosen, or the only one that it has. */
export const settling: Pick<Action, 'commands' | 'gap' | 'isLast'> = {
  isLast: true,
  gap: (form) => (chosenOutcome(form) === undefined ? refuse('no-such-option', { of: 'outcome' }) : undefined),
  commands(form) {
    const [outcome, text] = [chosenOutcome(form), wordsIn(form.typed, 'settle-text', settleTextMax)]
    if (outcome === undefined) return []
    return [[{ type: 'settle', outcome, seen: form.seen, ...(text !== '' && { text }) }]]
  },
}
