import { describe, expect, it } from 'vitest'
import { Delivering } from '../../core/handling/deliver.ts'
import type { OwedRow } from '../../core/handling/outbox.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'

const now = () => '2026-11-23T02:00:00.000Z'
const row = (n: number): OwedRow => ({
  dedup: `row-${n}`,
  lane: 'bulk',
  target: `chat:${n}`,
  kind: 'notice',
  payload: {},
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
      await new Promise((resolve) => setTimeout(resolve, id % 13))
      return { state: 'sent' } as const
    }
    const lane = new Delivering(outbox, deliver, { lane: 'bulk', windowSize: 8, leaseMs: 1000, now, done: () => {} })
    while ((await lane.work()) > 0) await lane.settle()
    expect(await outbox.pending()).toEqual([])
    expect(attempts.toSorted((a, b) => a - b)).toEqual(owed.map((_, n) => n + 1))
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
})
