import type { Staff } from '../agency/staff.ts'
import type { Case } from '../case/case.ts'
import { holderIn } from '../ticket/place.ts'
import type { Delivery } from './deliver.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import { owe } from './owe.ts'
import type { Ports } from './ports.ts'
import { rowsTo } from './tell-colleague.ts'

/** Rows that tell others than its holder of a case that is long over its target: agents, admins, the fallback verifier. */
export async function escalation(
  { directory, agencies, has }: Ports,
  c: Case,
  { dedup }: Pick<OutboxItem, 'dedup'>,
): Promise<readonly OwedRow[]> {
  if (!has.mail) return []
  return (await helpersOf({ directory, agencies }, c)).map(({ id }) => ({
    dedup: `${dedup}:escalated:${id}`,
    lane: 'bulk',
    target: `mail:${id}`,
    kind: 'staff-mail',
    caseId: c.id,
    payload: { code: 'escalated', staffId: id },
  }))
}

/** Tells the same people, in Slack too, that whoever holds a case asks for help with it. */
export async function callForHelp(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
  const others = (await helpersOf(ports, c)).filter(({ id }) => id !== holderIn(c))
  const rows = others.flatMap((staff) => rowsTo(ports, c, staff, 'help-wanted', item.dedup))
  return owe(ports, c, item, [], { rows })
}

/** Each person once, whatever entries they have. */
async function helpersOf(
  { directory, agencies }: Pick<Ports, 'directory' | 'agencies'>,
  c: Case,
): Promise<readonly Staff[]> {
  const agency = agencies.find(({ code }) => code === c.agency)
  if (agency === undefined) return []
  const { code, fallbackVerifier } = agency
  const heard = await Promise.all([
    directory.staffOf('agent', code),
    directory.staffOf('admin', code),
    fallbackVerifier === undefined ? [] : directory.staffByEmail(fallbackVerifier.toLowerCase()),
  ])
  return [...new Map(heard.flat().map((staff) => [staff.email.toLowerCase(), staff])).values()]
}
