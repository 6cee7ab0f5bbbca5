import { describe, expect, it } from 'vitest'
import { decide } from '../../core/case/decide.ts'
import { wordsMax } from '../../core/case/decide-talk.ts'
import type { Event } from '../../core/case/event.ts'
import { announce } from '../../core/message/announce.ts'
import { copyOfCase } from '../../core/privacy/copy.ts'
import { at, budi, dewi, diy, requester, Story, sari } from './given.ts'

const canary = 'KENARI-CATATAN-7431'
const onlyEvent = (outcome: ReturnType<Story['try']>) => (outcome as readonly Event[])[0]

describe('A reply to the requester', () => {
  it('is counted in the case and kept in the sealed part of its history', () => {
    const story = new Story().submitted().when({ type: 'reply', text: '  Baik, kami periksa.  ' }, sari)
    expect(story.events.at(-1)).toMatchObject({
      type: 'replied',
      n: 1,
      author: { role: 'verifier', id: 'sari' },
      secret: { text: 'Baik, kami periksa.', by: { id: 'sari' } },
    })
    expect(story.case.talk).toEqual({ replies: 1, notes: 0, writings: 0, unanswered: 0, missed: null })
    expect(JSON.stringify(story.case)).not.toContain('kami periksa')
  })

  it('raises no decision: nobody gets a conflict because somebody said something', () => {
    const story = new Story().submitted()
    const { decision } = story.case
    story
      .when({ type: 'reply', text: 'Halo' }, sari)
      .when({ type: 'note', text: 'Halo' }, sari)
      .when({ type: 'write', text: 'Halo' })
    expect(story.case.decision).toBe(decision)
  })

  it('is given by whoever serves the agency, whoever holds the case', () => {
    expect(onlyEvent(new Story().claimed(sari).try({ type: 'reply', text: 'Halo' }, budi))).toMatchObject({
      type: 'replied',
    })
    expect(onlyEvent(new Story().sent().try({ type: 'reply', text: 'Halo' }, dewi))).toMatchObject({ type: 'replied' })
    const joko = { ...sari, id: 'joko', agencies: ['bantul'] }
    expect(new Story().submitted().try({ type: 'reply', text: 'Halo' }, joko)).toEqual({ refused: 'not-yours' })
    expect(new Story().submitted().try({ type: 'reply', text: 'Halo' }, { ...sari, isRequester: true })).toEqual({
      refused: 'own-case',
    })
  })

  it('cannot be given by a requester, nor to what was never sent', () => {
    expect(new Story().submitted().try({ type: 'reply', text: 'Halo' }, requester)).toEqual({ refused: 'not-yours' })
    expect(new Story().filled().try({ type: 'reply', text: 'Halo' }, sari)).toEqual({ refused: 'not-yours' })
    expect(new Story().filled().try({ type: 'write', text: 'Halo' })).toMatchObject({ refused: 'not-now' })
  })

  it.each(['reply', 'note', 'write'] as const)(
    'of no words, or of too many, is refused with their number: %s',
    (type) => {
      const actor = type === 'write' ? requester : sari
      const story = new Story().submitted()
      expect(story.try({ type, text: ' \n ' }, actor)).toEqual({ refused: 'nothing-written' })
      expect(story.try({ type, text: 'a'.repeat(5000) }, actor)).toEqual({
        refused: 'words-too-long',
        detail: { found: 5000, max: wordsMax },
      })
      expect(onlyEvent(story.try({ type, text: 'a'.repeat(wordsMax) }, actor))).toBeDefined()
    },
  )

  it('that asks for a passphrase or hands one out is refused', () => {
    const story = new Story().submitted()
    expect(story.try({ type: 'reply', text: 'Mohon kirimkan kode OTP Anda.' }, sari)).toEqual({
      refused: 'asks-secret',
    })
    expect(story.try({ type: 'reply', text: 'passphrase: Rahasia#2026' }, sari)).toEqual({ refused: 'secret-inside' })
    expect(story.try({ type: 'write', text: 'passphrase saya: Rahasia#2026' })).toEqual({ refused: 'secret-inside' })
  })

  it('has nobody to read it where the requester has no chat', () => {
    const c = {
      ...new Story().submitted().case,
      counter: {
        openedBy: { id: 'joko', name: 'Joko' },
        hands: [],
        pass: 'p',
        hears: 'in-person' as const,
        untold: [],
      },
    }
    const circumstances = { actor: sari, at, agencies: [diy] }
    expect(decide(c, { type: 'reply', text: 'Halo' }, circumstances)).toEqual({ refused: 'no-chat' })
    expect(decide(c, { type: 'note', text: 'Halo' }, circumstances)).toHaveLength(1)
  })

  it('that did not arrive is noted once, until another one is given', () => {
    const story = new Story().submitted().when({ type: 'reply', text: 'Halo' }, sari)
    story.when({ type: 'miss-reply', n: 1 }, { role: 'system' })
    expect(story.case.talk?.missed).toBe(1)
    expect(story.try({ type: 'miss-reply', n: 1 }, { role: 'system' })).toEqual([])
    expect(story.try({ type: 'miss-reply', n: 7 }, { role: 'system' })).toEqual([])
    expect(story.when({ type: 'reply', text: 'Lagi' }, sari).case.talk?.missed).toBeNull()
  })
})

