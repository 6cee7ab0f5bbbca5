import { describe, expect, it } from 'vitest'
import { eraseCase } from '../../core/handling/erase.ts'
import { requester, Story } from '../case/given.ts'
import { houseWith, later } from './clock-house.ts'

const evening = '2026-11-23T13:30:00.000Z'
const morning = '2026-11-23T23:00:00.000Z'
const asks = (said: readonly string[]) => said.filter((row) => row.startsWith('notice rate'))

describe('The question how it went', () => {
  it('goes to the requester an hour after the end, once', async () => {
    const house = await houseWith(new Story().sent())
    await house.do({ type: 'complete' }, requester)
    expect(asks(await house.at(later(0.9)))).toEqual([])
    expect(asks(await house.at(later(1)))).toEqual(['notice rate chat:chat-1'])
    expect(asks(await house.at(later(48)))).toEqual([])
  })

  it('waits for the morning where the hour ends in the night', async () => {
    const house = await houseWith(new Story().sent(), {}, evening)
    await house.do({ type: 'complete' }, requester)
    expect(asks(await house.at('2026-11-23T15:00:00.000Z'))).toEqual([])
    expect(asks(await house.at(morning))).toEqual(['notice rate chat:chat-1'])
  })

  it('is not put while the case was opened again', async () => {
    const house = await houseWith(new Story().sent())
    await house.do({ type: 'complete' }, requester)
    await house.do({ type: 'reopen' }, requester)
    expect(asks(await house.at(later(2)))).toEqual([])
  })

  it('is asked of nobody whose case was erased', async () => {
    const house = await houseWith(new Story().sent())
    await house.do({ type: 'complete' }, requester)
    const by = { role: 'operator' } as const
    expect(await eraseCase(house.ports, house.story.id, { by, because: 'order', at: later(0) })).toBe('erased')
    expect(asks(await house.at(later(3)))).toEqual([])
  })
})
