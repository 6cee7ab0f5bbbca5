import {
  type Absence,
  type AbsenceDraft,
  type AbsenceFault,
  absenceFault,
  isAwayOn,
  isDeputyFor,
  isPending,
} from '../agency/absence.ts'
import { presentOn, warningDays } from '../agency/coverage.ts'
import type { Staff } from '../agency/staff.ts'
import { isTheirs } from '../case/authorise.ts'
import type { Case, StaffRef } from '../case/case.ts'
import type { Command } from '../case/command.ts'
import { daysAfter, dueAfter } from '../case/deadline.ts'
import { isRefusal } from '../case/refusal.ts'
import { today, warnOfGaps } from './coverage.ts'
import type { Delivery } from './deliver.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import { actorFor } from './people.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

const heldMax = 1000

/** The absence that somebody announced or is in; undefined for who is simply there. */
export async function absenceOf(
  ports: Pick<Ports, 'directory' | 'now'>,
  staffId: string,
): Promise<Absence | undefined> {
  return (await ports.directory.absencesFrom(today(ports))).find((one) => one.staffId === staffId)
}

/** Who may go on with what this verifier holds. */
export async function deputiesFor({ directory }: Pick<Ports, 'directory'>, staff: Staff): Promise<readonly Staff[]> {
  return (await directory.staff()).filter((one) => isDeputyFor(one, staff))
}

/** Takes an absence down; what begins today moves open cases at once. A newer one takes the place of what was announced before. */
export async function announceAbsence(
  ports: Ports,
  staff: Staff,
  draft: AbsenceDraft,
): Promise<Absence | AbsenceFault> {
  const { directory } = ports
  const known = await directory.absencesFrom(today(ports))
  const deputy = draft.deputyId === null ? undefined : await directory.staffById(draft.deputyId)
  const fault = absenceFault(draft, staff, deputy, known, today(ports))
  if (fault !== undefined) return fault
  await endAbsence(ports, staff.id)
  const absence = { id: ports.newId(), staffId: staff.id, ...draft, endedAt: null }
  await directory.saveAbsence(absence)
  await ports.ledger.commit([{ changes: [], owed: timersOf(ports.now(), absence), knocks: [] }])
  ports.wake()
  return absence
}

/** Ends by hand what was announced or is under way. @returns whether there was anything */
export async function endAbsence(ports: Pick<Ports, 'directory' | 'now'>, staffId: string): Promise<boolean> {
  const pending = (await ports.directory.absencesFrom(today(ports))).filter((one) => one.staffId === staffId)
  for (const absence of pending) await ports.directory.saveAbsence({ ...absence, endedAt: ports.now() })
  return pending.length > 0
}

/** The looks that an absence is owed: now, when warnings begin, and at its first midnight in WIB. */
function timersOf(now: string, { id, from }: Absence): readonly OwedRow[] {
  const begins = new Date(Date.parse(`${from}T00:00:00+07:00`)).toISOString()
  const moments = [now, daysAfter(begins, -warningDays), begins].filter((at) => at >= now)
  return [...new Set(moments)].map((notBefore) => ({
    dedup: `absence:${id}:${notBefore}`,
    lane: 'work',
    target: `timer:absence:${id}`,
    kind: 'absence',
    payload: { absenceId: id },
    notBefore,
  }))
}

/** Rings when an absence may begin, or may leave too few. */
export async function ringAbsence(ports: Ports, { payload }: OutboxItem): Promise<Delivery> {
  const { absenceId } = payload as { readonly absenceId: string }
  const absence = await ports.directory.absenceById(absenceId)
  const staff = absence && (await ports.directory.staffById(absence.staffId))
  if (absence === undefined || staff === undefined || !isPending(absence, today(ports))) return { state: 'sent' }
  await warnOfGaps(ports)
  if (isAwayOn(absence, today(ports))) await moveCases(ports, staff, await deputyOf(ports, absence, staff))
  return { state: 'sent' }
}

/** The deputy who was named, as long as they still fit and are not away themselves. */
async function deputyOf(ports: Ports, { deputyId }: Absence, staff: Staff): Promise<Staff | undefined> {
  const deputy = deputyId === null ? undefined : await ports.directory.staffById(deputyId)
  if (deputy === undefined || !isDeputyFor(deputy, staff)) return undefined
  const away = await absenceOf(ports, deputy.id)
  return away !== undefined && isAwayOn(away, today(ports)) ? undefined : deputy
}

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
