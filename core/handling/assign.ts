import type { Staff } from '../agency/staff.ts'
import { authorise } from '../case/authorise.ts'
import type { Case } from '../case/case.ts'
import { type Refusal, refuse } from '../case/refusal.ts'
import { actorFor } from './people.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

/** The colleagues who may take a case: agents of its agency who are not its requester and had no other part in it. */
export async function assignees(ports: Ports, c: Case): Promise<readonly Staff[]> {
  const agents = await ports.directory.staffOf('agent', c.agency ?? '')
  const fit = await Promise.all(agents.map(({ id }) => mayTake(ports, c, id)))
  return agents.filter(({ id }, n) => fit[n] === true && id !== c.agent?.id)
}

/** Gives a case into the hands of a colleague, who hears of it. */
export async function assign(
  ports: Ports,
  c: Case,
  to: string,
  who: { readonly staffId: string; readonly role: 'agent' },
  seen: number,
): Promise<Case | Refusal> {
  const colleague = (await assignees(ports, c)).find(({ id }) => id === to)
  if (colleague === undefined) return refuse('not-assignable')
  const { id, name } = colleague
  return perform(ports, c.id, [{ type: 'assign', to: { id, name }, seen }], who)
}

async function mayTake(ports: Ports, c: Case, staffId: string): Promise<boolean> {
  const actor = await actorFor(ports, { staffId, role: 'agent' }, c)
  return actor !== undefined && authorise(c, { type: 'take' }, actor) === undefined
}
