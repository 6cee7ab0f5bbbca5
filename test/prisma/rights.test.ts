import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Casework } from '../../core/handling/casework.ts'
import { openDatabase } from '../../prisma/database.ts'
import { describeOnServer, freshServerDatabase, useDatabase } from '../database.ts'
import { answered } from './answered.ts'
import { keepsRights } from './rights-contract.ts'
import { diy } from './rights-people.ts'
import { openMemory, openSql, storeOn } from './stores.ts'

keepsRights('memory', openMemory)
keepsRights('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsRights('server', async () => openSql({ url: await freshServerDatabase() }))
})

describe('erasure in the database', () => {
  const database = useDatabase(() => openDatabase({ memory: true }))

  async function erasedCase() {
    const its = storeOn(database())
    // One test lets it sleep.
    await its.sql!('ALTER TABLE "event" ENABLE TRIGGER "event_grows"')
    const [id, chat] = [randomUUID(), 'chat-1']
    const receive = () =>
      its.store.inbox.receive([{ key: randomUUID(), chat, address: 1, language: 'id', payload: { text: 'halo' } }])
    await receive()
    const casework = new Casework([], [diy], its.clock.now())
    casework.open({ id, number: 'PANDU-1', procedure: 'reactivation', chat, language: 'id' })
    casework.give(id, { type: 'answer', item: 'name', said: 'Rina Wulandari' }, { role: 'requester', chat })
    await its.store.ledger.commit([casework.harvest({ agencies: [diy], has: { slack: false, mail: false } })])
    const c = await its.store.ledger.caseById(id)
    if (c === undefined) throw new Error('no case')
    const erase = () =>
      its.store.rights.erase(c, { by: { role: 'operator' }, because: 'order', at: its.clock.now() }, [])
    const audit = async () => {
      for await (const finding of its.store.ledger.audit()) return finding
      return undefined
    }
    return { its, c, chat, erase, audit, receive }
  }

  it('leaves a row without key, state, requester and staff', async () => {
    const { its, erase } = await erasedCase()
    await erase()
    const clean = `"key" = '' AND "state" = '' AND "requester" = '' AND "verifier" IS NULL AND "agent" IS NULL`
    expect(await its.sql!(`UPDATE "case" SET "hold" = NULL WHERE ${clean}`)).toBe(1)
  })

  it.each([
    ['a sealed digest that was changed', `UPDATE "event" SET "sealed_digest" = 'x' WHERE "revision" = 2`],
    ['the fact of the erasure taken away', `DELETE FROM "event" WHERE "type" = 'erased'`],
    [
      'another reason for it',
      `UPDATE "event" SET "open" = jsonb_set("open", '{because}', '"asked"') WHERE "type" = 'erased'`,
    ],
  ])('%s breaks the chain of an erased case', async (_, statement) => {
    const { its, erase, audit } = await erasedCase()
    await erase()
    expect(await audit()).toMatchObject({ fault: null, isErased: true })
    await its.sql!('ALTER TABLE "event" DISABLE TRIGGER "event_grows"')
    await its.sql!(statement)
    expect(await audit()).toMatchObject({ fault: 'chain-broken' })
  })

  it('a key that was dropped by hand is a fault, not an erasure', async () => {
    const { its, audit } = await erasedCase()
    await its.sql!(`UPDATE "case" SET "key" = '', "state" = '', "erased_at" = now()`)
    expect(await audit()).toMatchObject({ fault: 'seal-broken' })
  })

  it('another program that still holds the key of an erased chat meets it anew', async () => {
    const { its, erase, chat } = await erasedCase()
    const second = its.second!
    const from = { chat, address: 1, language: 'id', payload: { text: 'lagi' } } as const
    await second.inbox.receive([{ ...from, key: 'second' }])
    await answered(its.store, chat)
    await erase()
    expect(await its.store.rights.eraseChat(chat)).toBe(true)
    expect(await second.inbox.receive([{ ...from, key: 'third' }])).toBe(1)
    expect(
      await its.store.inbox.receive([
        { ...from, key: 'fourth' },
        { ...from, key: 'third' },
      ]),
    ).toBe(1)
    const [turn] = await its.store.inbox.next(9, [])
    expect(turn).toMatchObject({ payload: { text: 'lagi' } })
  })

  it('silent chats are those without case, binding and request that said nothing for long', async () => {
    const { its, erase, chat } = await erasedCase()
    const silent = () => its.store.rights.silentChats('2099-01-01T00:00:00.000Z', 9)
    expect(await silent()).toEqual([])
    await erase()
    expect(await silent()).toEqual([chat])
    expect(await its.store.rights.silentChats('2020-01-01T00:00:00.000Z', 9)).toEqual([])
    const at = its.clock.now()
    await its.store.rights.askErasure({ id: randomUUID(), chat, askedAt: at, dueAt: at })
    expect(await silent()).toEqual([])
  })
})