describe('Words of the requester', () => {
  it('wait for an answer, and not more than a few of them', () => {
    const story = new Story().submitted()
    for (let n = 0; n < 20; n += 1) story.when({ type: 'write', text: `pesan ${n}` })
    expect(story.case.talk?.unanswered).toBe(20)
    expect(story.try({ type: 'write', text: 'lagi' })).toEqual({ refused: 'too-many-messages', detail: { max: 20 } })
    story.when({ type: 'reply', text: 'Sebentar' }, sari)
    expect(onlyEvent(story.try({ type: 'write', text: 'lagi' }))).toMatchObject({ type: 'wrote', n: 21 })
  })

  it('are added to a case that ended within 14 days, and refused after', () => {
    const story = new Story().submitted().when({ type: 'complete' })
    const day = (n: number) => new Date(Date.parse(story.case.endedAt ?? '') + n * 86_400_000).toISOString()
    expect(onlyEvent(story.try({ type: 'write', text: 'Terima kasih' }, requester, day(13)))).toBeDefined()
    expect(story.try({ type: 'write', text: 'Terima kasih' }, requester, day(15))).toMatchObject({
      refused: 'too-late',
    })
  })

  it('are told to whoever has the case', () => {
    const told = (story: Story) => {
      const before = story.case
      const events = story.when({ type: 'write', text: 'Halo' }).events.slice(-1)
      return announce(before, story.case, events)
    }
    expect(told(new Story().submitted())).toContainEqual({ to: 'verifiers', what: 'notice', code: 'wrote' })
    expect(told(new Story().sent())).toContainEqual({ to: 'agents', what: 'notice', code: 'wrote' })
  })
})

describe('A note of staff', () => {
  const story = new Story().submitted()
  const before = story.case
  const events = story.when({ type: 'note', text: canary }, sari).events.slice(-1)

  it('owes nothing to anybody but to the search of the house', () => {
    expect(events[0]).toMatchObject({ type: 'noted', secret: { text: canary } })
    expect(announce(before, story.case, events)).toEqual([{ to: 'house', what: 'note-words' }])
  })

  it('is in no case row and in no copy for its requester, not even as a fact', () => {
    expect(JSON.stringify(story.case)).not.toContain(canary)
    const copy = copyOfCase(story.case, story.events)
    expect(JSON.stringify(copy)).not.toContain(canary)
    expect(copy.history.map(({ type }) => type)).not.toContain('noted')
  })

  it('is never written by a requester', () => {
    expect(story.try({ type: 'note', text: canary }, requester)).toEqual({ refused: 'not-yours' })
  })
})

it('A copy for the requester holds what was said between them and staff', () => {
  const story = new Story()
    .submitted()
    .when({ type: 'write', text: 'Kapan selesai?' })
    .when({ type: 'reply', text: 'Besok.' }, sari)
  expect(copyOfCase(story.case, story.events).messages).toMatchObject([
    { by: 'requester', text: 'Kapan selesai?' },
    { by: 'verifier', text: 'Besok.' },
  ])
})
