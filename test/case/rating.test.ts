import { describe, expect, it } from 'vitest'
import type { Score } from '../../core/case/rating.ts'
import { announce } from '../../core/message/announce.ts'
import { at, dewi, requester, Story, sari, system } from './given.ts'

const later = (hours: number): string => new Date(Date.parse(at) + hours * 3_600_000).toISOString()
const rate = (score: Score) => ({ type: 'rate', score }) as const
const done = () => new Story().sent().when({ type: 'complete' })
const asked = () => done().when({ type: 'ask-rating' }, system)

describe('How it went', () => {
  it('is asked an hour after the end, of whoever has a chat', () => {
    const story = new Story().sent()
    const before = story.case
    const { case: after, events } = story.when({ type: 'complete' })
    expect(announce(before, after, events.slice(-1))).toContainEqual({ to: 'house', what: 'ask-rating', at: later(1) })
    const counter = { ...after, counter: { openedBy: sari, hands: [], pass: 'p', hears: 'mail', untold: [] } as const }
    expect(announce(before, counter, events.slice(-1)).map(({ what }) => what)).not.toContain('ask-rating')
  })

  it('is never asked twice, also after the case was opened again', () => {
    const story = asked()
    expect(story.try({ type: 'ask-rating' }, system)).toEqual([])
    story.when({ type: 'reopen' })
    const before = story.case
    const { case: after, events } = story.when({ type: 'complete' })
    expect(announce(before, after, events.slice(-1)).map(({ what }) => what)).not.toContain('ask-rating')
    expect(story.try({ type: 'ask-rating' }, system)).toEqual([])
  })

  it('is said by the requester alone, once they were asked, of a case that is over', () => {
    expect(asked().when(rate('good')).case.rating?.given).toEqual({ score: 'good', since: at })
    expect(asked().try(rate('good'), dewi)).toEqual({ refused: 'not-yours' })
    expect(asked().try(rate('good'), sari)).toEqual({ refused: 'not-yours' })
    expect(asked().try(rate('good'), { ...requester, chat: 'chat-2' })).toEqual({ refused: 'not-yours' })
    expect(done().try(rate('good'))).toMatchObject({ refused: 'not-now' })
    expect(asked().when({ type: 'reopen' }).try(rate('good'))).toMatchObject({ refused: 'not-now' })
  })

  it('is a fact: nobody gets a conflict by it', () => {
    const { decision } = done().case
    expect(asked().when(rate('poor')).case.decision).toBe(decision)
  })

  it('can be changed within a day of the first word, and said again any time', () => {
    const story = asked().when(rate('good')).when(rate('fair'), requester, later(23))
    expect(story.case.rating?.given).toEqual({ score: 'fair', since: at })
    expect(story.when(rate('poor'), requester, later(24)).case.rating?.given?.score).toBe('poor')
    expect(story.try(rate('good'), requester, later(25))).toEqual({ refused: 'already-rated' })
    expect(story.try(rate('poor'), requester, later(25))).toEqual([])
  })
})
