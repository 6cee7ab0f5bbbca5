import type { Staff } from '../agency/staff.ts'
import type { Case } from '../case/case.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import type { Ports } from './ports.ts'

/** Rows that tell others than its holder of a case that is long over its target: agents, admins, the fallback verifier. */
export async function escalation(
  { directory, agencies, has }: Ports,
  c: Case,
  { dedup }: Pick<OutboxItem, 'dedup'>,
): Promise<readonly OwedRow[]> {
  const agency = agencies.find(({ code }) => code === c.agency)
  if (agency === undefined || !has.mail) return []
  const { code, fallbackVerifier } = agency
  const heard = await Promise.all([
    directory.staffOf('agent', code),
    directory.staffOf('admin', code),
    fallbackVerifier === undefined ? [] : directory.staffByEmail(fallbackVerifier.toLowerCase()),
  ])
  const people = new Map(heard.flat().map((staff: Staff) => [staff.email.toLowerCase(), staff]))
  return [...people.values()].map(({ id }) => ({
    dedup: `${dedup}:escalated:${id}`,
    lane: 'bulk',
    target: `mail:${id}`,
    kind: 'staff-mail',
    caseId: c.id,
    payload: { code: 'escalated', staffId: id },
  }))
}
