import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incomingOf } from '../../bot/telegram/incoming.ts'
import { Pace } from '../../bot/telegram/pace.ts'
import { receiver } from '../../bot/telegram/receive.ts'
import { missedMessages, reply } from '../../bot/text/telegram-reply.ts'
import type { Incoming } from '../../core/handling/inbox.ts'
import { personId, TestChat } from './chat.ts'

const at = Date.parse('2026-11-23T02:00:00Z')
const statesOf = (pace: Pace, count: number, everyMs: number, chat = 'rina', from = at) =>
  Array.from({ length: count }, (_, n) => pace.admit(chat, from + n * everyMs).is)

describe('The pace of a chat', () => {
  it('lets six albums through at once, then warns once and is silent', () => {
    const states = statesOf(new Pace(30), 100, 0)
    expect(states.slice(0, 60).every((is) => is === 'in')).toBe(true)
    expect(states.slice(60)).toEqual(['warned', ...Array(39).fill('out')])
  })

  it('hears the chat again after a third of a minute, and says how much it missed', () => {
    const pace = new Pace(30)
    statesOf(pace, 63, 0)
    expect(pace.admit('rina', at + 19_000).is).toBe('out')
    expect(pace.admit('rina', at + 20_000)).toEqual({ is: 'in', missed: 4 })
    expect(pace.admit('rina', at + 20_000)).toEqual({ is: 'in', missed: 0 })
  })

  it('never stops who writes at their pace, and nobody for what another does', () => {
    const pace = new Pace(30)
    statesOf(pace, 1000, 10, 'flood')
    expect(statesOf(pace, 500, 2000).every((is) => is === 'in')).toBe(true)
  })

  it('counts by the time of writing: what waited through an outage was not written at once', () => {
    const hourAgo = at - 3_600_000
    expect(statesOf(new Pace(30), 200, 3000, 'rina', hourAgo).every((is) => is === 'in')).toBe(true)
  })

  it('lets no more in than burst and pace, whatever the times', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600_000 }), { maxLength: 400 }), (times) => {
        const pace = new Pace(30)
        const heard = times.toSorted((a, b) => a - b).filter((time) => pace.admit('x', time).is === 'in')
        expect(heard.length).toBeLessThanOrEqual(60 + (600_000 / 60_000) * 30)
      }),
    )
  })
})

/** A message as the door marks it arrives and is worked off. */
async function marked(chat: TestChat, id: number, text: string, mark: object): Promise<void> {
  const from = { id: personId, is_bot: false }
  const message = { message_id: id, date: at / 1000, chat: { id: personId, type: 'private' }, from, text }
  const one = incomingOf({ update_id: id, message }, { botId: 7, chatRef: () => chat.ref })
  if (one === undefined) throw new Error('the update was not understood')
  await chat.ports.inbox.receive([{ ...one, payload: { ...one.payload, ...mark } }])
  await chat.work()
}

describe('A chat that floods', () => {
  const message = (id: number) => ({
    update_id: id,
    message: { message_id: id, date: at / 1000, chat: { id: 501, type: 'private' }, text: 'halo' },
  })
  const options = { botId: 7, chatRef: String, perMinute: 30, report: () => {} }

  it('is stored up to its pace; the first beyond says only that, the next one what was missed', async () => {
    const stored: Incoming[] = []
    const inbox = { receive: async (batch: readonly Incoming[]) => stored.push(...batch) }
    // Only what receiving uses of the ports.
    const ports = { inbox, wake() {}, now: () => '' } as unknown as Parameters<typeof receiver>[0]
    const receive = receiver(ports, options)
    await receive(Array.from({ length: 80 }, (_, n) => message(n + 1)))
    expect(stored).toHaveLength(61)
    expect(stored.at(-1)?.payload).toMatchObject({ isTooFast: true })
    const later = message(99)
    await receive([{ ...later, message: { ...later.message, date: at / 1000 + 30 } }])
    expect(stored.at(-1)?.payload).toMatchObject({ missed: 20 })
  })

  it('is not held to what could not be stored: it comes again', async () => {
    let isAway = true
    const stored: Incoming[] = []
    const inbox = {
      async receive(batch: readonly Incoming[]) {
        if (isAway) throw new Error('away')
        return stored.push(...batch)
      },
    }
    const ports = { inbox, wake() {}, now: () => '' } as unknown as Parameters<typeof receiver>[0]
    const receive = receiver(ports, options)
    const batch = Array.from({ length: 60 }, (_, n) => message(n + 1))
    await expect(receive(batch)).rejects.toThrow('away')
    isAway = false
    await receive(batch)
    expect(stored).toHaveLength(60)
  })

  it('reads one warning, and later how much is to be sent again; neither is taken for an answer', async () => {
    const chat = new TestChat()
    await chat.say('hp hilang')
    const before = await chat.case()
    await marked(chat, 901, '1', { isTooFast: true })
    expect(chat.last.text).toBe(reply('tooFast', 'id'))
    expect((await chat.case()).revision).toBe(before.revision)
    await marked(chat, 902, 'tidak ada', { missed: 7 })
    expect(chat.shown.some(({ text }) => text === missedMessages.id(7))).toBe(true)
    expect((await chat.case()).revision).toBe(before.revision + 1)
  })
})
