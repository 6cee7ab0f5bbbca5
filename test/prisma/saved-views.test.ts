import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { savedViewsMax } from '../../core/handling/saved-views.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { type OpenStore, openMemory, openSql } from './stores.ts'

function keepsViews(name: string, open: () => Promise<OpenStore>): void {
  describe(`${name}: views of the staff`, () => {
    let its: OpenStore
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())
    const views = () => its.store.savedViews
    const view = (n: number) => ({ id: `${n}`, name: `Tampilan ${n}`, query: `view=all&text=kata${n}` })
    const at = (n: number) => new Date(Date.parse(its.clock.now()) + n * 1000).toISOString()

    it('are kept for their owner alone, in the order in which they were made', async () => {
      await views().keepView('dewi', view(2), at(1))
      await views().keepView('dewi', view(1), at(2))
      expect(await views().viewsOf('dewi')).toEqual([view(2), view(1)])
      expect(await views().viewsOf('sari')).toEqual([])
    })

    it('are renamed in their place, and deleted by their owner alone', async () => {
      await views().keepView('budi', view(1), at(1))
      await views().keepView('budi', view(2), at(2))
      expect(await views().keepView('budi', { ...view(1), name: 'Lain' }, at(3))).toBe(true)
      await views().dropView('joko', '1')
      expect(await views().viewsOf('budi')).toEqual([{ ...view(1), name: 'Lain' }, view(2)])
      await views().dropView('budi', '1')
      expect(await views().viewsOf('budi')).toEqual([view(2)])
    })

    it('are no more than there may be, also when two are kept at once; a known one can still be renamed', async () => {
      const staff = { id: 'rini', role: 'agent', agencies: [], name: 'Rini', email: `${randomUUID()}@x.id` } as const
      await its.store.directory.saveStaff({ ...staff, slackUser: null, removedAt: null })
      const beside = its.second ?? its.store
      const kept = await Promise.all(
        Array.from({ length: savedViewsMax + 5 }, (_, n) =>
          (n % 2 === 0 ? its.store : beside).savedViews.keepView('rini', view(n), at(n)),
        ),
      )
      expect(kept.filter(Boolean)).toHaveLength(savedViewsMax)
      const [first] = await views().viewsOf('rini')
      expect(await views().keepView('rini', { ...first!, name: 'Baru' }, at(99))).toBe(true)
      expect(await views().keepView('rini', view(999), at(99))).toBe(false)
    })

    it('are no readable words in the database', async () => {
      await views().keepView('tono', { id: 'x', name: 'kenari', query: 'view=all' }, at(1))
      if (its.sql === undefined) return
      expect(await its.sql(`SELECT FROM "saved_view" WHERE encode("sealed", 'escape') LIKE '%kenari%'`)).toBe(0)
    })

    it('stand beside what somebody knows best, which is kept too', async () => {
      const staff = { id: randomUUID(), role: 'agent', agencies: ['diy'], name: 'Ika', email: 'ika@x.id' } as const
      const known = { ...staff, slackUser: null, removedAt: null }
      await its.store.directory.saveStaff({ ...known, skills: ['reactivation'] })
      expect(await its.store.directory.staffById(staff.id)).toEqual({ ...known, skills: ['reactivation'] })
      await its.store.directory.saveStaff(known)
      expect(await its.store.directory.staffById(staff.id)).toEqual(known)
    })
  })
}

keepsViews('memory', openMemory)
keepsViews('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsViews('server', async () => openSql({ url: await freshServerDatabase() }))
})
