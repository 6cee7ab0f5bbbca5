import { describe, expect, it } from 'vitest'
import { Poller } from '../../bot/telegram/poller.ts'
import { Wire, type WireAnswer } from '../../bot/telegram/wire.ts'
import { openNetwork } from './program.ts'

const start = Date.parse('2026-11-22T02:00:00Z')
const update = (update_id: number) => ({ update_id })
type Poll = { readonly atS: number; readonly answer: WireAnswer }

/** Runs a poller through the given answers of Telegram, then stops it. */
async function polled(polls: readonly Poll[]) {
  const seen = {
    offsets: [] as unknown[],
    stored: [] as unknown[],
    silences: [] as number[],
    told: [] as string[],
    levels: [] as unknown[],
    sleeps: [] as number[],
  }
  let now = start
  const left = [...polls]
  const poller = new Poller({
    wire: {
      async call(_, params) {
        seen.offsets.push((params as { offset?: number }).offset)
        const next = left.shift()
        if (next === undefined) {
          poller.stop()
          return { end: 'lost', mayHaveArrived: true, reason: 'stopped' }
        }
        now = start + next.atS * 1000
        return next.answer
      },
    },
    report(what, _, level = 'info') {
      seen.told.push(what)
      seen.levels.push(level)
    },
    sleep: async (ms) => void seen.sleeps.push(ms),
    now: () => new Date(now).toISOString(),
    receive: async (updates) => void seen.stored.push(...updates),
    heardAfter: async (silenceMs) => void seen.silences.push(silenceMs),
  })
  await poller.run()
  return seen
}
const ok = (...ids: readonly number[]): WireAnswer => ({ end: 'ok', result: ids.map(update) })
const lost: WireAnswer = { end: 'lost', mayHaveArrived: true, reason: 'ECONNRESET' }

describe('The poller', () => {
  it('moves its offset only behind what was stored', async () => {
    const { offsets, stored } = await polled([
      { atS: 0, answer: ok(5, 6) },
      { atS: 1, answer: ok() },
      { atS: 2, answer: ok(7) },
    ])
    expect(offsets).toEqual([undefined, 7, 7, 8])
    expect(stored).toEqual([update(5), update(6), update(7)])
  })

  it('tells operators of a gap in the numbers', async () => {
    const { told } = await polled([
      { atS: 0, answer: ok(5) },
      { atS: 1, answer: ok(6, 7) },
      { atS: 2, answer: ok(12) },
      { atS: 3, answer: ok(2) },
    ])
    expect(told).toEqual(['Telegram let updates expire'])
  })

  it('follows numbers that begin anew', async () => {
    expect(
      (
        await polled([
          { atS: 0, answer: ok(900) },
          { atS: 1, answer: ok(3) },
        ])
      ).offsets,
    ).toEqual([undefined, 901, 4])
  })

  it('tells how long nothing was heard', async () => {
    const { silences } = await polled([
      { atS: 0, answer: ok() },
      { atS: 30, answer: ok() },
      { atS: 60, answer: lost },
      { atS: 240, answer: ok(1) },
    ])
    expect(silences).toEqual([210_000])
  })

  it('counts the time in which another program took the updates as heard', async () => {
    const conflict: WireAnswer = { end: 'refused', code: 409, description: 'Conflict' }
    const { silences, told, levels, sleeps } = await polled([
      { atS: 0, answer: ok() },
      { atS: 300, answer: conflict },
      { atS: 305, answer: conflict },
      { atS: 310, answer: ok() },
    ])
    expect(silences).toEqual([])
    expect(told).toEqual(['another program takes the updates of this bot; standing by'])
    expect(levels).toEqual(['warn'])
    expect(sleeps).toEqual([5_000, 5_000])
  })
})

describe('The poller, refused', () => {
  it('waits longer each time that Telegram is away, and as long as it is told to', async () => {
    const limited: WireAnswer = { end: 'refused', code: 429, description: '', retryAfterMs: 40_000 }
    const polls = [lost, lost, lost, limited].map((answer, n) => ({ atS: n, answer }))
    expect((await polled(polls)).sleeps).toEqual([500, 1_000, 2_000, 40_000])
  })

  it('parks when the token is unknown', async () => {
    const unknown: WireAnswer = { end: 'refused', code: 401, description: 'Unauthorized' }
    const { offsets, told, levels } = await polled([
      { atS: 0, answer: unknown },
      { atS: 1, answer: ok(1) },
    ])
    expect(offsets).toHaveLength(1)
    expect(told[0]).toContain('TELEGRAM_BOT_TOKEN')
    expect(levels).toEqual(['error'])
  })
})

describe('The wire', () => {
  it('gives up on a network that swallows a call, not knowing whether it arrived', async () => {
    const network = await openNetwork()
    network.faults.next({ kind: 'black-hole' }, { method: 'getMe' })
    const wire = new Wire(network.token, network.apiRoot)
    expect(await wire.call('getMe', {}, { timeoutMs: 50 })).toMatchObject({ end: 'lost', mayHaveArrived: true })
    expect(await wire.call('getMe', {})).toMatchObject({ end: 'ok' })
    await network.stop()
    const nobody = new Wire(network.token, 'http://127.0.0.1:9')
    expect(await nobody.call('getMe', {})).toMatchObject({ end: 'lost', mayHaveArrived: false })
  })
})
