import type { Staff } from '../agency/staff.ts'
import type { Case } from '../case/case.ts'
import type { StaffNoticeCode } from '../message/message.ts'
import type { Delivery } from './deliver.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import { owe } from './owe.ts'
import type { Ports } from './ports.ts'

/** A word about a case to one member of staff: in Slack and by mail, as far as they are there. */
export async function tellColleague(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
  const { staffId, code } = item.payload as { readonly staffId: string; readonly code: StaffNoticeCode }
  const staff = await ports.directory.staffById(staffId)
  if (staff === undefined || staff.removedAt !== null) return { state: 'sent' }
  return owe(ports, c, item, [], { rows: rowsTo(ports, c, staff, code, item.dedup) })
}

/** The rows of one notice to one person. */
export function rowsTo(
  { has }: Pick<Ports, 'has'>,
  c: Case,
  { id, slackUser }: Staff,
  code: StaffNoticeCode,
  dedup: string,
): readonly OwedRow[] {
  const row = { caseId: c.id, lane: 'bulk' } as const
  const key = `${dedup}:${code}:${id}`
  const owed: OwedRow[] = []
  if (has.mail)
    owed.push({ ...row, dedup: key, target: `mail:${id}`, kind: 'staff-mail', payload: { code, staffId: id } })
  if (has.slack && slackUser !== null)
    owed.push({ ...row, dedup: `${key}:slack`, target: `slack:${slackUser}`, kind: 'staff-notice', payload: { code } })
  return owed
}
