import { isDeputyFor } from '../agency/absence.ts'
import { presentOn } from '../agency/coverage.ts'
import type { Staff } from '../agency/staff.ts'
import { isTheirs } from '../case/authorise.ts'
import type { Case, StaffRef } from '../case/case.ts'
import type { Command } from '../case/command.ts'
import { dueAfter } from '../case/deadline.ts'
import { isRefusal } from '../case/refusal.ts'
import { today } from './coverage.ts'
import type { OwedRow } from './outbox.ts'
import { actorFor } from './people.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

const heldMax = 1000

/** Gives what a verifier holds to a deputy, or back to the queue. @returns how many cases moved */
export async function moveCases(ports: Ports, staff: Staff, deputy: Staff | undefined): Promise<number> {
  const statuses = ['in-review', 'awaiting-signature'] as const
  const held = await ports.ledger.find({ verifier: staff.id, statuses, limit: heldMax })
  const moved = await Promise.all(held.map((c) => moveCase(ports, c, staff, deputy)))
  return moved.filter((isMoved) => isMoved).length
}

async function moveCase(ports: Ports, c: Case, staff: Staff, deputy: Staff | undefined): Promise<boolean> {
  // Taken back into the queue, a form that is out for its signature would be void.
  const to = deputy ?? (c.status === 'awaiting-signature' ? await colleagueOf(ports, c, staff) : undefined)
  if (to !== undefined && (await handOver(ports, c, to))) return true
  if (c.status !== 'in-review') return false
  return !isRefusal(await perform(ports, c.id, [{ type: 'release', because: 'away' }], 'house'))
}

async function handOver(ports: Ports, c: Case, to: StaffRef): Promise<boolean> {
  if (!(await mayGoOn(ports, c, to.id))) return false
  const command: Command = { type: 'hand-over', to: { id: to.id, name: to.name } }
  if (isRefusal(await perform(ports, c.id, [command], 'house'))) return false
  // Long enough to be looked at before it goes back to the queue.
  await ports.ledger.renewLease(c.id, dueAfter(c, 'review', { at: ports.now(), agencies: ports.agencies }))
  await tellDeputy(ports, c, to.id)
  return true
}

/** False for whoever could do nothing with the case: it is their own, or they have another part in it. */
async function mayGoOn(ports: Ports, c: Case, staffId: string): Promise<boolean> {
  const actor = await actorFor(ports, { staffId, role: 'verifier' }, c)
  return actor?.role === 'verifier' && isTheirs(c, actor) && !actor.isRequester && actor.otherPart === undefined
}

async function colleagueOf(ports: Ports, c: Case, staff: Staff): Promise<Staff | undefined> {
  const agency = c.agency ?? ''
  const [colleagues, absences] = await Promise.all([
    ports.directory.staffOf('verifier', agency),
    ports.directory.absencesFrom(today(ports)),
  ])
  return presentOn(colleagues, absences, agency, today(ports)).find((one) =>
    isDeputyFor(one, { ...staff, agencies: [agency] }),
  )
}

/** By mail and, where they have an account there, in Slack. */
async function tellDeputy(ports: Ports, c: Case, staffId: string): Promise<void> {
  const slackUser = (await ports.directory.staffById(staffId))?.slackUser ?? null
  const row = { caseId: c.id, lane: 'bulk', dedup: `handed-over:${c.id}:${staffId}:${ports.now()}` } as const
  const owed: OwedRow[] = []
  if (ports.has.mail)
    owed.push({ ...row, target: `mail:${staffId}`, kind: 'staff-mail', payload: { code: 'handed-over', staffId } })
  if (ports.has.slack && slackUser !== null)
    owed.push({
      ...row,
      dedup: `${row.dedup}:slack`,
      target: `slack:${slackUser}`,
      kind: 'staff-notice',
      payload: { code: 'handed-over' },
    })
  await ports.ledger.commit([{ changes: [], owed, knocks: [] }])
  ports.wake()
}
