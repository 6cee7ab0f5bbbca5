import type { Case } from '../case/case.ts'
import { turnOf } from '../case/turn.ts'
import type { Message, StaffNoticeCode } from '../message/message.ts'
import type { Delivery } from './deliver.ts'
import { escalation } from './escalate.ts'
import { heardAt } from './office-hours.ts'
import type { OutboxItem } from './outbox.ts'
import { owe } from './owe.ts'
import type { Ports } from './ports.ts'
import { type Reminding, reminderRow, type Stage, stagesOf } from './reminder.ts'

/** Reminds whoever holds the case of its target, by the case as it now stands, and owes the next reminder. */
export async function remind(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
  const { dueAt, saidUntil } = remindingOf(c, item)
  // Somebody else's target: its reminders are rows of their own.
  if (dueAt !== c.dueAt) return { state: 'sent' }
  const at = heardAt(ports, c)
  if (at !== undefined) return { state: 'later', at }
  const now = ports.now()
  // After a pause of ours only the last word counts.
  const stage = stagesOf(c, ports.agencies).findLast((one) => one.at > saidUntil && one.at <= now)
  const next = reminderRow(c, ports.agencies, now)
  const others = stage?.says === 'escalated' ? await escalation(ports, c, item) : []
  const messages = stage === undefined ? [] : wordsOf(c, stage.says)
  return owe(ports, c, item, messages, { rows: [...others, ...(next === undefined ? [] : [next])] })
}

/** A row of an older version holds nothing: it is about whatever target runs. */
function remindingOf(c: Case, { payload }: OutboxItem): Reminding {
  const { dueAt = c.dueAt ?? '', saidUntil = c.dueSince ?? '' } = payload as Partial<Reminding>
  return { dueAt, saidUntil }
}

function wordsOf(c: Case, says: Stage['says']): readonly Message[] {
  const turn = turnOf(c)
  if (turn !== 'verifier' && turn !== 'agent' && turn !== 'person-in-charge') return []
  const views: Message[] = [{ to: 'verifiers', what: 'card' }]
  // Their requester sees on the panel that somebody was reminded.
  if (says === 'overdue' || says === 'escalated') views.push({ to: 'requester', what: 'panel' })
  if (says === 'quietly') return views
  const code: StaffNoticeCode = turn === 'person-in-charge' && says !== 'escalated' ? 'unsigned' : says
  return [...views, { to: turn === 'agent' ? 'agents' : 'verifiers', what: 'notice', code }]
}
