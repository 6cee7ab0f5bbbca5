import type { Staff } from '../agency/staff.ts'
import type { Case } from '../case/case.ts'
import type { Command } from '../case/command.ts'
import { isRefusal } from '../case/refusal.ts'
import { rules } from '../case/rules.ts'
import { queryOf } from '../ticket/queue-views.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'
import { agenciesOf } from './reach.ts'

const heldMax = 1000

/** Gives back what somebody holds when their shift ends; what they put aside stays theirs. @returns how many went back */
export async function endShift(ports: Ports, staff: Staff, role: 'verifier' | 'agent'): Promise<number> {
  const agencies = [...new Set(agenciesOf(ports, [staff]))]
  const mine = queryOf('mine', { role, staffId: staff.id, agencies, known: ports.agencies, at: ports.now() })
  let count = 0
  for (const c of await ports.ledger.page({ ...mine, limit: heldMax })) {
    const command = givingBack(c, role)
    if (command === undefined) continue
    if (!isRefusal(await perform(ports, c.id, [command], { staffId: staff.id, role }))) count += 1
  }
  return count
}

function givingBack(c: Case, role: 'verifier' | 'agent'): Command | undefined {
  if (role === 'verifier') return c.status === 'in-review' ? { type: 'release', because: 'asked' } : undefined
  if (c.snooze != null || !rules['put-back'].in.includes(c.status)) return undefined
  return { type: 'put-back', because: 'shift-over' }
}
