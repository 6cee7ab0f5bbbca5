import type { Command } from '../case/command.ts'
import { isRefusal, type Refusal } from '../case/refusal.ts'
import { Casework } from './casework.ts'
import { actorFor, type Who } from './people.ts'
import type { Ports } from './ports.ts'

/** How one of several commands would fare. */
export type Rehearsed = 'fine' | Refusal | 'not-reached'

/** What would come of commands that `perform` carries out together, without writing anything; the first refusal ends them all. */
export async function rehearse(
  ports: Ports,
  caseId: string,
  commands: readonly Command[],
  who: Who,
): Promise<readonly Rehearsed[]> {
  const loaded = await ports.ledger.caseById(caseId)
  const actor = loaded && (await actorFor(ports, who, loaded))
  if (loaded === undefined || actor === undefined) return commands.map(() => ({ refused: 'not-yours' }))
  const casework = new Casework([loaded], ports.agencies, ports.now())
  let isOver = false
  return commands.map((command) => {
    if (isOver) return 'not-reached'
    const outcome = casework.give(caseId, command, actor)
    isOver = isRefusal(outcome)
    return isRefusal(outcome) ? outcome : 'fine'
  })
}
