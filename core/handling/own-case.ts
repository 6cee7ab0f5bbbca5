import { isSamePerson, type Staff } from '../agency/staff.ts'
import type { Case } from '../case/case.ts'
import type { Ports } from './ports.ts'

/** True when roster or form say that a case is about the person with this mail address. */
export async function isOwnCase({ directory }: Pick<Ports, 'directory'>, email: string, c: Case): Promise<boolean> {
  const mine = email.trim().toLowerCase()
  const said = (key: string): string => (typeof c.answers[key] === 'string' ? c.answers[key] : '')
  if (['email', 'newEmail', 'formerEmail'].some((key) => said(key).trim().toLowerCase() === mine)) return true
  const [nip, nik] = [said('nip'), said('nik')]
  const [byNip, byNik, me] = await Promise.all([
    directory.rosterByNip(nip),
    directory.rosterByNik(nik),
    directory.rosterByEmail(mine),
  ])
  if ([byNip, byNik].some((line) => line?.email.trim().toLowerCase() === mine)) return true
  return me !== undefined && ((me.nip !== '' && me.nip === nip) || (me.nik !== '' && me.nik === nik))
}

/** True when this person acted at the counter in the requester's place, under whichever entry, removed ones included. */
export async function hasHand({ directory }: Pick<Ports, 'directory'>, staff: Staff, c: Case): Promise<boolean> {
  const hands = await Promise.all((c.counter?.hands ?? []).map((id) => directory.staffById(id)))
  return hands.some((hand) => hand !== undefined && isSamePerson(hand, staff))
}
