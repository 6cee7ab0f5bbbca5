import { beforeEach, describe, expect, it } from 'vitest'
import { incomingOf } from '../../bot/telegram/incoming.ts'
import { refOf, TestChat } from './chat.ts'
import { answerUntil, openReactivation } from './play-through.ts'

let chat: TestChat
beforeEach(() => {
  chat = new TestChat()
})

const person = { id: 501, is_bot: false, first_name: 'Sari' }
const privateChat = { id: 501, type: 'private', first_name: 'Sari' }
const group = { id: -100123, type: 'supergroup', title: 'Kantor' }
const origin = { botId: 7, chatRef: refOf }
const secret = 'passphrase saya Rahasia#123'

describe('A secret', () => {
  it.each([
    ['a text', { message: { text: secret } }, 'passphrase'],
    ['a caption', { message: { photo: [{ file_id: 'p' }], caption: secret } }, 'passphrase'],
    ['an edited text', { edited_message: { text: secret } }, 'passphrase'],
    ['a file name', { message: { document: { file_id: 'd', file_name: 'password_Rahasia123.png' } } }, 'password'],
    ['a quote', { message: { text: 'ini', quote: { text: secret, position: 0 } } }, 'passphrase'],
    ['a passed-on text', { message: { text: 'kode OTP saya 123456', forward_origin: { type: 'hidden_user' } } }, 'otp'],
    ['a bare code', { message: { text: '482913' } }, 'otp'],
    [
      'a hidden link',
      {
        message: {
          text: 'klik',
          entities: [
            {
              type: 'text_link',
              offset: 0,
              length: 4,
              url: 'https://beid.bssn.go.id/auth/login-actions/action-token?key=eyJhbGciOiJIUzI1NiJ9.e30.c2ln',
            },
          ],
        },
      },
      'action-link',
    ],
  ])('in %s never reaches the inbox', (_, update, kind) => {
    const [[name, content]] = Object.entries(update) as [[string, object]]
    const raw = { update_id: 1, [name]: { message_id: 5, date: 1, chat: privateChat, from: person, ...content } }
    const stored = incomingOf(raw, origin)
    expect(stored?.payload).toEqual({
      update_id: 1,
      [name]: {
        message_id: 5,
        date: 1,
        chat: { id: 501, type: 'private' },
        from: { id: 501, is_bot: false, first_name: 'S•••' },
        secret: { kind, ids: [5] },
      },
    })
    expect(JSON.stringify(stored)).not.toMatch(/Rahasia|123456|482913|eyJ/)
  })

  it('that may be our own code is kept in doubt, until its turn tells', () => {
    const stored = (text: string) =>
      incomingOf({ update_id: 1, message: { message_id: 5, date: 1, chat: privateChat, from: person, text } }, origin)
        ?.payload.message
    expect(stored('kode saya 1234 5678')).toMatchObject({
      text: 'kode saya 1234 5678',
      doubt: { kind: 'otp', ids: [5] },
    })
    expect(stored('12345678')).not.toHaveProperty('doubt')
    for (const text of ['kode 12345678, passphrase saya Rahasia#123', 'kode OTP 123456', '482913'])
      expect(stored(text)).toMatchObject({ secret: { ids: [5] } })
  })

  it('of an own message that is answered to is deleted together with the answer', () => {
    const quoted = { message_id: 3, date: 1, chat: privateChat, from: person, text: secret }
    const message = {
      message_id: 5,
      date: 1,
      chat: privateChat,
      from: person,
      text: 'yang ini',
      reply_to_message: quoted,
    }
    const stored = incomingOf({ update_id: 1, message }, origin)
    expect(stored?.payload).toMatchObject({ message: { secret: { ids: [5, 3] } } })
  })

  it('is deleted, explained, and the question goes on where it was', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'nip')
    const id = await chat.say(secret)
    const [gone, told, question] = chat.shown.slice(-3)
    expect(gone).toMatchObject({ method: 'deleteMessage', params: { message_id: id } })
    expect(told?.text).toMatch(/berisi passphrase.*sudah kami hapus.*Langkah 4/s)
    expect(question?.text).toContain('Berapa NIP')
    await chat.say('198504122010012005')
    expect((await chat.case()).answers).toMatchObject({ nip: '198504122010012005' })
  })

  it('typed where the trouble is asked for is not filed', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'unit')
    await chat.say('Password email saya adalah Merdeka45!')
    expect((await chat.case()).answers).not.toHaveProperty('unit')
    expect(JSON.stringify(await chat.memory())).not.toContain('Merdeka45')
  })
})

