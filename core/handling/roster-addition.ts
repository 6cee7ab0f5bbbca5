import type { RosterLine } from '../agency/roster.ts'
import { type RosterColumn, type RosterFault, readRosterLine, rosterColumns } from '../agency/roster-line.ts'
import type { Case } from '../case/case.ts'
import { type Refusal, refuse } from '../case/refusal.ts'
import { wibMoment } from '../form/calendar.ts'
import { isSameSubject, type Subject, subjectOf } from '../identity/subject.ts'
import { rosterOf } from './identity-work.ts'
import type { Ports } from './ports.ts'

/** What came of a line that a verifier adds: written, or everything that is wrong with it. */
export type Addition = 'added' | { readonly faults: readonly RosterFault[] } | Refusal

/**
 * Adds the person whom a case claims to the roster of its agency, by the rules of an import. Somebody who stands there is
 * never changed: whoever holds a case could else make any mailbox theirs. On record before it is written.
 */
export async function addToRoster(
  ports: Ports,
  c: Case,
  staffId: string,
  cells: Readonly<Partial<Record<RosterColumn, string>>>,
): Promise<Addition> {
  const subject = subjectOf(c)
  if (subject === undefined || c.agency === null) return refuse('not-now', { status: c.status })
  const at = ports.now()
  const today = wibMoment(Date.parse(at)).date
  const line = { ...cells, agency: c.agency }
  const row = rosterColumns.map((column) => line[column] ?? '')
  const read = readRosterLine(row, { agencies: ports.agencies, today, only: c.agency })
  if ('faults' in read) return { faults: read.faults }
  if (!isSameSubject(subject, numberOf(read.line))) return refuse('other-person')
  const taken = await takenColumns(ports, read.line)
  if (taken.length > 0) return { faults: taken.map((column) => ({ code: 'taken', column })) }
  await ports.accessLog.record({ staffId, caseId: c.id, what: 'number', ref: 'roster-line', at })
  await ports.directory.importRoster([read.line])
  const again = { dedup: `${c.id}:roster-line:${at}`, lane: 'work', target: `work:${c.id}`, payload: {} } as const
  await ports.ledger.commit([{ changes: [], owed: [{ ...again, kind: 'consult-roster', caseId: c.id }], knocks: [] }])
  ports.wake()
  return 'added'
}

const numberOf = ({ nip, nik }: RosterLine): Subject =>
  nip === '' ? { kind: 'nik', value: nik } : { kind: 'nip', value: nip }

/** The columns by which somebody stands in the roster already. */
async function takenColumns(ports: Ports, { nip, nik, email }: RosterLine): Promise<readonly RosterColumn[]> {
  const [byNip, byNik, byEmail] = await Promise.all([
    rosterOf(ports, { kind: 'nip', value: nip }),
    rosterOf(ports, { kind: 'nik', value: nik }),
    ports.directory.rosterByEmail(email),
  ])
  return [
    ...(byNip === undefined ? [] : (['nip'] as const)),
    ...(byNik === undefined ? [] : (['nik'] as const)),
    ...(byEmail === undefined ? [] : (['email'] as const)),
  ]
}
