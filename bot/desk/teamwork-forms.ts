import type { Case } from '../../core/case/case.ts'
import { parseCaseNumber } from '../../core/case/case-number.ts'
import { reasonMax } from '../../core/case/decide-teamwork.ts'
import type { Refusal } from '../../core/case/refusal.ts'
import { isSpan } from '../../core/case/snooze.ts'
import { assign } from '../../core/handling/assign.ts'
import { linkCases, mergeCases } from '../../core/handling/join-cases.ts'
import type { DoneCode } from '../text/desk-case.ts'
import type { Action } from './case-forms.ts'
import type { Typed } from './case-view.ts'
import { plain } from './plain-step.ts'
import { wordsIn } from './verdict-form.ts'
import type { Desk, Visitor } from './visitor.ts'

export const teamReasonMax = reasonMax
export const teamFields = {
  span: 'snooze-for',
  why: 'snooze-why',
  colleague: 'colleague',
  number: 'other-number',
} as const

/** Taking over, and asking for help: whoever holds a case, or wants to. */
const escalate: Action = {
  section: 'team',
  done: 'escalate',
  commands: ({ typed, seen }) => [[{ type: 'escalate', text: wordsIn(typed, 'escalate-text', reasonMax), seen }]],
}

export const verifierTeamActions: Readonly<Record<string, Action>> = {
  escalate,
  'take-over': {
    section: 'team',
    done: 'take-over',
    // A form that is out asks for no reason: its verifier is in the middle of nothing.
    commands: ({ c, typed, seen }) => [
      [
        c.status === 'in-review'
          ? { type: 'take-over', reason: wordsIn(typed, 'take-over-text', reasonMax), seen }
          : { type: 'take-over', seen },
      ],
    ],
  },
}

export const agentTeamActions: Readonly<Record<string, Action>> = {
  escalate,
  'take-over': {
    section: 'team',
    done: 'relieved',
    commands: ({ typed, seen }) => [[{ type: 'take', reason: wordsIn(typed, 'take-over-text', reasonMax), seen }]],
  },
  snooze: {
    section: 'team',
    done: 'snooze',
    commands: ({ typed, seen }) => {
      const span = typed.get(teamFields.span) ?? ''
      const why = typed.get(teamFields.why) === 'bsre' ? 'bsre' : 'later'
      return [[{ type: 'snooze', span: isSpan(span) ? span : 'hour', why, seen }]]
    },
  },
  wake: { section: 'team', done: 'wake', commands: ({ seen }) => [[{ type: 'wake', because: 'asked', seen }]] },
  take: { section: 'agent', done: 'take', commands: plain('take') },
  'put-back': { section: 'agent', done: 'put-back', commands: plain('put-back') },
}

/** What concerns other cases and other people, who are looked up first. @returns undefined for any other button */
export async function joinForm(
  { ports }: Desk,
  { staff, role }: Visitor,
  c: Case,
  name: string,
  typed: Typed,
): Promise<{ readonly done: DoneCode; readonly outcome: Case | Refusal } | undefined> {
  const who = { staffId: staff.id, role }
  const seen = Number(typed.get('seen') ?? Number.NaN)
  const asked = typed.get(teamFields.number) ?? ''
  const number = parseCaseNumber(asked) ?? asked
  if (name === 'link') return { done: 'link', outcome: await linkCases(ports, c, number, who) }
  if (name === 'merge') return { done: 'merge', outcome: await mergeCases(ports, c, number, who, seen) }
  if (name !== 'assign' || role !== 'agent') return undefined
  const to = typed.get(teamFields.colleague) ?? ''
  return { done: 'assign', outcome: await assign(ports, c, to, { staffId: staff.id, role }, seen) }
}
