import { rosterFacts } from '../agency/roster.ts'
import type { Case } from '../case/case.ts'
import type { Deliver, Delivery } from './deliver.ts'
import { prepareDossier } from './dossier.ts'
import { type FetchFile, takeIn } from './evidence.ts'
import type { OutboxItem } from './outbox.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'
import { owesDigest, tellStaff } from './tell-staff.ts'
import { timers } from './timers.ts'

type Work = (ports: Ports, c: Case, item: OutboxItem) => Promise<Delivery>

/** Looks the case's NIP up and notes what the roster says; known and unknown numbers leave the same kind of event. */
const consultRoster: Work = async (ports, c) => {
  const { nip } = c.answers
  const line = typeof nip === 'string' ? await ports.directory.rosterByNip(nip) : undefined
  const facts = rosterFacts(line, c.answers, c.agency)
  await perform(ports, c.id, [{ type: 'consult-roster', facts }], 'house')
  return { state: 'sent' }
}

/** Everything that the house owes to itself, by the kind of its row. */
const works: Readonly<Record<string, Work>> = {
  ...timers,
  'consult-roster': consultRoster,
  'prepare-dossier': prepareDossier,
  'tell-verifiers': (ports, c, item) => tellStaff(ports, 'verifier', c, item),
  'tell-agents': (ports, c, item) => tellStaff(ports, 'agent', c, item),
}

/** Does the work of the `work` lane. */
export const houseWork =
  (ports: Ports, fetchFile: FetchFile): Deliver =>
  async (item) => {
    if (item.kind === 'fetch-evidence') return takeIn(ports, fetchFile, item)
    if (item.kind === 'digest-timer') return owesDigest(ports, item)
    const work = works[item.kind]
    const c = item.caseId === undefined ? undefined : await ports.ledger.caseById(item.caseId)
    if (work === undefined || c === undefined) return { state: 'dead', error: `no work for ${item.kind}` }
    return work(ports, c, item)
  }
