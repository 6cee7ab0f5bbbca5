import { describe, expect, it } from 'vitest'
import { Presence } from '../../bot/desk/presence.ts'

const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 23, 2, 0, seconds)).toISOString()
const dewi = { id: 'dewi', name: 'Dewi' }
const eko = { id: 'eko', name: 'Eko' }

describe('who has a case open', () => {
  it('is told to colleagues, never to oneself, and nothing of other cases', () => {
    const presence = new Presence(() => {})
    presence.enter('c1', dewi)
    expect(presence.others('c1', 'eko', at(0))).toEqual([{ ...dewi, isTyping: false }])
    expect(presence.others('c1', 'dewi', at(0))).toEqual([])
    expect(presence.others('c2', 'eko', at(0))).toEqual([])
  })

  it('counts a person once whatever pages they have, until the last is closed', () => {
    const presence = new Presence(() => {})
    const [one, two] = [presence.enter('c1', dewi), presence.enter('c1', dewi)]
    expect(presence.others('c1', 'eko', at(0))).toHaveLength(1)
    one()
    one()
    expect(presence.others('c1', 'eko', at(0))).toHaveLength(1)
    two()
    expect(presence.others('c1', 'eko', at(0))).toEqual([])
  })

  it('says of twenty seconds after a word that somebody writes, and names writers first', () => {
    const presence = new Presence(() => {})
    presence.enter('c1', dewi)
    presence.enter('c1', eko)
    presence.type('c1', 'eko', at(0))
    expect(presence.others('c1', 'sari', at(19))).toEqual([
      { ...eko, isTyping: true },
      { ...dewi, isTyping: false },
    ])
    expect(presence.others('c1', 'sari', at(20)).map(({ isTyping }) => isTyping)).toEqual([false, false])
  })

  it('tells the pages of that case when somebody comes, begins to write or goes, not at every word', () => {
    const told: string[] = []
    const presence = new Presence((caseId) => told.push(caseId))
    const leave = presence.enter('c1', dewi)
    presence.type('c1', 'dewi', at(0))
    presence.type('c1', 'dewi', at(5))
    expect(told).toEqual(['c1', 'c1'])
    leave()
    expect(told).toEqual(['c1', 'c1', 'c1'])
  })

  it('keeps nothing of a case that nobody has open', () => {
    const presence = new Presence(() => {})
    presence.type('c1', 'dewi', at(0))
    presence.enter('c1', dewi)
    expect(presence.others('c1', 'eko', at(1))).toEqual([{ ...dewi, isTyping: false }])
  })
})
