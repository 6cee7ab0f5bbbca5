import type { Case } from '../case/case.ts'
import type { Delivery } from './deliver.ts'
import { withoutSlash } from './desk-link.ts'
import { heardAt, postponed } from './office-hours.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import { owe } from './owe.ts'
import type { Ports } from './ports.ts'

/** Where the one task of a former agency's verifier lies; it opens nothing by itself. */
export const formerTaskAddress = (publicUrl: string, number: string): string =>
  `${withoutSlash(publicUrl)}/desk/former/${number}`

/** True while the agency that the requester left may be asked to revoke: its task then has a button. */
export const isFormerTaskOpen = ({ status }: Pick<Case, 'status'>): boolean => status === 'awaiting-revocation'

/**
 * Puts the task before the verifiers of the agency that the requester left: one message in their channel, edited in
 * place, and mail to whoever has no Slack. Once it is done only the message changes.
 */
export async function tellFormerAgency(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
  const former = ports.agencies.find(({ code }) => code === c.answers.formerAgency)
  if (former === undefined) return { state: 'sent' }
  const isOpen = isFormerTaskOpen(c)
  const opensAt = isOpen ? heardAt(ports, { ...c, agency: former.code }) : undefined
  if (opensAt !== undefined) return owe(ports, c, item, [], { rows: [postponed(item, opensAt)] })
  const channel = ports.has.slack ? former.slackChannel : undefined
  const staff = await ports.directory.staffOf('verifier', former.code)
  const mailed = staff.filter(({ slackUser }) => channel === undefined || slackUser === null)
  const view = `former:${c.id}`
  const row = { caseId: c.id, lane: 'bulk', kind: 'former-task' } as const
  const owed: OwedRow[] = (ports.has.mail && isOpen ? mailed : []).map(({ id }) => ({
    ...row,
    dedup: `${item.dedup}:${id}`,
    target: `mail:${id}`,
    payload: { staffId: id },
  }))
  // Whoever was never asked is not told that it is done.
  if (channel !== undefined && (isOpen || (await ports.outbox.refOf(view)) !== undefined))
    owed.push({
      ...row,
      dedup: `${item.dedup}:slack`,
      target: `slack:${channel}`,
      replaces: view,
      payload: {},
    })
  await ports.ledger.commit([{ changes: [], owed, knocks: [] }])
  ports.wake()
  return { state: 'sent' }
}
