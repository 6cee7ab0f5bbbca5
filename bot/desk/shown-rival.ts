import { isTheirs } from '../../core/case/authorise.ts'
import type { Case } from '../../core/case/case.ts'
import { actorFor } from '../../core/handling/people.ts'
import type { Ports } from '../../core/handling/ports.ts'
import type { Rival } from '../../core/identity/proof.ts'
import type { Visitor } from './visitor.ts'

/** Another open case about the same person; without the case itself where it is not this person's to see. */
export interface ShownRival extends Rival {
  readonly c: Case | undefined
}

/** Looks a rival up, as far as somebody may see it. */
export async function shownRival(ports: Ports, { staff, role }: Visitor, rival: Rival): Promise<ShownRival> {
  const c = await ports.ledger.caseByNumber(rival.number)
  const actor = c && (await actorFor(ports, { staffId: staff.id, role }, c))
  return { ...rival, c: c !== undefined && actor !== undefined && isTheirs(c, actor) ? c : undefined }
}
