import {
  type Absence,
  type AbsenceDraft,
  type AbsenceFault,
  absenceFault,
  isAwayOn,
  isDeputyFor,
  isPending,
} from '../agency/absence.ts'
import { warningDays } from '../agency/coverage.ts'
import type { Staff } from '../agency/staff.ts'
import { daysAfter } from '../case/deadline.ts'
import { today, warnOfGaps } from './coverage.ts'
import type { Delivery } from './deliver.ts'
import { moveCases } from './move-cases.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import type { Ports } from './ports.ts'

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
