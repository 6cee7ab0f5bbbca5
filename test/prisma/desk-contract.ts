import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskSession, plainTaste, sessionsMax } from '../../core/handling/desk-access.ts'
import type { OpenStore } from './stores.ts'

/** A session that began long ago and lives long, but for what a test says. */
export const deskSession = (more: Partial<DeskSession> = {}): DeskSession => ({
  id: randomUUID(),
  staffId: 'sari',
  csrf: 'x',
  grants: ['verifier', 'diy'],
  device: 'Firefox · Linux',
  since: '2026-01-01T00:00:00.000Z',
  usedAt: '2026-01-01T00:00:00.000Z',
  turnedAt: '2026-01-01T00:00:00.000Z',
  expiresAt: '2036-01-01T00:00:00.000Z',
  ...more,
})

/** What every store promises of devices that are signed in at the desk. */
export function keepsDevices(name: string, open: () => Promise<OpenStore>): void {
  describe(`${name}: the devices of the desk`, () => {
    let its: OpenStore
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())
    const now = () => its.clock.now()
    const later = (ms: number) => new Date(Date.parse(now()) + ms).toISOString()
    const saved = async (more: Partial<DeskSession> = {}) => {
      const [token, session] = [randomUUID(), deskSession(more)]
      await its.store.deskAccess.saveSession(token, session)
      return { token, session }
    }

    it('are kept as they began', async () => {
      const { token, session } = await saved()
      expect(await its.store.deskAccess.session(token, now())).toEqual(session)
      expect(await its.store.deskAccess.session(`${token}x`, now())).toBeUndefined()
    })

    it('get another token once, and hear the one before for a while', async () => {
      const { deskAccess } = its.store
      const { token, session } = await saved()
      const turns = await Promise.all(
        [1, 2, 3].map((n) => deskAccess.turnSession(token, `${token}-${n}`, now(), later(1000))),
      )
      expect(turns.filter(Boolean)).toHaveLength(1)
      const next = `${token}-${turns.indexOf(true) + 1}`
      const turned = { ...session, turnedAt: now() }
      for (const one of [token, next]) expect(await deskAccess.session(one, now())).toEqual(turned)
      expect(await deskAccess.session(token, later(1000))).toBeUndefined()
      expect(await deskAccess.session(next, later(1000))).toEqual(turned)
      expect(await deskAccess.turnSession(token, 'other', now(), later(1000))).toBe(false)
    })

    it('that are over get no other token', async () => {
      const { token } = await saved({ expiresAt: now() })
      expect(await its.store.deskAccess.turnSession(token, randomUUID(), now(), later(1000))).toBe(false)
    })

    it('end by the token before, too', async () => {
      const { deskAccess } = its.store
      const { token } = await saved()
      await deskAccess.turnSession(token, `${token}-next`, now(), later(1000))
      await deskAccess.endSession(token)
      expect(await deskAccess.session(`${token}-next`, now())).toBeUndefined()
    })

    it('are listed by their last use, of these people alone, and none that is over', async () => {
      const { deskAccess } = its.store
      const [one, other] = [randomUUID(), randomUUID()]
      const first = (await saved({ staffId: one, usedAt: later(-2000) })).session
      const second = (await saved({ staffId: one, usedAt: later(-1000) })).session
      await saved({ staffId: one, expiresAt: now() })
      const foreign = (await saved({ staffId: other, usedAt: later(-3000) })).session
      expect(await deskAccess.sessionsOf([one], now())).toEqual([second, first])
      await deskAccess.noteUse(first.id, now())
      const both = await deskAccess.sessionsOf([one, other], now())
      expect(both.map(({ id }) => id)).toEqual([first.id, second.id, foreign.id])
      expect(both[0]?.usedAt).toBe(now())
      expect(await deskAccess.sessionsOf([], now())).toEqual([])
    })

    it('are listed up to a bound', async () => {
      const staffId = randomUUID()
      for (let n = 0; n <= sessionsMax; n += 1) await saved({ staffId })
      expect(await its.store.deskAccess.sessionsOf([staffId], now())).toHaveLength(sessionsMax)
    })

    it('end one by one, for nobody but their owner, or all others at once', async () => {
      const { deskAccess } = its.store
      const staffId = randomUUID()
      const [one, two, three] = [await saved({ staffId }), await saved({ staffId }), await saved({ staffId })]
      expect(await deskAccess.endSessionOf('sari', one.session.id)).toBe(false)
      expect(await deskAccess.endSessionOf(staffId, one.session.id)).toBe(true)
      expect(await deskAccess.endSessionOf(staffId, one.session.id)).toBe(false)
      expect(await deskAccess.endSessionsOf(staffId, two.session.id)).toBe(1)
      expect(await deskAccess.session(two.token, now())).toBeDefined()
      expect(await deskAccess.session(three.token, now())).toBeUndefined()
      expect(await deskAccess.endSessionsOf(staffId)).toBe(1)
    })

    it('end all at once, with every unspent link, when somebody is shut out', async () => {
      const { deskAccess } = its.store
      const staffId = randomUUID()
      await saved({ staffId })
      const kept = await saved()
      await deskAccess.saveLink(`${staffId}-link`, staffId, later(60_000))
      expect(await deskAccess.shutOut(staffId)).toBe(1)
      expect(await deskAccess.sessionsOf([staffId], now())).toEqual([])
      expect(await deskAccess.spendLink(`${staffId}-link`, now())).toBeUndefined()
      expect(await deskAccess.session(kept.token, now())).toBeDefined()
    })

    it('show the desk as each person wants it', async () => {
      const { deskAccess } = its.store
      const staffId = randomUUID()
      expect(await deskAccess.taste(staffId)).toEqual(plainTaste)
      await deskAccess.saveTaste(staffId, { areLettersOff: true, theme: 'dark' })
      expect(await deskAccess.taste(staffId)).toEqual({ areLettersOff: true, theme: 'dark' })
      await deskAccess.saveTaste(staffId, plainTaste)
      expect(await deskAccess.taste(staffId)).toEqual(plainTaste)
    })

    it('are kept by keyed hashes of their tokens alone', async () => {
      const { token } = await saved()
      await its.store.deskAccess.turnSession(token, `${token}-next`, now(), later(1000))
      const part = token.slice(0, 12)
      const where = `"hash" LIKE '%${part}%' OR "previous_hash" LIKE '%${part}%'`
      expect((await its.sql?.(`SELECT 1 FROM "desk_session" WHERE ${where}`)) ?? 0).toBe(0)
    })
  })
}
