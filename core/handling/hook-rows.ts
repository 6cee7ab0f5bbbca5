import type { Agency } from '../agency/agency.ts'
import type { Case } from '../case/case.ts'
import type { EventType } from '../case/event.ts'
import type { Delivery } from './deliver.ts'
import { type Hook, hookTypes } from './hooks.ts'
import type { CaseChange } from './ledger.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import type { Ports } from './ports.ts'

/** What a message says of its case: ids and words of closed lists, nothing of a person. */
interface Told {
  readonly events: readonly { readonly n: number; readonly type: EventType; readonly at: string }[]
  readonly number: string
  readonly procedure: Case['procedure']
  readonly agency: string
  readonly status: Case['status']
  readonly version: number
}

/** What is to be told of a change, one row for all hooks: who they are is asked when it is delivered. */
export function hookRow({ before, after: c, events }: CaseChange): readonly OwedRow[] {
  if (c.submittedAt === null || c.agency === null) return []
  const first = (before?.revision ?? 0) + 1
  const news = events
    .map(({ type, at }, i) => ({ n: first + i, type, at }))
    .filter(({ type }) => hookTypes.includes(type))
  if (news.length === 0) return []
  const { number, procedure, agency, status, decision: version } = c
  const payload: Told = { events: news, number, procedure, agency, status, version }
  return [
    {
      ...{ dedup: `${c.id}:${c.revision}:hooks`, lane: 'hooks', target: `tell-hooks:${c.id}`, kind: 'tell-hooks' },
      ...{ caseId: c.id, payload },
    },
  ]
}

/** What one hook is owed; kept until it arrived, or a day long. */
export interface OwedToHook {
  readonly hookId: string
  /** `webhook-id`. */
  readonly id: string
  readonly number: string
  readonly type: string
  readonly body: string
  readonly owedAt: string
}

/** Puts a message for every hook that wants it into a row of its own: none waits for another. */
export async function tellHooks(ports: Ports, item: OutboxItem): Promise<Delivery> {
  // Written by `hookRow` and sealed since.
  const told = item.payload as Told
  const hooks = await hooksFor(ports, told.agency)
  const owed = hooks.flatMap((hook) =>
    told.events
      .filter(({ type }) => hook.types.length === 0 || hook.types.includes(type))
      .map((event) => owedTo(ports, hook, item, told, event)),
  )
  if (owed.length > 0) {
    await ports.ledger.commit([{ changes: [], owed, knocks: [] }])
    ports.wake()
  }
  return { state: 'sent' }
}

function owedTo(ports: Ports, hook: Hook, item: OutboxItem, told: Told, event: Told['events'][number]): OwedRow {
  const { events: _, ...data } = told
  const dedup = `${item.dedup}:${hook.id}:${event.n}`
  const id = `msg_${ports.sha256(new TextEncoder().encode(dedup)).slice(0, 32)}`
  const type = `case.${event.type}`
  const body = JSON.stringify({ type, timestamp: event.at, data: { ...data, event: event.n } })
  const payload: OwedToHook = { hookId: hook.id, id, number: told.number, type, body, owedAt: ports.now() }
  const caseId = item.caseId ?? ''
  return { dedup, lane: 'hooks', target: `hook:${hook.id}:${caseId}`, kind: 'hook', caseId, payload }
}

/** The hooks that may hear of an agency at this moment. */
async function hooksFor(ports: Ports, agency: Agency['code']): Promise<readonly Hook[]> {
  const wanted = (await ports.hooks.hooks()).filter(({ agencies }) => agencies.includes(agency))
  const isAllowed = await Promise.all(
    wanted.map(async ({ staffId }) => {
      if (staffId === null) return true
      const staff = await ports.directory.staffById(staffId)
      return (
        staff !== undefined && staff.removedAt === null && staff.role === 'agent' && staff.agencies.includes(agency)
      )
    }),
  )
  return wanted.filter((_, n) => isAllowed[n])
}

/** Owes a delivery of the log once more, as it was. @returns false when there is no such delivery, or its hook ended */
export async function replayDelivery(ports: Ports, id: string, once: string): Promise<boolean> {
  const kept = await ports.hooks.deliveryById(id)
  const hook = kept && (await ports.hooks.hookById(kept.hookId))
  if (kept === undefined || hook === undefined || hook.endedAt !== null) return false
  const { hookId, number, type, body } = kept
  const payload: OwedToHook = { hookId, id, number, type, body, owedAt: ports.now() }
  const row = {
    dedup: `replay:${id}:${once}`,
    lane: 'hooks',
    target: `hook:${hookId}:replay`,
    kind: 'hook',
    payload,
  } as const
  await ports.ledger.commit([{ changes: [], owed: [row], knocks: [] }])
  ports.wake()
  return true
}
