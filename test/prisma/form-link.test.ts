import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { type OpenStore, openMemory, openSql } from './stores.ts'

function keepsFormLinks(name: string, open: () => Promise<OpenStore>): void {
  describe(`${name}: a one-time link of a form`, () => {
    let its: OpenStore
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())
    const saved = async (lifeMs = 60_000) => {
      const token = randomUUID()
      const link = { caseId: randomUUID(), formSha256: 'f'.repeat(64), issuedAt: '2026-11-23T02:00:00.123Z' }
      const expiresAt = new Date(Date.parse(its.clock.now()) + lifeMs).toISOString()
      await its.store.deskAccess.saveFormLink(token, link, expiresAt)
      return { token, link }
    }

    it('says what it is for as often as it is looked at, and is spent once among many', async () => {
      const { deskAccess } = its.store
      const { token, link } = await saved()
      for (const _ of [1, 2]) expect(await deskAccess.formLink(token, its.clock.now())).toEqual(link)
      const spent = await Promise.all([1, 2, 3].map(() => deskAccess.spendFormLink(token, its.clock.now())))
      expect(spent.filter(Boolean)).toHaveLength(1)
      expect(await deskAccess.formLink(token, its.clock.now())).toBeUndefined()
    })

    it('is over at its time, unknown to every other token, and swept out', async () => {
      const { deskAccess } = its.store
      const { token } = await saved()
      expect(await deskAccess.spendFormLink(`${token}x`, its.clock.now())).toBe(false)
      its.clock.pass(60_000)
      expect(await deskAccess.formLink(token, its.clock.now())).toBeUndefined()
      expect(await deskAccess.spendFormLink(token, its.clock.now())).toBe(false)
      await saved(-1)
      expect(await deskAccess.sweep(its.clock.now())).toBeGreaterThan(0)
      expect(await deskAccess.sweep(its.clock.now())).toBe(0)
    })

    it('signs nobody in, and a link of the desk is none of a form', async () => {
      const { deskAccess } = its.store
      const { token } = await saved()
      expect(await deskAccess.isLinkGood(token, its.clock.now())).toBe(false)
      expect(await deskAccess.spendLink(token, its.clock.now())).toBeUndefined()
      const door = randomUUID()
      await deskAccess.saveLink(door, 'sari', new Date(Date.parse(its.clock.now()) + 60_000).toISOString())
      expect(await deskAccess.formLink(door, its.clock.now())).toBeUndefined()
    })

    it('can be put back when nothing was taken by it', async () => {
      const { deskAccess } = its.store
      const { token, link } = await saved()
      const later = new Date(Date.parse(its.clock.now()) + 60_000).toISOString()
      await deskAccess.saveFormLink(token, link, later)
      expect(await deskAccess.spendFormLink(token, its.clock.now())).toBe(true)
      await deskAccess.saveFormLink(token, link, later)
      expect(await deskAccess.spendFormLink(token, its.clock.now())).toBe(true)
    })

    it('is kept as a keyed hash alone', async () => {
      const { token } = await saved()
      const count = await its.sql?.(`SELECT 1 FROM "form_link" WHERE "hash" LIKE '%${token.slice(0, 8)}%'`)
      expect(count ?? 0).toBe(0)
    })
  })
}

keepsFormLinks('memory', openMemory)
keepsFormLinks('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsFormLinks('server', async () => openSql({ url: await freshServerDatabase() }))
})
