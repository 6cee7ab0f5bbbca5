import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiToken } from '../../core/handling/api-access.ts'
import { Casework } from '../../core/handling/casework.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { diy } from './rights-people.ts'
import { type OpenStore, openMemory, openSql } from './stores.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

function keepsKeys(name: string, open: () => Promise<OpenStore>): void {
  describe(`${name}: keys and answers of the API`, () => {
    let its: OpenStore
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())
    const api = () => its.store.api
    const at = (afterMs = 0) => new Date(Date.parse(its.clock.now()) + afterMs).toISOString()
    const key = (more: Partial<ApiToken> = {}): ApiToken => ({
      id: randomUUID(),
      staffId: 'dewi',
      label: 'Zammad',
      scopes: ['cases:read', 'hooks'],
      grants: ['agent', 'diy'],
      since: at(),
      usedAt: null,
      expiresAt: at(dayMs),
      revokedAt: null,
      ...more,
    })
    const answer = (more = {}) => ({
      ...{ key: randomUUID(), request: 'digest', status: 200, body: '{"ok":true}', expiresAt: at(dayMs) },
      ...more,
    })

    it('know a key until it is over, and tell all of it', async () => {
      const [token, kept] = [randomUUID(), key()]
      await api().saveApiToken(token, kept)
      expect(await api().apiToken(token, at())).toEqual(kept)
      expect(await api().apiToken(`${token}x`, at())).toBeUndefined()
      expect(await api().apiToken(token, kept.expiresAt)).toBeUndefined()
      await api().noteApiUse(kept.id, at(hourMs))
      expect(await api().apiToken(token, at())).toEqual({ ...kept, usedAt: at(hourMs) })
    })

    it('revoke a key once and for good, and list it as such', async () => {
      const [token, kept] = [randomUUID(), key({ since: at(hourMs) })]
      await api().saveApiToken(token, kept)
      expect(await api().revokeApiToken(kept.id, at())).toBe(true)
      expect(await api().revokeApiToken(kept.id, at(hourMs))).toBe(false)
      expect(await api().apiToken(token, at())).toBeUndefined()
      expect((await api().apiTokens())[0]).toEqual({ ...kept, revokedAt: at() })
    })

    it('keep the first answer of a request, and forget it when its time is over', async () => {
      const first = answer()
      await api().keepAnswer(first)
      await api().keepAnswer({ ...first, status: 409 })
      expect(await api().keptAnswer(first.key, at())).toEqual(first)
      expect(await api().keptAnswer(randomUUID(), at())).toBeUndefined()
      expect(await api().keptAnswer(first.key, at(dayMs))).toBeUndefined()
      await api().keepAnswer({ ...first, status: 201 })
      expect(await api().keptAnswer(first.key, at())).toMatchObject({ status: 201 })
    })

    it('write an answer with its commit, and neither of both when the key was answered', async () => {
      const kept = answer()
      const open = (id: string) => {
        const casework = new Casework([], [diy], at())
        const number = `PANDU-2026-${id.slice(0, 6)}`
        casework.open({ id, number, procedure: 'reactivation', chat: `chat-${id}`, language: 'id' })
        return { ...casework.harvest({ agencies: [diy], has: { slack: false, mail: false } }), answer: kept }
      }
      const [one, other] = [randomUUID(), randomUUID()]
      expect(await its.store.ledger.commit([open(one)])).toEqual([true])
      expect(await api().keptAnswer(kept.key, at())).toEqual(kept)
      await expect(its.store.ledger.commit([open(other)])).rejects.toThrow()
      expect(await its.store.ledger.caseById(other)).toBeUndefined()
      // Of a commit that lost its race no answer stays.
      const late = { ...open(one), answer: answer() }
      const c = await its.store.ledger.caseById(one)
      if (c === undefined) throw new Error('no case')
      const changes = [{ before: { ...c, revision: 99 }, after: c, events: [] }]
      expect(await its.store.ledger.commit([{ ...late, changes, owed: [] }])).toEqual([false])
      expect(await api().keptAnswer(late.answer.key, at())).toBeUndefined()
    })

    it('are swept when they are over; a key is told of for thirty days more', async () => {
      const [token, kept] = [randomUUID(), key()]
      await api().saveApiToken(token, kept)
      await api().keepAnswer(answer())
      expect(await api().sweepApi(at(2 * dayMs))).toBeGreaterThan(0)
      expect((await api().apiTokens()).map(({ id }) => id)).toContain(kept.id)
      await api().sweepApi(at(32 * dayMs))
      expect((await api().apiTokens()).map(({ id }) => id)).not.toContain(kept.id)
    })

    it('stand in the database as a keyed hash alone', async () => {
      if (its.sql === undefined) return
      const token = randomUUID()
      await api().saveApiToken(token, key())
      expect(await its.sql(`SELECT FROM "api_token" WHERE "hash" LIKE '%${token}%' OR "id" = '${token}'`)).toBe(0)
    })
  })
}

keepsKeys('memory', openMemory)
keepsKeys('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsKeys('server', async () => openSql({ url: await freshServerDatabase() }))
})
