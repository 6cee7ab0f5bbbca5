import type { StuckAt } from '../../core/case/case.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { holderOf, isOpen } from '../../core/case/status.ts'
import type { FieldName } from '../../core/form/field.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import { introOf } from '../dialogue/menu.ts'
import { panelOf } from '../dialogue/panel.ts'
import { refusalSentence } from '../text/refusal.ts'
import type { Visit } from './visit.ts'

/** What is known before a case is opened: where a guide was left, and what was answered there. */
export interface Start {
  readonly stuckAt?: StuckAt
  readonly answers?: Readonly<Partial<Record<FieldName, string>>>
}

/** Opens a draft and tells what it takes before question 1; goes on with the one that is open already. */
export async function openCase(visit: Visit, procedure: ProcedureName, start: Start = {}): Promise<void> {
  const { casework, tools, language } = visit
  const opened = casework.open({
    id: tools.newId(),
    number: tools.caseNumber(),
    procedure,
    chat: visit.chat.ref,
    language,
    ...(start.stuckAt !== undefined && { stuckAt: start.stuckAt }),
  })
  if (isRefusal(opened)) await visit.toast(refusalSentence(opened, language))
  const c = isRefusal(opened)
    ? casework.cases().find((one) => one.procedure === procedure && isOpen(one.status))
    : opened
  if (c === undefined) return
  if (holderOf(c.status) !== 'requester') return visit.show(panelOf(c, visit.reader))
  if (!isRefusal(opened)) {
    for (const [item, said] of Object.entries(start.answers ?? {})) visit.give(c, { type: 'answer', item, said })
    await visit.show(introOf(casework.find(c.id) ?? c, visit.reader))
  }
  visit.memory.again = undefined
  visit.memory.aside = undefined
  visit.memory.paused = undefined
  visit.focus = c.id
  visit.wantsAsking = true
}
