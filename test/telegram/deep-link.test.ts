import { beforeEach, describe, expect, it } from 'vitest'
import { procedureNames } from '../../core/procedure/names.ts'
import { TestChat } from './chat.ts'

let chat: TestChat
beforeEach(() => {
  chat = new TestChat()
})
const opened = () => chat.shown.map(({ text }) => text).join('\n')

describe('a link that names a service', () => {
  it('shows the welcome first and then leads into that service', async () => {
    await chat.say('/start reactivation')
    expect(opened()).toContain('Selamat datang di Pandu')
    expect((await chat.case()).procedure).toBe('reactivation')
  })

  it.each(procedureNames)('leads further than the welcome: %s', async (name) => {
    await chat.say('/start')
    const plain = chat.shown.length
    chat = new TestChat()
    await chat.say(`/start ${name}`)
    expect(chat.shown.length).toBeGreaterThan(plain)
  })

  it.each(['constructor', 'reactivation;drop', 'x'.repeat(200), '../..', ''])(
    'is the welcome alone with anything else: %j',
    async (payload) => {
      await chat.say('/start')
      const plain = chat.shown.map(({ text }) => text)
      chat = new TestChat()
      await chat.say(`/start ${payload}`)
      expect(chat.shown.map(({ text }) => text)).toEqual(plain)
    },
  )

  it('opens no second case of a service that is open', async () => {
    await chat.say('/start reactivation')
    const { id } = await chat.case()
    await chat.say('/start reactivation')
    expect((await chat.case()).id).toBe(id)
  })
})
