import { nextOpening } from '../agency/calendar.ts'
import type { Staff } from '../agency/staff.ts'
import type { Case } from '../case/case.ts'
import type { StaffNoticeCode } from '../message/message.ts'
import { hasDossier } from '../procedure/course.ts'
import { isOutside } from '../ticket/stand-in.ts'
import { isSubstitute, ownVerifiers, warnOfGaps } from './coverage.ts'
import type { Delivery } from './deliver.ts'
import { heardAt, isMoot, postponed } from './office-hours.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import { owe } from './owe.ts'
import type { Ports } from './ports.ts'
import { owedSigningMails } from './signing-mail.ts'
import { owedToSubstitute } from './substitute.ts'

/** What interrupts a Slack channel at once; anything else shows on the card and in the morning's digest. */
const interrupting: ReadonlySet<StaffNoticeCode> = new Set([
  'urgent',
  'loss',
  'due-soon',
  'overdue',
  'unsigned',
  'escalated',
  'form-back',
  'revoke',
  'returned-by-bsre',
  'undelivered',
  'rebound',
  'tell-requester',
  'wrote',
  'mailed',
])

/** What somebody has to act on: where nobody of the agency can, somebody else hears of it. */
const awaited: ReadonlySet<StaffNoticeCode> = new Set([
  'arrived',
  'urgent',
  'resubmitted',
  'loss',
  'overdue',
  'form-back',
  'revoke',
  'returned-by-bsre',
  'setback',
])

/** Turns one notice into a row for each way out: the agency's channel, and mail for whoever has no Slack. */
export async function tellStaff(
  ports: Ports,
  role: 'verifier' | 'agent',
  c: Case,
  item: OutboxItem,
): Promise<Delivery> {
  const { code } = item.payload as { readonly code: StaffNoticeCode }
  if (c.agency === null || isMoot(c, role, item)) return { state: 'sent' }
  const opensAt = heardAt(ports, c, code)
  if (opensAt !== undefined) return owe(ports, c, item, [], { rows: [postponed(item, opensAt)] })
  const { staff, isChannel } = await audience(ports, role, c, code)
  const channel = ports.agencies.find((agency) => agency.code === c.agency)?.slackChannel
  const isHeardInSlack = isChannel && ports.has.slack && channel !== undefined
  // A fallback verifier need not sit in the channel of an agency that is not theirs.
  const hears = ({ slackUser, agencies }: Staff) =>
    isHeardInSlack && slackUser !== null && agencies.includes(c.agency ?? '')
  const mailed = ports.has.mail ? staff.filter((one) => !hears(one)) : []
  const row = { caseId: c.id, payload: { code } } as const
  const owed: OwedRow[] = mailed.map(({ id }) => ({
    ...row,
    dedup: `${item.dedup}:${id}`,
    lane: 'bulk',
    target: `mail:${id}`,
    kind: 'staff-mail',
    payload: { code, staffId: id },
  }))
  if (isHeardInSlack && (interrupting.has(code) || role === 'agent'))
    owed.push({ ...row, dedup: `${item.dedup}:slack`, lane: 'bulk', target: `slack:${channel}`, kind: 'staff-notice' })
  if (role === 'verifier' && awaited.has(code)) owed.push(...(await owedToSubstitute(ports, c, item)))
  await ports.ledger.commit([{ changes: [], owed, knocks: [] }])
  ports.wake()
  return { state: 'sent' }
}

/** Who hears of a notice; verifiers do so in their channel too. */
async function audience(ports: Ports, role: 'verifier' | 'agent', c: Case, code: StaffNoticeCode) {
  if (role === 'verifier') return { staff: await withHolder(ports, c, await ownVerifiers(ports, c)), isChannel: true }
  const agents = await ports.directory.staffOf('agent', c.agency ?? '')
  // Whoever records what an outside contact center answers has just sent it there.
  if (!isOutside(ports.agencies, c) || (code === 'arrived' && hasDossier(c))) return { staff: agents, isChannel: false }
  return { staff: [...agents, ...(await ownVerifiers(ports, c))], isChannel: true }
}

/** A fallback verifier who has the case in hand hears of it too, also once the agency has somebody again. */
async function withHolder(ports: Ports, c: Case, staff: readonly Staff[]): Promise<readonly Staff[]> {
  const holder = c.verifier && (await ports.directory.staffById(c.verifier.id))
  const isOther = holder && holder.removedAt === null && !staff.some(({ id }) => id === holder.id)
  return isOther && (await isSubstitute(ports, holder, c)) ? [...staff, holder] : staff
}

/** The row that wakes an agency's next morning digest; made at start and again by each digest. */
export function digestTimer(ports: Pick<Ports, 'agencies' | 'now'>, agency: string): OwedRow {
  const calendar = ports.agencies.find(({ code }) => code === agency)?.calendar
  const at = nextOpening(ports.now(), calendar)
  return {
    dedup: `digest:${agency}:${at}`,
    lane: 'work',
    target: `timer:digest:${agency}`,
    kind: 'digest-timer',
    payload: { agency },
    notBefore: at,
  }
}

/** Owes the morning's list to the agency's channel, the forms to whoever signs them, and the next morning's timer. */
export async function owesDigest(ports: Ports, item: OutboxItem): Promise<Delivery> {
  const { agency } = item.payload as { readonly agency: string }
  const channel = ports.agencies.find(({ code }) => code === agency)?.slackChannel
  await warnOfGaps(ports)
  const owed = [digestTimer(ports, agency), ...(await owedSigningMails(ports, agency, item))]
  if (ports.has.slack && channel !== undefined)
    owed.push({
      dedup: `${item.dedup}:slack`,
      lane: 'bulk',
      target: `slack:${channel}`,
      kind: 'digest',
      payload: { agency },
    })
  await ports.ledger.commit([{ changes: [], owed, knocks: [] }])
  ports.wake()
  return { state: 'sent' }
}
