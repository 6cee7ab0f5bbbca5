import type { Case } from '../case/case.ts'
import type { Command } from '../case/command.ts'
import { isRefusal, type Refusal, refuse } from '../case/refusal.ts'
import type { KeptAnswer } from './api-access.ts'
import { Casework } from './casework.ts'
import { crashPoint } from './crash-point.ts'
import { Outage } from './outage.ts'
import { actorFor, type Who } from './people.ts'
import type { Ports } from './ports.ts'

const attemptsMax = 5

/**
 * Gives commands to a case on somebody's behalf and commits all that follows, or nothing. The first refusal ends it.
 * @param answered what is kept with it as the answer to this very request; a request that was answered already throws
 * @returns the case as committed, or the refusal
 * @throws Outage when the case keeps changing underneath
 */
export async function perform(
  ports: Ports,
  caseId: string,
  commands: readonly Command[],
  who: Who,
  answered?: (after: Case) => KeptAnswer,
): Promise<Case | Refusal> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const loaded = await ports.ledger.caseById(caseId)
    const actor = loaded && (await actorFor(ports, who, loaded))
    if (loaded === undefined || actor === undefined) return refuse('not-yours')
    const casework = new Casework([loaded], ports.agencies, ports.now())
    for (const command of commands) {
      const outcome = casework.give(caseId, command, actor)
      if (isRefusal(outcome)) return outcome
    }
    const owed = casework.harvest(ports)
    if (owed.changes.length === 0) return loaded
    const after = casework.find(caseId) ?? loaded
    const commit = { ...owed, ...(answered !== undefined && { answer: answered(after) }) }
    crashPoint('command-decided')
    const [isWritten] = await ports.ledger.commit([commit])
    if (isWritten === true) {
      crashPoint('command-committed')
      ports.wake()
      return after
    }
  }
  throw new Outage('the case keeps changing')
}
