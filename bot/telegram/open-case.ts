import { isRefusal } from '../../core/case/refusal.ts'
import { holderOf, isOpen } from '../../core/case/status.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import { introOf } from '../dialogue/menu.ts'
import { panelOf } from '../dialogue/panel.ts'
import { refusalSentence } from '../text/refusal.ts'
import type { Visit } from './visit.ts'

/** Opens a draft and tells what it takes before question 1; goes on with the one that is open already. */
export async function openCase(visit: Visit, procedure: ProcedureName): Promise<void> {
  const { casework, tools, language } = visit
  const opened = casework.open({
    id: tools.newId(),
    number: tools.caseNumber(),
    procedure,
    chat: visit.chat.ref,
    language,
  })
  if (isRefusal(opened)) await visit.toast(refusalSentence(opened, language))
  const c = isRefusal(opened)
    ? casework.cases().find((one) => one.procedure === procedure && isOpen(one.status))
    : opened
  if (c === undefined) return
  if (holderOf(c.status) !== 'requester') return visit.show(panelOf(c, visit.reader))
  if (!isRefusal(opened)) await visit.show(introOf(c, visit.reader))
  visit.memory.again = undefined
  visit.memory.aside = undefined
  visit.memory.paused = undefined
  visit.focus = c.id
  visit.wantsAsking = true
}
