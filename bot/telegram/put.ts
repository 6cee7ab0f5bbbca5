import type { Case } from '../../core/case/case.ts'
import { type Question, questionsOf } from '../../core/case/question.ts'
import { isOpen } from '../../core/case/status.ts'
import { mayAskCode } from '../../core/identity/proof.ts'
import { asideOf, linkOf } from '../dialogue/aside.ts'
import { type Aside, type Asking, askingOf } from '../dialogue/asking.ts'
import { checkOf } from '../dialogue/check.ts'
import { codeOf, comesBeforeQuestions } from '../dialogue/code.ts'
import { mayNoteEnd } from '../dialogue/panel.ts'
import { promptOf } from '../dialogue/prompt.ts'
import { placeOfQuestion } from '../dialogue/step.ts'
import { itemLabel } from '../text/item.ts'
import { statusNameOf } from '../text/status-of-case.ts'
import { checkTitle, stepText } from '../text/telegram-question.ts'
import type { Visit } from './visit.ts'

/** What was put to the requester: all that a script remembers of it while it waits. */
export interface Put {
  readonly kind: 'answer' | 'files' | 'devices' | 'check' | Aside['kind']
  readonly case: string
  /** The item asked for; empty for a check or an aside. */
  readonly item: string
}

/** Puts what is to be asked now, asking the case afresh. @returns null when nothing waits for an answer */
export async function put(visit: Visit): Promise<Put | null> {
  const { memory } = visit
  memory.guide = undefined
  const about = visit.casework.find(memory.aside?.case)
  if (memory.aside !== undefined && about !== undefined && isStillAsked(memory.aside.kind, about)) {
    await visit.show(asideOf(about, memory.aside.kind, visit.reader), { asks: true })
    return { kind: memory.aside.kind, case: about.id, item: '' }
  }
  memory.aside = undefined
  const c = visit.case
  if (c === undefined) return null
  if (visit.house.hasCodes && memory.again === undefined && comesBeforeQuestions(c)) {
    await visit.show(codeOf(c, visit.reader), { asks: true })
    return { kind: 'code', case: c.id, item: '' }
  }
  return putAsking(visit, c, askingOf(c, memory.again))
}

function isStillAsked(kind: Aside['kind'], c: Case): boolean {
  if (kind === 'code') return mayAskCode(c)
  if (kind === 'talk') return c.submittedAt !== null
  if (kind === 'note-end') return mayNoteEnd(c)
  if (kind === 'trouble') return c.status === 'awaiting-requester'
  return kind === 'revoke' || kind === 'plan-day' ? c.status === 'ready-to-revoke' : isOpen(c.status)
}

async function putAsking(visit: Visit, c: Case, asking: Asking): Promise<Put | null> {
  switch (asking.kind) {
    case 'nothing':
      return null
    case 'link':
      // Its three buttons say all by themselves: nothing waits for them.
      await visit.show(linkOf(c, visit.reader))
      return null
    case 'check':
      await visit.show(checkOf(c, visit.reader), { asks: true })
      return { kind: 'check', case: c.id, item: '' }
    case 'question': {
      const { question, isAgain } = asking
      await visit.show(promptOf(c, question, isAgain, visit.reader), { asks: true })
      return { kind: kindOf(question), case: c.id, item: question.key }
    }
  }
}

const kindOf = ({ field }: Question): Put['kind'] =>
  field === null ? 'files' : field.kind === 'devices' ? 'devices' : 'answer'

/** The case and the question that were put, if both still exist. */
export function placeOf(visit: Visit, { case: id, item }: Put): { c: Case; question: Question } | undefined {
  const c = visit.casework.find(id)
  const question = c && questionsOf(c).find(({ key }) => key === item)
  return c === undefined || question === undefined ? undefined : { c, question }
}

/** What is current, in a few words, for the answer to an old button. */
export function currentOf(visit: Visit): string | undefined {
  const c = visit.case
  if (c === undefined) return undefined
  const { language } = visit
  const asking = askingOf(c, visit.memory.again)
  if (asking.kind === 'check') return checkTitle[language]
  if (asking.kind !== 'question') return statusNameOf(c, language)
  const { number, of } = placeOfQuestion(c, asking.question)
  return `${stepText[language](number, of)} · ${itemLabel(asking.question.key, language)}`
}

/** The number of the step at which the requester goes on; undefined outside of a draft. */
export function stepNumber(visit: Visit): number | undefined {
  const c = visit.case
  if (c === undefined) return undefined
  const asking = askingOf(c, visit.memory.again)
  return asking.kind === 'question' ? placeOfQuestion(c, asking.question).number : undefined
}
