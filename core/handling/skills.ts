import { isAwayOn } from '../agency/absence.ts'
import type { Staff } from '../agency/staff.ts'
import type { Case } from '../case/case.ts'
import { today } from './coverage.ts'
import type { Ports } from './ports.ts'

/**
 * Puts first what this person knows best, then what nobody on duty knows better, last what a colleague on duty is there
 * for; the order within each stays, and each case is named once. Nobody is left without work for want of a skill.
 */
export async function bySkill(ports: Ports, staff: Staff, cases: readonly Case[]): Promise<readonly Case[]> {
  const distinct = [...new Map(cases.map((c) => [c.id, c])).values()]
  const others = await skilledColleagues(ports, staff)
  const rankOf = (c: Case): number => {
    if (staff.skills?.includes(c.procedure) === true) return 0
    const isForOther = others.some((one) => one.agencies.includes(c.agency ?? '') && one.skills?.includes(c.procedure))
    return isForOther ? 2 : 1
  }
  const ranked = distinct.map((c) => ({ c, rank: rankOf(c) }))
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ c }) => c)
}

/** Colleagues in the same role who are not away today. */
async function skilledColleagues(ports: Ports, { id, role }: Staff): Promise<readonly Staff[]> {
  const skilled = (await ports.directory.staff()).filter(
    (one) => one.id !== id && one.role === role && one.removedAt === null && (one.skills ?? []).length > 0,
  )
  if (skilled.length === 0) return []
  const absences = await ports.directory.absencesFrom(today(ports))
  return skilled.filter((one) => !absences.some((away) => away.staffId === one.id && isAwayOn(away, today(ports))))
}
