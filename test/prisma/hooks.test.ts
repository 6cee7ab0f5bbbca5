import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hook, HookDelivery } from '../../core/handling/hooks.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { type OpenStore, openMemory, openSql } from './stores.ts'

function keepsHooks(name: string, open: () => Promise<OpenStore>): void {
  describe(`${name}: hooks and what was delivered to them`, () => {
    let its: OpenStore
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())
    const hooks = () => its.store.hooks
    const at = (afterMs = 0) => new Date(Date.parse(its.clock.now()) + afterMs).toISOString()
    const hook = (more: Partial<Hook> = {}): Hook => ({
      id: randomUUID(),
      url: 'https://kenari.example/in',
      secret: 'whsec_a2VuYXJp',
      types: ['taken', 'replied'],
      agencies: ['diy'],
      staffId: 'dewi',
      since: at(),
      endedAt: null,
      ...more,
    })
    const delivery = (hookId: string, more: Partial<HookDelivery> = {}): HookDelivery => ({
      ...{ id: `msg_${randomUUID()}`, hookId, number: 'PANDU-2026-000001-X', type: 'case.taken', body: '{}' },
      ...{ state: 'waiting', attempts: 1, answer: '503', at: at() },
      ...more,
    })

    it('give a hook back whole; the first of an id stands; an ended one is told nothing and still known', async () => {
      const kept = hook({ mirror: { kind: 'chatwoot', inboxId: 3 } })
      await hooks().saveHook(kept)
      await hooks().saveHook({ ...kept, url: 'https://other.example/' })
      expect(await hooks().hookById(kept.id)).toEqual(kept)
      expect(await hooks().hooks()).toContainEqual(kept)
      expect(await hooks().hookById(randomUUID())).toBeUndefined()
      expect(await hooks().endHook(kept.id, at(1000))).toBe(true)
      expect(await hooks().endHook(kept.id, at(2000))).toBe(false)
      expect(await hooks().hookById(kept.id)).toEqual({ ...kept, endedAt: at(1000) })
      expect((await hooks().hooks()).map(({ id }) => id)).not.toContain(kept.id)
    })

    it('tell deliveries by pages, the latest first, each as it stands now', async () => {
      const { id } = hook()
      const three = [0, 1000, 2000].map((ms) => delivery(id, { at: at(ms) }))
      for (const one of three) await hooks().noteDelivery(one)
      await hooks().noteDelivery(delivery(randomUUID()))
      const last = { ...three[2]!, state: 'sent', attempts: 2, answer: '204' } as const
      await hooks().noteDelivery(last)
      expect(await hooks().deliveries([id], { limit: 2 })).toEqual([last, three[1]])
      expect(await hooks().deliveries([id], { limit: 2, before: at(1000) })).toEqual([three[0]])
      expect(await hooks().deliveryById(last.id)).toEqual(last)
      expect(await hooks().deliveries([], { limit: 2 })).toEqual([])
    })

    it('forget deliveries that are old', async () => {
      const { id } = hook()
      await hooks().noteDelivery(delivery(id, { at: at(-5000) }))
      await hooks().noteDelivery(delivery(id))
      expect(await hooks().sweepDeliveries(at(-1))).toBeGreaterThan(0)
      expect(await hooks().deliveries([id], { limit: 9 })).toHaveLength(1)
    })

    it('keep address and secret sealed', async () => {
      if (its.sql === undefined) return
      await hooks().saveHook(hook())
      const readable = `encode("sealed", 'escape') LIKE '%kenari%' OR encode("sealed", 'escape') LIKE '%whsec%'`
      expect(await its.sql(`SELECT FROM "hook" WHERE ${readable}`)).toBe(0)
    })
  })
}

keepsHooks('memory', openMemory)
keepsHooks('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsHooks('server', async () => openSql({ url: await freshServerDatabase() }))
})
