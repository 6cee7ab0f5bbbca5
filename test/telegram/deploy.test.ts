import { describe, expect, it, vi } from 'vitest'
import { goodAnswers, TestChat } from './chat.ts'
import { answerUntil, openReactivation } from './play-through.ts'

/** What the running deploy asks; the second one inserts a question before the first. */
const deploy = vi.hoisted(() => ({ inserts: false }))
vi.mock('../../core/procedure/registry.ts', async (original) => {
  const { procedureOf } = await original<typeof import('../../core/procedure/registry.ts')>()
  return {
    procedureOf: (name: Parameters<typeof procedureOf>[0]) => {
      const procedure = procedureOf(name)
      return deploy.inserts ? { ...procedure, asks: ['lostOn', ...procedure.asks] } : procedure
    },
  }
})

const texts = [
  'name',
  'nip',
  'nik',
  'email',
  'phone',
  'unit',
  'position',
  'noticedOn',
  'scannedAt.1',
  'passwordChangedAt',
]

describe('A deploy that inserts a question while dialogues are open', () => {
  it.each([
    ['with other scripts', 'v2'],
    ['with the same scripts', 'v1'],
  ])('%s mixes no field', async (_, version) => {
    for (const key of texts) {
      deploy.inserts = false
      const chat = new TestChat()
      await openReactivation(chat)
      await answerUntil(chat, key)
      const before = (await chat.case()).answers
      deploy.inserts = true
      chat.deploy(version)
      await chat.say(goodAnswers[key] ?? '')
      const { answers } = await chat.case()
      expect(answers).not.toHaveProperty('lostOn')
      expect(chat.last.text).toContain('Kapan itu terjadi?')
      // Either asked anew, or taken for exactly the question that was on the screen.
      const { [key]: taken, ...others } = answers
      expect(others).toEqual(before)
      expect(taken === undefined).toBe(version === 'v2')
      await chat.say('19 November 2026')
      expect((await chat.case()).answers).toMatchObject({ lostOn: { date: '2026-11-19' } })
    }
  })

  it('a press of before the deploy acts on its own question or not at all', async () => {
    deploy.inserts = false
    const chat = new TestChat()
    await openReactivation(chat)
    await answerUntil(chat, 'employment')
    deploy.inserts = true
    chat.deploy('v2')
    await chat.press('PNS (termasuk CPNS)')
    expect((await chat.case()).answers).not.toHaveProperty('employment')
    expect(chat.last.text).toContain('Kapan itu terjadi?')
  })
})
