import type { ProcedureName } from '../procedure/names.ts'

export const staffRoles = ['verifier', 'agent', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]

/** A verifier, agent or admin, as `staff add` records one. */
export interface Staff {
  readonly id: string
  readonly role: StaffRole
  readonly agencies: readonly string[]
  readonly name: string
  readonly email: string
  readonly slackUser: string | null
  readonly removedAt: string | null
  /** Procedures that this person knows best; without any, all of them alike. */
  readonly skills?: readonly ProcedureName[]
}

/** True while this person works in that role for that agency. */
export const mayActFor = (staff: Staff, role: StaffRole, agency: string): boolean =>
  staff.removedAt === null && staff.role === role && staff.agencies.includes(agency)

/** True when two entries are one person: by mail address, or by Slack account. */
export const isSamePerson = (a: Staff, b: Staff): boolean =>
  a.id === b.id ||
  a.email.trim().toLowerCase() === b.email.trim().toLowerCase() ||
  (a.slackUser !== null && a.slackUser === b.slackUser)