describe('What is not a private chat with a person', () => {
  const say = (text: string) => ({ message: { message_id: 9, date: 1, chat: group, from: person, text } })
  const brought = (status: string) => ({
    my_chat_member: {
      chat: group,
      from: person,
      date: 1,
      old_chat_member: { status: 'left' },
      new_chat_member: { status },
    },
  })
  const methods = () => chat.shown.map(({ method }) => method)

  it('a group hears one sentence, once, and is left', async () => {
    await chat.receive(brought('member'))
    await chat.receive(say('halo bot'))
    await chat.receive(say('/start@PanduBot'))
    await chat.receive(brought('left'))
    await chat.work()
    expect(methods()).toEqual(['sendMessage', 'leaveChat'])
    expect(chat.shown[0]?.text).toMatch(/percakapan pribadi.*private chats/)
  })

  it('a group that brings the bot in again hears it again', async () => {
    await chat.receive(brought('member'))
    await chat.receive(brought('left'))
    await chat.receive(brought('administrator'))
    await chat.work()
    expect(methods()).toEqual(['sendMessage', 'leaveChat', 'sendMessage', 'leaveChat'])
  })

  it('a channel is left', async () => {
    const channel = { id: -100999, type: 'channel', title: 'Berita' }
    await chat.receive({ channel_post: { message_id: 1, date: 1, chat: channel, text: 'berita' } })
    await chat.work()
    expect(methods()).toEqual(['sendMessage', 'leaveChat'])
  })

  it('another bot is told once that people are served', async () => {
    const bot = { id: 77, is_bot: true, first_name: 'Bot' }
    for (const text of ['halo', 'halo lagi'])
      await chat.receive({ message: { message_id: 9, date: 1, chat: { id: 77, type: 'private' }, from: bot, text } })
    await chat.work()
    expect(chat.shown.map(({ text }) => text)).toEqual(['Pandu hanya melayani orang, bukan bot.'])
  })

  it('a person who blocks the bot hears nothing, and goes on where they were after unblocking it', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'nip')
    const before = chat.shown.length
    for (const status of ['kicked', 'member'])
      await chat.receive({ my_chat_member: { chat: privateChat, from: person, date: 1, new_chat_member: { status } } })
    await chat.work()
    expect(chat.shown).toHaveLength(before)
    await chat.say('198504122010012005')
    expect((await chat.case()).answers).toMatchObject({ nip: '198504122010012005' })
  })
})

describe('An update', () => {
  it('of a kind that nobody asked for is passed over', () => {
    expect(incomingOf({ update_id: 1, poll: { id: '1' } }, origin)).toBeUndefined()
    expect(incomingOf({ update_id: 1, message: { text: 'no chat' } }, origin)).toBeUndefined()
    expect(incomingOf('nonsense', origin)).toBeUndefined()
  })

  it('is known by bot, number and body: a number that is used again is another update', () => {
    const update = (text: string) => ({
      update_id: 4,
      message: { message_id: 1, date: 1, chat: privateChat, from: person, text },
    })
    const key = (text: string) => incomingOf(update(text), origin)?.key
    expect(key('satu')).toMatch(/^tg:7:4:[0-9a-f]{8}$/)
    expect(key('satu')).toBe(key('satu'))
    expect(key('satu')).not.toBe(key('dua'))
  })

  it('delivered three times is answered once', async () => {
    await openReactivation(chat)
    const before = chat.shown.length
    const raw = {
      update_id: 900,
      message: { message_id: 900, date: 1, chat: privateChat, from: person, text: 'tidak ada' },
    }
    for (let n = 0; n < 3; n += 1) {
      const incoming = incomingOf(raw, origin)
      if (incoming !== undefined) await chat.ports.inbox.receive([incoming])
      await chat.work()
    }
    expect(chat.shown).toHaveLength(before + 1)
  })

  it('that poisons its turn is quarantined after five tries; the person is told calmly and goes on', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'nip')
    const poison = {
      key: 'tg:7:1:poison',
      chat: chat.ref,
      address: 501,
      language: 'id',
      payload: { update_id: 'x' },
    } as const
    await chat.ports.inbox.receive([poison])
    for (let n = 0; n < 6; n += 1) {
      await chat.work()
      chat.pass(10_000)
    }
    expect(chat.shown.at(-2)?.text).toContain('gagal kami proses')
    expect(chat.last.text).toContain('Berapa NIP')
    await chat.say('198504122010012005')
    expect((await chat.case()).answers).toMatchObject({ nip: '198504122010012005' })
  })
})
