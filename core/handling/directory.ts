import type { Absence } from '../agency/absence.ts'
import type { Agency } from '../agency/agency.ts'
import type { RosterLine } from '../agency/roster.ts'
import type { Staff, StaffRole } from '../agency/staff.ts'
import type { RosterAge, RosterImport } from './roster-import.ts'

export type RosterOutcome = 'added' | 'changed' | 'same'

/** Port: agencies, staff and roster. */
export interface Directory {
  agencies(): Promise<readonly Agency[]>
  saveAgencies(agencies: readonly Agency[]): Promise<void>
  staff(): Promise<readonly Staff[]>
  staffById(id: string): Promise<Staff | undefined>
  staffBySlack(slackUser: string): Promise<readonly Staff[]>
  staffByEmail(email: string): Promise<readonly Staff[]>
  /** Who works in a role for an agency now. */
  staffOf(role: StaffRole, agency: string): Promise<readonly Staff[]>
  saveStaff(staff: Staff): Promise<void>
  /** Absences that no hand ended and whose last day is that day (YYYY-MM-DD, WIB) or later, in order of their first day. */
  absencesFrom(day: string): Promise<readonly Absence[]>
  absenceById(id: string): Promise<Absence | undefined>
  saveAbsence(absence: Absence): Promise<void>
  /** Lines that were removed are not found by any number or address; nor is anybody by an empty one. */
  rosterByNip(nip: string): Promise<RosterLine | undefined>
  /** Undefined also when several lines have it: it says of nobody who they are. */
  rosterByNik(nik: string): Promise<RosterLine | undefined>
  /** Undefined also when several lines have it. */
  rosterByEmail(email: string): Promise<RosterLine | undefined>
  /** Begins to take in a roster file. */
  startRosterImport(at: string): Promise<RosterImport>
  /** Forgets the lines that an import set aside more than an hour ago and never settled. @returns how many */
  sweepRoster(at: string): Promise<number>
  rosterAges(): Promise<readonly RosterAge[]>
  /** Writes single lines of the house's own, unchecked among each other; an unchanged line is left alone. */
  importRoster(lines: readonly RosterLine[]): Promise<readonly RosterOutcome[]>
}
