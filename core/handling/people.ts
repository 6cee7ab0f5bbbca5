import type { Staff, StaffRole } from '../agency/staff.ts'
import { isSamePerson } from '../agency/staff.ts'
import { type Actor, system } from '../case/actor.ts'
import type { Case } from '../case/case.ts'
import { isOutside } from '../ticket/stand-in.ts'
import { tieOf } from './chat-binding.ts'
import { isSubstitute } from './coverage.ts'
import { hasHand, isOwnCase } from './own-case.ts'
import type { Ports } from './ports.ts'

/**
 * Who is at the other end of a click: a member of staff in one role, a verifier at the counter for a requester, whoever opened a case's one-time link in the name
 * of the person in charge, or the house itself.
 */
export type Who =
  | {
      readonly staffId: string
      readonly role: Extract<StaffRole, 'verifier' | 'agent'> | 'former-verifier' | 'counter'
    }
  | { readonly caseId: string; readonly role: 'person-in-charge' }
  | 'house'

/** The actor of this very moment: rights, roster and access log are read anew. @returns undefined for who may not act at all */
export async function actorFor(ports: Ports, who: Who, c: Case): Promise<Actor | undefined> {
  if (who === 'house') return system
  if (who.role === 'person-in-charge') return { role: who.role, caseId: who.caseId }
  if (who.role === 'former-verifier') return formerVerifier(ports, who.staffId, c)
  if (who.role === 'counter') return counterClerk(ports, who.staffId, c)
  const staff = await ports.directory.staffById(who.staffId)
  if (staff === undefined || staff.removedAt !== null || staff.role !== who.role) return undefined
  const { id, name } = staff
  const agencies = (await isSubstitute(ports, staff, c)) ? [...staff.agencies, c.agency ?? ''] : staff.agencies
  const isRequester = await isOwnCase(ports, staff.email, c)
  if (staff.role === 'agent') {
    const otherPart = await otherPartOf(ports, staff, 'verifier', c)
    return { role: 'agent', id, name, agencies, isRequester, ...(otherPart !== undefined && { otherPart }) }
  }
  const [seen, otherPart, tie] = await Promise.all([
    ports.accessLog.seenBy(id, c.id),
    otherPartOf(ports, staff, 'agent', c),
    tieOf(ports, c),
  ])
  const facts = {
    isRequester,
    seen,
    tie,
    standsIn: isOutside(ports.agencies, c),
    ...(otherPart !== undefined && { otherPart }),
  }
  return { role: 'verifier', id, name, agencies, ...facts }
}

/** The part that bars this person from theirs: the other one of staff, or the requester's own at the counter. */
async function otherPartOf<R extends 'verifier' | 'agent'>(
  ports: Ports,
  staff: Staff,
  role: R,
  c: Case,
): Promise<R | 'counter' | undefined> {
  if (await hasHand(ports, staff, c)) return 'counter'
  return (await hasPart(ports, staff, role, c)) ? role : undefined
}

/** True when this person did something to the case in that role, under whichever entry, removed ones included. */
async function hasPart(
  { ledger, directory }: Ports,
  staff: Staff,
  role: 'verifier' | 'agent',
  c: Case,
): Promise<boolean> {
  const authors = (await ledger.history(c.id)).flatMap(({ author }) => (author.role === role ? [author.id ?? ''] : []))
  for (const id of new Set(authors)) {
    const past = await directory.staffById(id)
    if (past !== undefined && isSamePerson(past, staff)) return true
  }
  return false
}

/** A verifier as one of the agency that the requester left; nobody is that in a case of their own. */
async function formerVerifier(ports: Ports, staffId: string, c: Case): Promise<Actor | undefined> {
  const staff = await ports.directory.staffById(staffId)
  if (staff === undefined || staff.removedAt !== null || staff.role !== 'verifier') return undefined
  if ((await isOwnCase(ports, staff.email, c)) || (await hasHand(ports, staff, c))) return undefined
  const { id, name, agencies } = staff
  return { role: 'former-verifier', id, name, agencies }
}

/** A verifier in the place of a requester without a chat; whoever does that reviews the case no more. */
async function counterClerk(ports: Ports, staffId: string, c: Case): Promise<Actor | undefined> {
  const staff = await ports.directory.staffById(staffId)
  if (staff === undefined || staff.removedAt !== null || staff.role !== 'verifier') return undefined
  const { id, name, agencies, email } = staff
  return { role: 'counter', id, name, agencies, isRequester: await isOwnCase(ports, email, c) }
}
