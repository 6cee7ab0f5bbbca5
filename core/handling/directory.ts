import type { Agency } from '../agency/agency.ts'
import type { RosterLine } from '../agency/roster.ts'
import type { Staff, StaffRole } from '../agency/staff.ts'

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
  rosterByNip(nip: string): Promise<RosterLine | undefined>
  /** Writes the lines in one transaction; an unchanged line is left alone. */
  importRoster(lines: readonly RosterLine[]): Promise<readonly RosterOutcome[]>
}
