import { describe, expect, it } from 'vitest'
import { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import { repeatsOn } from './screens.ts'

/** The deaths that repeats are counted to when this happens in a row: `act`, `death`, or what the bot says. */
function killsOf(...happenings: readonly string[]): readonly number[] {
  const telegram = new TelegramNetwork()
  const phone = telegram.person({ id: 7, firstName: 'Adi' })
  const [acts, killedAt]: [number[], number[]] = [[], []]
  for (const one of happenings) {
    const { memory, bot } = telegram
    if (one === 'act') acts.push(memory.nextMessageId)
    else if (one === 'death') killedAt.push(memory.nextMessageId)
    else memory.write(memory.chat(phone.chat), bot, { text: one })
  }
  return repeatsOn({ phone, acts }, killedAt).map(({ kill }) => kill)
}

const wait = 'Tunggu sebentar'

describe('Equal messages in a row', () => {
  it('are no repeats when the person acted before each', () =>
    expect(killsOf(wait, 'act', wait, 'act', wait)).toEqual([]))

  it('are counted to the death between them', () =>
    expect(killsOf(wait, 'death', wait, 'act', 'Terkirim', 'death', 'Terkirim')).toEqual([0, 1]))

  it('have no cause when nothing happened between them', () => {
    expect(killsOf('act', wait, wait)).toEqual([-1])
    expect(killsOf(wait, 'act', 'Terkirim', 'Terkirim')).toEqual([-1])
  })

  it('are a repeat and then the answer to what was done while the program was away', () => {
    expect(killsOf(wait, 'death', 'act', wait, wait)).toEqual([0])
    expect(killsOf(wait, 'act', 'death', wait, wait)).toEqual([0])
  })

  it('have no cause when there are more of them than deaths and acts', () => {
    expect(killsOf(wait, 'death', 'act', wait, wait, wait)).toEqual([0, -1])
    expect(killsOf(wait, 'act', wait, wait)).toEqual([-1])
    expect(killsOf(wait, 'death', wait, wait)).toEqual([0, -1])
  })

  it('are not excused by what was done before the first of them', () =>
    expect(killsOf('Terkirim', 'act', 'act', wait, wait)).toEqual([-1]))
})
