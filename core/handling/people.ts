import type { StaffRole } from '../agency/staff.ts'
import { type Actor, system } from '../case/actor.ts'
import type { Case } from '../case/case.ts'
import type { Ports } from './ports.ts'

/** Who is at the other end of a click: a member of staff in one role, or the house itself. */
export type Who = { readonly staffId: string; readonly role: Extract<StaffRole, 'verifier' | 'agent'> } | 'house'

/** The actor of this very moment: rights, roster and access log are read anew. @returns undefined for who may not act at all */
export async function actorFor(ports: Ports, who: Who, c: Case): Promise<Actor | undefined> {
  if (who === 'house') return system
  const staff = await ports.directory.staffById(who.staffId)
  if (staff === undefined || staff.removedAt !== null || staff.role !== who.role) return undefined
  const { id, name, agencies } = staff
  if (staff.role === 'agent') return { role: 'agent', id, name, agencies }
  const seen = await ports.accessLog.seenBy(id, c.id)
  return { role: 'verifier', id, name, agencies, isRequester: await isOwnCase(ports, staff.email, c), seen }
}

/** True when the roster's line behind the case's NIP, or the mail in the form, is this person's. */
async function isOwnCase(ports: Ports, email: string, c: Case): Promise<boolean> {
  const mine = email.toLowerCase()
  const { nip, email: answered } = c.answers
  if (typeof answered === 'string' && answered.toLowerCase() === mine) return true
  const line = typeof nip === 'string' ? await ports.directory.rosterByNip(nip) : undefined
  return line !== undefined && line.email.toLowerCase() === mine
}
