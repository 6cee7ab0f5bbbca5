import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { type Refusal, refuse } from '../../core/case/refusal.ts'
import { type Rehearsed, rehearse } from '../../core/handling/rehearse.ts'
import { replyWords } from '../dialogue/canned-words.ts'
import { cannedReplies } from '../text/canned.ts'
import { isMacroName, type MacroName, type MacroStep, macros } from '../text/macros.ts'
import type { Action } from './case-forms.ts'
import type { Outcome, Typed } from './case-view.ts'
import { saidField } from './talk-forms.ts'
import type { Desk, Visitor } from './visitor.ts'

export const macroField = 'macro'

/** What a reply of a macro says about this case, or the variable without a value. */
export const wordsOf = (canned: keyof typeof cannedReplies, c: Case): string | Refusal =>
  replyWords(c, cannedReplies[canned].text[c.language])

const chosen = (typed: Typed): MacroName | undefined => {
  const name = typed.get(macroField) ?? ''
  return isMacroName(name) ? name : undefined
}

function commandsOf(c: Case, typed: Typed): readonly Command[] {
  const name = chosen(typed)
  const [seen, said] = ['seen', saidField].map((field) => Number(typed.get(field) ?? Number.NaN))
  const steps: readonly MacroStep[] = name === undefined ? [] : macros[name].steps
  // Its own steps raise the number of the decision: only the first is held against what its giver saw.
  return steps.map((step, n) => commandOf(step, c, said, n === 0 ? { seen: seen ?? Number.NaN } : {}))
}

function commandOf(step: MacroStep, c: Case, said: number | undefined, first: { readonly seen?: number }): Command {
  if (step.does === 'snooze') return { type: 'snooze', span: step.span, why: step.why, ...first }
  if (step.does !== 'reply') return { type: step.does, ...first }
  const words = wordsOf(step.canned, c)
  const text = typeof words === 'string' ? words : ''
  return { type: 'reply', text, ...first, ...(Number.isInteger(said) && said !== undefined && { said }) }
}

const gap = ({ c, typed }: { readonly c: Case; readonly typed: Typed }): Refusal | undefined => {
  const name = chosen(typed)
  if (name === undefined) return refuse('no-such-option', { of: 'macro' })
  const steps: readonly MacroStep[] = macros[name].steps
  const words = steps.map((step) => (step.does === 'reply' ? wordsOf(step.canned, c) : ''))
  return words.find((one): one is Refusal => typeof one !== 'string')
}

/** Runs a macro: all of its steps in one commit, each on record as if it had been pressed. */
export const macroActions: Readonly<Record<string, Action>> = {
  'run-macro': { section: 'talk', done: 'macro', gap, commands: ({ c, typed }) => [commandsOf(c, typed)] },
}

/** One step of a macro that was tried out. */
export interface Trial {
  readonly step: MacroStep
  readonly fares: Rehearsed
  readonly words?: string
}

/** Tries a macro out and changes nothing. */
export async function tryMacro({ ports }: Desk, { staff, role }: Visitor, c: Case, typed: Typed): Promise<Outcome> {
  const name = chosen(typed)
  const no = gap({ c, typed })
  if (name === undefined || no !== undefined)
    return { section: 'talk', typed, ...(no !== undefined && { refusal: no }) }
  const fares = await rehearse(ports, c.id, commandsOf(c, typed), { staffId: staff.id, role })
  const steps: readonly MacroStep[] = macros[name].steps
  const trials = steps.map((step, n): Trial => {
    const words = step.does === 'reply' ? wordsOf(step.canned, c) : undefined
    return { step, fares: fares[n] ?? 'not-reached', ...(typeof words === 'string' && { words }) }
  })
  return { section: 'talk', typed, done: 'trial', trials }
}
