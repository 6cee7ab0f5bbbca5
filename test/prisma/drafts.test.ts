import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Casework } from '../../core/handling/casework.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { answered } from './answered.ts'
import { diy } from './rights-people.ts'
import { type OpenStore, openMemory, openSql } from './stores.ts'

function keepsDrafts(name: string, open: () => Promise<OpenStore>): void {
  describe(`${name}: words of the staff that were not sent`, () => {
    let its: OpenStore
    let n = 0
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())
    const drafts = () => its.store.drafts
    const at = () => its.clock.now()
    const opened = async (): Promise<string> => {
      const [id, chat] = [randomUUID(), `chat-${randomUUID()}`]
      n += 1
      await its.store.inbox.receive([{ key: randomUUID(), chat, address: 42, language: 'id', payload: {} }])
      await answered(its.store, chat)
      const casework = new Casework([], [diy], at())
      casework.open({ id, number: `PANDU-${name}-${n}`, procedure: 'reactivation', chat, language: 'id' })
      await its.store.ledger.commit([casework.harvest({ agencies: [diy], has: { slack: false, mail: false } })])
      return id
    }

    it('are kept for their writer and case, each kind by itself, and forgotten once they are empty', async () => {
      const [id, other] = [await opened(), await opened()]
      await drafts().keepDrafts('dewi', id, { reply: 'Mohon kirim', note: 'periksa lagi' }, at())
      await drafts().keepDrafts('dewi', id, { reply: 'Mohon kirim ulang' }, at())
      await drafts().keepDrafts('sari', id, { note: 'milik Sari' }, at())
      expect(await drafts().draftsOf('dewi', id)).toEqual({ reply: 'Mohon kirim ulang', note: 'periksa lagi' })
      expect(await drafts().draftsOf('dewi', other)).toEqual({})
      await drafts().keepDrafts('dewi', id, { note: ' \n' }, at())
      expect(await drafts().draftsOf('dewi', id)).toEqual({ reply: 'Mohon kirim ulang' })
      expect(await drafts().draftsOf('sari', id)).toEqual({ note: 'milik Sari' })
    })

    it('go with their case, and of an erased or unknown one none are kept', async () => {
      const id = await opened()
      await drafts().keepDrafts('dewi', id, { reply: 'sebelum' }, at())
      const c = await its.store.ledger.caseById(id)
      if (c === undefined) throw new Error('no case')
      const order = { by: { role: 'staff', id: 'dewi' }, because: 'asked', at: at() } as const
      expect(await its.store.rights.erase(c, order, [])).toBe(true)
      expect(await drafts().draftsOf('dewi', id)).toEqual({})
      await drafts().keepDrafts('dewi', id, { reply: 'sesudah' }, at())
      await drafts().keepDrafts('dewi', randomUUID(), { reply: 'tanpa kasus' }, at())
      expect(await drafts().draftsOf('dewi', id)).toEqual({})
    })

    it('are swept when nobody touched them for long', async () => {
      const id = await opened()
      await drafts().keepDrafts('dewi', id, { reply: 'lama' }, at())
      its.clock.pass(1000)
      await drafts().keepDrafts('dewi', id, { note: 'baru' }, at())
      await drafts().sweepDrafts(at())
      expect(await drafts().draftsOf('dewi', id)).toEqual({ note: 'baru' })
    })

    it('are no readable words in the database', async () => {
      if (its.sql === undefined) return
      const id = await opened()
      await drafts().keepDrafts('dewi', id, { reply: 'kenari-rahasia' }, at())
      expect(await its.sql(`SELECT FROM "draft" WHERE "case_id" = '${id}'`)).toBe(1)
      expect(await its.sql(`SELECT FROM "draft" WHERE encode("sealed", 'escape') LIKE '%kenari%'`)).toBe(0)
    })
  })
}

keepsDrafts('memory', openMemory)
keepsDrafts('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsDrafts('server', async () => openSql({ url: await freshServerDatabase() }))
})
