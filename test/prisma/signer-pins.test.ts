import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignerPin } from '../../core/signature/pin.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { type OpenStore, openMemory, openSql } from './stores.ts'

const pin = (more: Partial<SignerPin> = {}): SignerPin => ({
  role: 'person-in-charge',
  person: '197005121995031002',
  agency: 'diy',
  certSha256: 'a'.repeat(64),
  commonName: 'Hari Prasetyo',
  by: 'sari',
  caseId: randomUUID(),
  at: '2026-11-23T02:00:00.000Z',
  ...more,
})

function keepsPins(name: string, open: () => Promise<OpenStore>): void {
  describe(`${name}: pinned certificates`, () => {
    let its: OpenStore
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())

    it('keeps a person’s certificates in the order in which they were confirmed, and tells nobody else’s', async () => {
      const { pins } = its.store
      const renewed = pin({ certSha256: 'b'.repeat(64), at: '2026-11-24T02:00:00.000Z' })
      const first = pin()
      const others = [pin({ person: '1' }), pin({ role: 'verifier' }), pin({ person: '2', agency: 'bantul' })]
      for (const one of [renewed, ...others, first]) expect(await pins.pin(one)).toBe(true)
      expect(await pins.pinsOf(first)).toEqual([first, renewed])
      expect(await pins.pinsOf({ role: 'verifier', person: '1' })).toEqual([])
      expect(await pins.pinsIn('bantul')).toEqual([others[2]])
      expect(await pins.pinsIn('diy')).toHaveLength(4)
    })

    it('leaves one as it was noted first, whoever confirms it again, and of many at once takes one', async () => {
      const { pins } = its.store
      const first = pin({ person: 'again' })
      const all = await Promise.all([first, first, first].map((one) => pins.pin(one)))
      expect(all.filter(Boolean)).toHaveLength(1)
      expect(await pins.pin({ ...first, by: 'budi', commonName: 'Orang Lain' })).toBe(false)
      expect(await pins.pinsOf(first)).toEqual([first])
    })

    it('lets nobody change or delete one, behind the store’s back neither', async () => {
      if (its.sql === undefined) return
      await its.store.pins.pin(pin({ person: 'fixed' }))
      await expect(its.sql(`UPDATE "signer_pin" SET "common_name" = 'x'`)).rejects.toThrow(/append-only/)
      await expect(its.sql(`DELETE FROM "signer_pin"`)).rejects.toThrow(/append-only/)
    })
  })
}

keepsPins('memory', openMemory)
keepsPins('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsPins('server', async () => openSql({ url: await freshServerDatabase() }))
})
