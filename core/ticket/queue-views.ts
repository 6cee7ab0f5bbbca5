import type { Agency } from '../agency/agency.ts'
import { holderOf, type Status } from '../case/status.ts'
import { type QueueRole, type QueueView, statusesOf, withContactCenter } from './queue.ts'
import type { Lane, QueueQuery } from './queue-page.ts'

/** How far ahead of now a due time counts as near. */
const NEAR_MS = 24 * 3_600_000

interface Whose {
  readonly role: QueueRole
  readonly staffId: string
  /** Codes of the agencies that this person may see, each once. */
  readonly agencies: readonly string[]
  readonly known: readonly Agency[]
  readonly at: string
}

/** The query of a view of one person. */
export function queryOf(view: QueueView, whose: Whose): QueueQuery {
  const { role, staffId, at } = whose
  if (view === 'ended') return { lanes: lanesOf(whose, () => statusesOf(role, 'ended')) }
  // What a contact center has: with the agents once one of them took it, for verifiers from when it was sent.
  if (view === 'bsre')
    return { lanes: lanesOf(whose, () => ['with-contact-center']), ...(role === 'agent' && { isTaken: true }) }
  const lanes = lanesOf(whose, (isOutside) => (isOutside ? withContactCenter(role, 'all') : statusesOf(role, 'all')))
  if (view === 'waiting') return { lanes, waits: role }
  if (view === 'mine') return { lanes, inHand: staffId }
  if (view === 'all') return { lanes }
  const ours = lanes.filter(({ status }) => holderOf(status) !== 'requester')
  return { lanes: ours, dueBy: new Date(Date.parse(at) + NEAR_MS).toISOString() }
}

function lanesOf({ agencies, known }: Whose, statusesIn: (isOutside: boolean) => readonly Status[]): readonly Lane[] {
  const outside = new Set(known.filter((one) => one.contactCenter?.isOutside === true).map(({ code }) => code))
  return agencies.flatMap((agency) => statusesIn(outside.has(agency)).map((status) => ({ agency, status })))
}
