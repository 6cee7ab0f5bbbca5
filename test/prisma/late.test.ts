import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Casework } from '../../core/handling/casework.ts'
import type { OwedRow } from '../../core/handling/outbox.ts'
import { createSealer } from '../../core/lab/seal.ts'
import { type Database, openDatabase } from '../../prisma/database.ts'
import type { Client } from '../../prisma/sql/client.ts'
import { createSqlStore } from '../../prisma/sql-store.ts'
import { diy } from '../case/given.ts'
import { TestClock } from './stores.ts'

let database: Database
const clock = new TestClock()
const sealer = createSealer(randomBytes(32))
const storeOn = (client: Client) =>
  createSqlStore(client, { sealer, evidenceDir: tmpdir(), now: clock.now, newId: randomUUID })
beforeAll(async () => {
  database = await openDatabase({ memory: true })
})
afterAll(() => database.close())

const row = (more: Partial<OwedRow>): OwedRow => ({
  dedup: randomUUID(),
  lane: 'bulk',
  target: `mail:${randomUUID()}`,
  kind: 'staff-mail',
  payload: {},
  ...more,
})

describe('a stranger’s first message', () => {
  it('is heard when it is brought again after the store was away', async () => {
    let isAway = true
    const faulty = new Proxy(database.prisma, {
      get(prisma, name, self) {
        if (name !== '$executeRawUnsafe') return Reflect.get(prisma, name, self)
        return async (statement: string, ...values: readonly unknown[]) => {
          if (isAway && statement.startsWith('INSERT INTO "chat"')) throw new Error('the store is away')
          return prisma.$executeRawUnsafe(statement, ...values)
        }
      },
    })
    const { inbox } = storeOn(faulty)
    const first = { key: 'tg:1:1', chat: 'stranger', address: 7, language: 'id' as const, payload: { text: 'halo' } }
    await expect(inbox.receive([first])).rejects.toThrow('away')
    isAway = false
    await inbox.receive([first])
    expect(await inbox.next(5, [])).toMatchObject([{ payload: { text: 'halo' } }])
  })
})

describe('an outcome that comes after another sender’s', () => {
  it('does not bring back what is sent, nor stop its lane', async () => {
    const { ledger, outbox } = storeOn(database.prisma)
    const [slow, next] = [row({}), row({})]
    await ledger.commit([{ changes: [], owed: [slow], knocks: [] }])
    const [item] = await outbox.claim('bulk', 5, clock.now(), 30_000)
    clock.pass(30_001)
    expect(await outbox.claim('bulk', 5, clock.now(), 30_000)).toMatchObject([{ dedup: slow.dedup, isAmbiguous: true }])
    await outbox.settle([{ id: item!.id, state: 'sent' }])
    await outbox.settle([{ id: item!.id, state: 'due', notBefore: clock.now(), error: 'Outage: too slow' }])
    await ledger.commit([{ changes: [], owed: [next], knocks: [] }])
    clock.pass(30_001)
    expect(await outbox.claim('bulk', 5, clock.now(), 30_000)).toMatchObject([{ dedup: next.dedup }])
  })
})

describe('a chat that opens and drops one request after another', () => {
  it('is played with its open ones and the latest of the others, not with all of them', async () => {
    const { inbox, ledger } = storeOn(database.prisma)
    const chat = 'busy'
    await inbox.receive([{ key: 'tg:1:5', chat, address: 5, language: 'id', payload: {} }])
    const open = async (procedure: 'reactivation' | 'lost-authenticator', isDropped: boolean) => {
      const casework = new Casework([], [diy], clock.now())
      const id = randomUUID()
      casework.open({ id, number: randomUUID(), procedure, chat, language: 'id' })
      if (isDropped) casework.give(id, { type: 'cancel' }, { role: 'requester', chat })
      await ledger.commit([casework.harvest({ agencies: [diy], has: { slack: false, mail: false } })])
      clock.pass(1000)
      return id
    }
    const oldest = await open('lost-authenticator', false)
    for (let n = 0; n < 25; n += 1) await open('reactivation', true)
    const turn = (await inbox.next(50, [])).find((one) => one.chat.ref === chat)
    expect(turn?.cases).toHaveLength(20)
    expect(turn?.cases.map(({ id }) => id)).toContain(oldest)
  })
})

describe('an error whose text no column takes', () => {
  it('is noted all the same, for a row and for an update', async () => {
    const { inbox, ledger, outbox } = storeOn(database.prisma)
    const hostile = 'bad \u0000 and half \ud83d'
    await ledger.commit([{ changes: [], owed: [row({ lane: 'work' })], knocks: [] }])
    const [item] = await outbox.claim('work', 5, clock.now(), 30_000)
    await outbox.settle([{ id: item!.id, state: 'dead', error: hostile }])
    await inbox.receive([{ key: 'tg:1:9', chat: 'poison', address: 9, language: 'id', payload: {} }])
    const turn = (await inbox.next(50, [])).find(({ chat }) => chat.ref === 'poison')
    expect(await inbox.fail(turn!.seq, hostile, clock.now())).toEqual({ attempts: 1 })
  })
})

describe('a repaint', () => {
  it('that was sent already is not owed again by the same event', async () => {
    const { ledger, outbox } = storeOn(database.prisma)
    const home = row({ target: 'slack:U1', kind: 'home', lane: 'interactive', replaces: 'home:U1', dedup: 'slack:Ev1' })
    await ledger.commit([{ changes: [], owed: [home], knocks: [] }])
    const [item] = await outbox.claim('interactive', 5, clock.now(), 30_000)
    await outbox.settle([{ id: item!.id, state: 'sent' }])
    expect(await ledger.commit([{ changes: [], owed: [home], knocks: [] }])).toEqual([true])
    expect(await outbox.claim('interactive', 5, clock.now(), 30_000)).toEqual([])
  })
})

describe('a repaint that waits', () => {
  it('goes where the view belongs now', async () => {
    const { ledger, outbox } = storeOn(database.prisma)
    const paint = (target: string) => row({ target, kind: 'card', lane: 'interactive', replaces: 'card:1' })
    await ledger.commit([{ changes: [], owed: [paint('slack:C0OLD')], knocks: [] }])
    await ledger.commit([{ changes: [], owed: [paint('slack:C0NEW')], knocks: [] }])
    expect(await outbox.claim('interactive', 5, clock.now(), 30_000)).toMatchObject([{ target: 'slack:C0NEW' }])
  })
})
