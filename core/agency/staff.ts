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
}

export const mayActFor = (staff: Staff, role: StaffRole, agency: string | null): boolean =>
  staff.removedAt === null &&
  staff.role === role &&
  (role === 'agent' || (agency !== null && staff.agencies.includes(agency)))
