import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OwedRow } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { Turns } from '../../core/handling/turns.ts'
import { type OpenStore, openSql } from './stores.ts'

let its: OpenStore
beforeAll(async () => {
  its = await openSql({ memory: true })
})
afterAll(() => its.close())

const arrives = async (chat: string, text = 'halo'): Promise<void> => {
  await its.store.inbox.receive([{ key: randomUUID(), chat, address: 1, language: 'id', payload: { text } }])
}
const owe = (row: Partial<OwedRow>): Promise<readonly boolean[]> => {
  const owed = {
    dedup: randomUUID(),
    lane: 'bulk',
    kind: 'call',
    payload: { text: 'halo' },
    target: '',
    ...row,
  } as const
  return its.store.ledger.commit([{ changes: [], owed: [owed], knocks: [] }])
}
const waiting = async () => (await its.store.inbox.next(10, [])).map(({ chat }) => chat.ref)
const turnsOn = (store: OpenStore['store']) => {
  // Only what a turn without cases reads of the ports.
  const ports = { ...store, now: its.clock.now, agencies: [], has: {} } as unknown as Ports
  const calmed: string[] = []
  const turns = new Turns(
    ports,
    async ({ chat }) => ({ state: chat.state, calls: [] }),
    ({ chat }) => {
      calmed.push(chat.ref)
      return { state: chat.state, calls: [] }
    },
    { newId: randomUUID, caseNumber: () => '', ready: async () => {} },
  )
  return { turns, calmed }
}

it('an update that cannot be read is set aside in calm words, told to operators, and holds nobody up', async () => {
  for (const chat of ['torn', 'whole']) await arrives(chat)
  await its.sql!(`UPDATE "inbox" SET "payload" = '\\x00' WHERE "chat" = 'torn'`)
  await arrives('torn', 'sekali lagi')
  const { turns, calmed } = turnsOn(its.store)
  const { count, setAside } = await turns.work({ leaseMs: 1000, held: new Set() })
  expect(count).toBe(2)
  expect(setAside).toMatchObject([{ reason: 'unreadable' }])
  expect(calmed).toEqual(['torn'])
  // What the person wrote afterwards, and the question asked anew.
  while ((await turns.work({ leaseMs: 1000, held: new Set() })).count > 0);
  expect(await its.store.inbox.isWaiting()).toBe(false)
  expect(calmed).toEqual(['torn'])
})

it('a chat whose memory cannot be read is set aside alone, and said once', async () => {
  for (const chat of ['lost', 'fine']) await arrives(chat)
  await its.sql!(`UPDATE "chat" SET "state" = '\\x00' WHERE "ref" = 'lost'`)
  await expect(its.store.inbox.next(10, [])).rejects.toThrow('1 update(s) cannot be read')
  expect(await waiting()).toEqual(['fine'])
})

it('a row that cannot be read is leased as such, beside the others', async () => {
  await owe({ target: 'slack:torn' })
  await owe({ target: 'slack:whole' })
  await owe({ target: 'chat:whole' })
  await its.sql!(`UPDATE "chat" SET "state" = '\\x00' WHERE "ref" = 'whole'`)
  await its.sql!(`UPDATE "outbox" SET "payload" = '\\x00' WHERE "target" = 'slack:torn'`)
  const items = await its.store.outbox.claim('bulk', 10, its.clock.now(), 1000)
  expect(items.map(({ target, unreadable }) => [target, unreadable ?? 'good'])).toEqual([
    ['slack:torn', expect.stringContaining('unreadable')],
    ['slack:whole', 'good'],
    ['chat:whole', expect.stringContaining('unreadable')],
  ])
})
