import { describe, expect, it } from 'vitest'
import { type Deliver, Delivering } from '../../core/handling/deliver.ts'
import { Outage } from '../../core/handling/outage.ts'
import type { Outbox, Outcome, OwedRow } from '../../core/handling/outbox.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'

const now = () => '2026-11-23T02:00:00.000Z'
const row = (n: number): OwedRow => ({
  dedup: `row-${n}`,
  lane: 'bulk',
  target: `chat:${n}`,
  kind: 'notice',
  payload: {},
})

describe('replies of one chat that are at hand together', () => {
  const replies = (outbox: Outbox, deliver: Deliver) =>
    new Delivering(outbox, deliver, { lane: 'bulk', windowSize: 8, leaseMs: 30_000, now, done: () => {} })

  it('go one after another, each when the one before is marked', async () => {
    const { outbox } = createMemoryStore(now)
    const order: string[] = []
    const marked: Outbox = {
      ...outbox,
      settle: async (outcomes) => void order.push(...outcomes.map(({ id }) => `marked ${id}`)),
    }
    const lane = replies(marked, async ({ id }) => {
      order.push(`sent ${id}`)
      return { state: 'sent' }
    })
    lane.take([1, 2, 3].map((id) => ({ ...row(7), id, attempts: 1, isAmbiguous: false, leasedAt: now() })))
    await lane.settle()
    expect(order).toEqual(['sent 1', 'marked 1', 'sent 2', 'marked 2', 'sent 3', 'marked 3'])
  })

  it('wait for one that failed, those too that were leased behind it meanwhile', async () => {
    const { outbox } = createMemoryStore(now)
    const outcomes: Outcome[] = []
    const marked: Outbox = { ...outbox, settle: async (some) => void outcomes.push(...some) }
    const sent: number[] = []
    const lane = replies(marked, async ({ id }) => {
      if (id === 1) throw new Outage('away', 50)
      sent.push(id)
      return { state: 'sent' }
    })
    const item = (id: number) => ({ ...row(7), id, attempts: 1, isAmbiguous: false, leasedAt: now() })
    lane.take([item(1), item(2)])
    await lane.settle()
    lane.take([item(3), { ...item(4), target: 'chat:8' }])
    await lane.settle()
    expect(sent).toEqual([4])
    expect(outcomes.filter(({ state }) => state === 'due').map(({ id }) => id)).toEqual([1, 2, 3])
    expect(lane.mayWait).toBe(true)
  })
})

describe('a lane of the outbox', () => {
  it('marks every outcome, also of sends that end while others are being marked', async () => {
    const { ledger, outbox } = createMemoryStore(now)
    const owed = Array.from({ length: 40 }, (_, n) => row(n))
    await ledger.commit([{ changes: [], owed, knocks: [] }])
    const attempts: number[] = []
    const deliver = async ({ id }: { readonly id: number }) => {
      attempts.push(id)
      // Sends end at moments spread over several marks.
      for (let turns = id % 13; turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
      return { state: 'sent' } as const
    }
    const lane = new Delivering(outbox, deliver, { lane: 'bulk', windowSize: 8, leaseMs: 1000, now, done: () => {} })
    while ((await lane.work()) > 0) await lane.settle()
    expect(await outbox.pending()).toEqual([])
    expect(attempts.toSorted((a, b) => a - b)).toEqual(owed.map((_, n) => n + 1))
  })

  it('gives up at once what cannot be read, tells who runs the house, and goes on with the others', async () => {
    const { ledger, outbox } = createMemoryStore(now)
    await ledger.commit([{ changes: [], owed: [row(1), row(2)], knocks: [] }])
    const torn: Outbox = {
      ...outbox,
      async claim(...wanted) {
        const items = await outbox.claim(...wanted)
        return items.map((item) => (item.id === 1 ? { ...item, unreadable: 'unreadable' } : item))
      },
    }
    const [sent, died]: [number[], unknown[]] = [[], []]
    const lane = new Delivering(
      torn,
      async ({ id }) => {
        sent.push(id)
        return { state: 'sent' }
      },
      {
        lane: 'bulk',
        windowSize: 8,
        leaseMs: 1000,
        now,
        done: () => {},
        died: ({ id }, reason) => died.push([id, reason]),
      },
    )
    while ((await lane.work()) > 0) await lane.settle()
    expect([sent, died]).toEqual([[2], [[1, 'unreadable']]])
    expect(await outbox.pending()).toMatchObject([{ state: 'dead', count: 1 }])
  })

  it('sends nothing a second time while the first is still under way, however long it takes', async () => {
    let ms = Date.parse('2026-11-23T02:00:00.000Z')
    const clock = () => new Date(ms).toISOString()
    const { ledger, outbox } = createMemoryStore(clock)
    await ledger.commit([{ changes: [], owed: [row(1)], knocks: [] }])
    let sends = 0
    let arrive = () => {}
    const deliver = () => {
      sends += 1
      return new Promise<{ readonly state: 'sent' }>((resolve) => {
        arrive = () => resolve({ state: 'sent' })
      })
    }
    const lane = new Delivering(outbox, deliver, {
      lane: 'bulk',
      windowSize: 8,
      leaseMs: 1000,
      now: clock,
      done: () => {},
    })
    await lane.work()
    ms += 1001
    expect(await lane.work()).toBe(0)
    arrive()
    await lane.settle()
    expect(sends).toBe(1)
    expect(await outbox.pending()).toEqual([])
  })

  it('remembers what was sent while the store was away, and sends it to nobody twice', async () => {
    const { ledger, outbox } = createMemoryStore(now)
    await ledger.commit([{ changes: [], owed: [row(1)], knocks: [] }])
    let failures = 2
    const faulty: Outbox = {
      ...outbox,
      async settle(outcomes) {
        failures -= 1
        if (failures >= 0) throw new Error('the store is away')
        return outbox.settle(outcomes)
      },
    }
    const deliver = async () => ({ state: 'sent' }) as const
    const lane = new Delivering(faulty, deliver, { lane: 'bulk', windowSize: 8, leaseMs: 1000, now, done: () => {} })
    await lane.work()
    await lane.settle()
    expect(await outbox.pending()).toEqual([])
  })

  it('tells whoever runs the house of what will never arrive, without the words of an error', async () => {
    const { ledger, outbox } = createMemoryStore(now)
    await ledger.commit([{ changes: [], owed: [row(1), row(2)], knocks: [] }])
    const deliver = async ({ id, attempts }: { readonly id: number; readonly attempts: number }) => {
      if (id === 1) return { state: 'dead', error: 'slack: channel_not_found' } as const
      throw new TypeError(`rina@jogjaprov.go.id at attempt ${attempts}`)
    }
    const told: string[] = []
    let ms = Date.parse(now())
    const lane = new Delivering(outbox, deliver, {
      lane: 'bulk',
      windowSize: 8,
      leaseMs: 1000,
      now: () => new Date(ms).toISOString(),
      done: () => {},
      died: ({ id }, reason) => told.push(`${id} ${reason}`),
    })
    for (let n = 0; n < 5; n += 1) {
      await lane.work()
      await lane.settle()
      ms += 600_000
    }
    expect(told).toEqual(['1 slack: channel_not_found', '2 TypeError'])
  })
})
