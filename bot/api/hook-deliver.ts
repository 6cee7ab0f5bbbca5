import type { Deliver, Delivery } from '../../core/handling/deliver.ts'
import { type OwedToHook, tellHooks } from '../../core/handling/hook-rows.ts'
import type { Hook, HookDelivery } from '../../core/handling/hooks.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { mirrorInto } from './chatwoot.ts'
import type { Reach } from './hook-address.ts'
import { call, signedHeaders } from './hook-post.ts'

const dayMs = 24 * 3_600_000
const restFirstMs = 5_000
const restMaxMs = 15 * 60_000
/** How many messages are on their way to one hook at once: one that hangs leaves the lane to the others. */
const underWayMax = 3
const busyMs = 2_000

/** How a hook does: it is left alone for a while after each failure, for all of its messages. */
interface Health {
  underWay: number
  failures: number
  restsUntil: string
}

/** Delivers what hooks are owed: signed, in the order of each case, for a day; none waits for another. */
export function hookDelivery(ports: Ports, reach: Reach): Deliver {
  const health = new Map<string, Health>()
  const of = (hookId: string): Health => {
    const known = health.get(hookId) ?? { underWay: 0, failures: 0, restsUntil: '' }
    health.set(hookId, known)
    return known
  }
  return async (item) => {
    if (item.kind === 'tell-hooks') return tellHooks(ports, item)
    // Written by `hook-rows.ts` and sealed since.
    const owed = item.payload as OwedToHook
    const hook = await ports.hooks.hookById(owed.hookId)
    if (hook === undefined || hook.endedAt !== null) return { state: 'dead', error: 'the hook has ended' }
    const its = of(hook.id)
    if (isOver(owed, ports.now())) return settle(ports, hook, item, owed, { state: 'dead', answer: 'a-day-is-over' })
    if (its.restsUntil > ports.now()) return { state: 'later', at: its.restsUntil }
    if (its.underWay >= underWayMax) return { state: 'later', at: after(ports.now(), busyMs) }
    its.underWay += 1
    try {
      return await attempt(ports, reach, its, hook, item, owed)
    } finally {
      its.underWay -= 1
    }
  }
}

const after = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString()
const isOver = ({ owedAt }: OwedToHook, at: string): boolean => Date.parse(at) - Date.parse(owedAt) >= dayMs

async function attempt(
  ports: Ports,
  reach: Reach,
  its: Health,
  hook: Hook,
  item: OutboxItem,
  owed: OwedToHook,
): Promise<Delivery> {
  const { status, answer } = await (hook.mirror === undefined
    ? post(ports, hook, owed, reach)
    : mirrorInto(hook, owed, reach))
  if (status >= 200 && status < 300) {
    Object.assign(its, { failures: 0, restsUntil: '' })
    return settle(ports, hook, item, owed, { state: 'sent', answer })
  }
  // "Gone": the receiver wants no more (Standard Webhooks).
  if (status === 410) {
    await ports.hooks.endHook(hook.id, ports.now())
    return settle(ports, hook, item, owed, { state: 'dead', answer })
  }
  const restMs = Math.min(restMaxMs, restFirstMs * 2 ** its.failures)
  Object.assign(its, { failures: its.failures + 1, restsUntil: after(ports.now(), restMs + ports.pick(restFirstMs)) })
  return settle(ports, hook, item, owed, { state: 'waiting', answer }, its.restsUntil)
}

const post = ({ now }: Ports, { url, secret }: Hook, { id, body }: OwedToHook, reach: Reach) =>
  call({ method: 'POST', url, headers: signedHeaders(secret, id, now(), body), body }, reach)

/** Puts what came of it into the log before the row is marked. */
async function settle(
  { hooks, now }: Ports,
  hook: Hook,
  item: OutboxItem,
  { id, number, type, body }: OwedToHook,
  outcome: Pick<HookDelivery, 'state' | 'answer'>,
  again = '',
): Promise<Delivery> {
  await hooks.noteDelivery({ id, hookId: hook.id, number, type, body, attempts: item.attempts, at: now(), ...outcome })
  if (outcome.state === 'sent') return { state: 'sent' }
  return outcome.state === 'dead' ? { state: 'dead', error: outcome.answer } : { state: 'later', at: again }
}
