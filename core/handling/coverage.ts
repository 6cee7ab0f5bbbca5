import { type Gap, gapOf, presentOn } from '../agency/coverage.ts'
import { mayActFor, type Staff } from '../agency/staff.ts'
import type { Case } from '../case/case.ts'
import { wibMoment } from '../form/calendar.ts'
import type { OwedRow } from './outbox.ts'
import { hasHand, isOwnCase } from './own-case.ts'
import type { Ports } from './ports.ts'

/** Today in WIB, `YYYY-MM-DD`. */
export const today = ({ now }: Pick<Ports, 'now'>): string => wibMoment(Date.parse(now())).date

/** Who stands in where an agency has nobody for a case: another agency's verifier, else the agents. */
export interface Substitute {
  readonly as: 'verifier' | 'agent' | 'nobody'
  readonly staff: readonly Staff[]
}

/** The verifiers of its own agency who can review a case today: present, not its requester, nor in the requester's place at the counter. */
export async function ownVerifiers(ports: Ports, c: Case): Promise<readonly Staff[]> {
  if (c.agency === null) return []
  const [staff, absences] = await Promise.all([
    ports.directory.staffOf('verifier', c.agency),
    ports.directory.absencesFrom(today(ports)),
  ])
  const present = presentOn(staff, absences, c.agency, today(ports))
  return without(ports, present, c)
}

/** Without those whose own case it is, or who filled it in. */
async function without(ports: Ports, staff: readonly Staff[], c: Case): Promise<readonly Staff[]> {
  const isBarred = await Promise.all(
    staff.map(async (one) => (await isOwnCase(ports, one.email, c)) || hasHand(ports, one, c)),
  )
  return staff.filter((_, n) => isBarred[n] !== true)
}

/** Who has a case that no verifier of its own agency can review; undefined while one can. Never silence: at last it is `nobody`. */
export async function substituteFor(ports: Ports, c: Case): Promise<Substitute | undefined> {
  if (c.agency === null || (await ownVerifiers(ports, c)).length > 0) return undefined
  const fallback = await fallbackOf(ports, c)
  if (fallback.length > 0) return { as: 'verifier', staff: fallback }
  const agents = await ports.directory.staffOf('agent', c.agency)
  return agents.length > 0 ? { as: 'agent', staff: agents } : { as: 'nobody', staff: [] }
}

/** True for the fallback verifier of a case's agency while nobody of its own can review it, and until they let go what they hold. */
export async function isSubstitute(ports: Ports, staff: Staff, c: Case): Promise<boolean> {
  if (c.agency === null || staff.role !== 'verifier' || mayActFor(staff, 'verifier', c.agency)) return false
  if (!isFallbackFor(ports, staff, c.agency)) return false
  return (
    c.verifier?.id === staff.id || (await substituteFor(ports, c))?.staff.some(({ id }) => id === staff.id) === true
  )
}

/** The agencies for which a verifier may be asked to stand in. */
export const fallbackAgencies = ({ agencies }: Pick<Ports, 'agencies'>, staff: Staff): readonly string[] =>
  staff.role === 'verifier' && staff.removedAt === null
    ? agencies.flatMap(({ code }) => (isFallbackFor({ agencies }, staff, code) ? [code] : []))
    : []

const isFallbackFor = ({ agencies }: Pick<Ports, 'agencies'>, { email }: Staff, agency: string): boolean =>
  sameMail(agencies.find(({ code }) => code === agency)?.fallbackVerifier ?? '', email)

const sameMail = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

async function fallbackOf(ports: Ports, c: Case): Promise<readonly Staff[]> {
  const named = ports.agencies.find(({ code }) => code === c.agency)?.fallbackVerifier
  if (named === undefined) return []
  const [entries, absences] = await Promise.all([
    ports.directory.staffByEmail(named),
    ports.directory.absencesFrom(today(ports)),
  ])
  const verifiers = entries.filter(({ role }) => role === 'verifier')
  const present = verifiers.filter((one) => presentOn([one], absences, one.agencies[0] ?? '', today(ports)).length > 0)
  return without(ports, present, c)
}

/** The gaps of all agencies, as far as warnings reach. */
async function gaps({
  directory,
  agencies,
  now,
}: Pick<Ports, 'directory' | 'agencies' | 'now'>): Promise<readonly Gap[]> {
  const day = today({ now })
  const [staff, absences] = await Promise.all([directory.staff(), directory.absencesFrom(day)])
  return agencies.flatMap(({ code }) => gapOf(code, staff, absences, day) ?? [])
}

/** Warns the admins of every agency that has, or will have, too few verifiers; once for each gap. */
export async function warnOfGaps(ports: Ports): Promise<readonly Gap[]> {
  const [found, staff] = await Promise.all([gaps(ports), ports.directory.staff()])
  const owed = found.flatMap((gap) => warnings(ports, gap, staff))
  if (owed.length > 0) {
    await ports.ledger.commit([{ changes: [], owed, knocks: [] }])
    ports.wake()
  }
  return found
}

function warnings({ has, now }: Ports, { agency, on, present }: Gap, staff: readonly Staff[]): readonly OwedRow[] {
  const since = on === today({ now }) ? 'now' : on
  const admins = has.mail ? staff.filter((one) => mayActFor(one, 'admin', agency)) : []
  return admins.map(({ id }) => ({
    // Who works there is part of the name: another gap, after it was closed, is another warning.
    dedup: `few-verifiers:${agency}:${since}:${crew(staff, agency)}:${id}`,
    lane: 'bulk',
    target: `mail:${id}`,
    kind: 'staff-mail',
    payload: { staffId: id, code: 'few-verifiers', agency, on, present },
  }))
}

const crew = (staff: readonly Staff[], agency: string): string =>
  staff.flatMap((one) => (mayActFor(one, 'verifier', agency) ? [one.id] : [])).join('+')
