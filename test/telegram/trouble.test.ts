import { describe, expect, it } from 'vitest'
import { Watched } from '../../bot/telegram/trouble.ts'
import type { WireAnswer } from '../../bot/telegram/wire.ts'

const ok: WireAnswer = { end: 'ok', result: true }
const lost = (reason: string): WireAnswer => ({ end: 'lost', mayHaveArrived: true, reason })

async function told(calls: readonly (readonly [atS: number, answer: WireAnswer])[]) {
  const said: unknown[] = []
  let nowMs = 0
  let answer = ok
  const wire = new Watched(
    { call: async () => answer },
    (what, facts, level) => said.push([what, facts, level]),
    () => new Date(nowMs).toISOString(),
  )
  for (const [atS, next] of calls) {
    nowMs = atS * 1000
    answer = next
    await wire.call('sendMessage', { chat_id: 501, text: 'rahasia' })
  }
  return said
}

describe('Trouble with Telegram', () => {
  it('is told at once, then once a minute with how many calls were lost', async () => {
    const calls = [lost('HTTP 502'), ok, lost('ECONNRESET'), lost('ECONNRESET')].map(
      (answer, n) => [n, answer] as const,
    )
    expect(await told([...calls, [70, lost('HTTP 500')], [71, ok]])).toEqual([
      ['Telegram did not answer', { lost: 1, method: 'sendMessage', reason: 'HTTP 502' }, 'warn'],
      ['Telegram did not answer', { lost: 3, method: 'sendMessage', reason: 'HTTP 500' }, 'warn'],
    ])
  })

  it('that is over is told with what nobody was told yet', async () => {
    expect(
      await told([
        [0, lost('HTTP 502')],
        [1, lost('HTTP 502')],
        [90, ok],
        [91, ok],
      ]),
    ).toEqual([
      ['Telegram did not answer', { lost: 1, method: 'sendMessage', reason: 'HTTP 502' }, 'warn'],
      ['Telegram did not answer', { lost: 1, method: 'sendMessage', reason: 'HTTP 502' }, 'warn'],
    ])
  })

  it('is none when it was ended by ourselves, or refused', async () => {
    const said: unknown[] = []
    const wire = new Watched(
      { call: async () => lost('AbortError') },
      (what) => said.push(what),
      () => '2026-11-22T00:00:00Z',
    )
    await wire.call('getUpdates', {}, { signal: AbortSignal.abort() })
    expect(said).toEqual([])
    expect(await told([[0, { end: 'refused', code: 400, description: 'rahasia' }]])).toEqual([])
  })
})
