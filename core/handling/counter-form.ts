import type { Case } from '../case/case.ts'
import type { Command } from '../case/command.ts'
import { isRefusal, type Refusal, refuse } from '../case/refusal.ts'
import type { Device } from '../evidence/device.ts'
import { Casework } from './casework.ts'
import { broughtSource, heldPart, letGo } from './held-file.ts'
import { Outage } from './outage.ts'
import { actorFor, type Who } from './people.ts'
import type { Ports } from './ports.ts'

const attemptsMax = 5

/** What was filled in at the counter, in the order of the questions. */
export interface CounterForm {
  readonly answers: readonly { readonly item: string; readonly said: string | readonly Device[] | null }[]
  readonly files: readonly { readonly item: string; readonly name: string; readonly bytes: Uint8Array }[]
  /** Items of which the requester has no file, where none will do. */
  readonly none: readonly string[]
}

/** The case with all of the form that was right, and why the rest of it was not, by item. */
export interface CounterSaved {
  readonly c: Case
  readonly refusals: ReadonlyMap<string, Refusal>
}

type Brought = CounterForm['files'][number] & { readonly id: string }

/** Keeps whatever of the form is right, in one commit; one wrong answer costs no other. @throws Outage when the case keeps changing underneath */
export async function saveAtCounter(
  ports: Ports,
  caseId: string,
  form: CounterForm,
  staffId: string,
): Promise<CounterSaved | Refusal> {
  const files = form.files.map((file) => ({ ...file, id: ports.newId() }))
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const loaded = await ports.ledger.caseById(caseId)
    const who: Who = { staffId, role: 'counter' }
    const actor = loaded && (await actorFor(ports, who, loaded))
    if (loaded === undefined || actor === undefined) return refuse('not-yours')
    const casework = new Casework([loaded], ports.agencies, ports.now())
    const refusals = new Map<string, Refusal>()
    const give = (item: string, command: Command): boolean => {
      const outcome = casework.give(caseId, command, actor)
      if (isRefusal(outcome)) refusals.set(item, outcome)
      return !isRefusal(outcome)
    }
    for (const { item, said } of form.answers) give(item, { type: 'answer', item, said })
    const kept = files.filter((file) => give(file.item, attaching(file)))
    for (const item of form.none) give(item, { type: 'finish-evidence', item })
    for (const item of new Set(kept.map((file) => file.item))) give(item, { type: 'finish-evidence', item })
    const c = casework.find(caseId) ?? loaded
    const commit = casework.harvest(ports)
    if (commit.changes.length === 0) return { c, refusals }
    // Bytes before the row that names them, and only those that it will name.
    for (const { id, bytes } of kept) await ports.files.put(caseId, id, heldPart, bytes)
    const [isWritten] = await ports.ledger.commit([commit])
    if (isWritten === true) {
      ports.wake()
      return { c, refusals }
    }
    for (const { id } of kept) await letGo(ports, caseId, id)
  }
  throw new Outage('the case keeps changing')
}

const attaching = ({ id, item, name, bytes }: Brought): Command => ({
  type: 'attach',
  item,
  file: { id, name, sizeBytes: bytes.length, source: broughtSource },
})
