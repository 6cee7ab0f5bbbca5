import { z } from 'zod'
import { type Hook, type HookDelivery, type Hooks, hooksMax, hookTypes } from '../../core/handling/hooks.ts'
import type { Client } from './client.ts'
import type { Keys } from './keys.ts'

const mirror = z.object({ kind: z.literal('chatwoot'), inboxId: z.int() })
const secretPart = z.object({ url: z.string(), secret: z.string(), mirror: mirror.optional() })
const states = ['waiting', 'sent', 'dead'] as const
const placeOf = (id: string) => `hook:sealed:${id}`

/** Hooks and their log in PostgreSQL. */
export function sqlHooks(client: Client, keys: Keys): Hooks {
  return {
    async saveHook({ url, secret, mirror, since, endedAt, types, agencies, ...hook }) {
      await keys.ensure(['house'])
      const sealed = Uint8Array.from(keys.seal('house', placeOf(hook.id), { url, secret, mirror }))
      const times = { since: new Date(since), endedAt: endedAt === null ? null : new Date(endedAt) }
      const data = { ...hook, sealed, types: [...types], agencies: [...agencies], ...times }
      await client.hook.createMany({ data, skipDuplicates: true })
    },
    async hooks() {
      const found = await client.hook.findMany({ where: { endedAt: null }, orderBy: { since: 'asc' }, take: hooksMax })
      await keys.ensure(['house'])
      return found.map(hookOf)
    },
    async hookById(id) {
      const row = await client.hook.findUnique({ where: { id } })
      await keys.ensure(['house'])
      return row === null ? undefined : hookOf(row)
    },
    async endHook(id, at) {
      return (await client.hook.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date(at) } })).count > 0
    },
    async noteDelivery({ at, ...delivery }) {
      const data = { ...delivery, at: new Date(at) }
      await client.hookDelivery.upsert({ where: { id: data.id }, create: data, update: data })
    },
    async deliveryById(id) {
      const row = await client.hookDelivery.findUnique({ where: { id } })
      return row === null ? undefined : deliveryOf(row)
    },
    async deliveries(hookIds, { before, limit }) {
      const where = { hookId: { in: [...hookIds] }, ...(before !== undefined && { at: { lt: new Date(before) } }) }
      const found = await client.hookDelivery.findMany({
        where,
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: limit,
      })
      return found.map(deliveryOf)
    },
    async sweepDeliveries(before) {
      return (await client.hookDelivery.deleteMany({ where: { at: { lt: new Date(before) } } })).count
    },
  }

  function hookOf({ sealed, types, since, endedAt, ...row }: HookRow): Hook {
    const { url, secret, mirror } = secretPart.parse(keys.open('house', placeOf(row.id), sealed))
    return {
      ...row,
      ...{ url, secret, ...(mirror !== undefined && { mirror }) },
      types: hookTypes.filter((type) => types.includes(type)),
      since: since.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    }
  }
}

interface HookRow extends Pick<Hook, 'id' | 'agencies' | 'staffId'> {
  readonly sealed: Uint8Array
  readonly types: readonly string[]
  readonly since: Date
  readonly endedAt: Date | null
}

const deliveryOf = ({
  at,
  state,
  ...row
}: Omit<HookDelivery, 'at' | 'state'> & { at: Date; state: string }): HookDelivery => ({
  ...row,
  state: states.find((known) => known === state) ?? 'dead',
  at: at.toISOString(),
})
