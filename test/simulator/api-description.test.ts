import { describe, expect, it } from 'vitest'
import { ApiDescription } from '../../bot/simulator/telegram/api-description.ts'
import { Arguments } from '../../bot/simulator/telegram/arguments.ts'

const field = (name: string, types: string[], required = false) => ({ name, types, required })
const description = new ApiDescription({
  methods: {
    sendMessage: {
      fields: [
        field('chat_id', ['Integer', 'String'], true),
        field('text', ['String'], true),
        field('protect_content', ['Boolean']),
        field('reply_markup', ['InlineKeyboardMarkup', 'ReplyKeyboardRemove']),
      ],
    },
    sendPhoto: {
      fields: [field('chat_id', ['Integer', 'String'], true), field('photo', ['InputFile', 'String'], true)],
    },
    sendMediaGroup: { fields: [field('media', ['Array of InputMedia'], true)] },
  },
  types: {
    InlineKeyboardMarkup: { fields: [field('inline_keyboard', ['Array of Array of Button'], true)] },
    Button: { fields: [field('text', ['String'], true), field('callback_data', ['String'])] },
    ReplyKeyboardRemove: { fields: [field('remove_keyboard', ['True'], true)] },
    InputMedia: { subtypes: ['InputMediaPhoto'] },
    InputMediaPhoto: { fields: [field('type', ['String'], true), field('media', ['String'], true)] },
  },
})
const inJson = (method: string, values: Record<string, unknown>) =>
  description.violations(method, new Arguments(values), 'json')

describe('a call held against the description of the Bot API', () => {
  it('passes when every parameter is known, typed and there', () => {
    const reply_markup = { inline_keyboard: [[{ text: 'Ya', callback_data: 'ya' }]] }
    expect(inJson('sendMessage', { chat_id: 5, text: 'x', protect_content: true, reply_markup })).toEqual([])
    expect(inJson('sendMessage', { chat_id: '@kanal', text: 'x' })).toEqual([])
  })

  it.each([
    ['sendNothing', {}, ['sendNothing: no such method']],
    ['sendMessage', { chat_id: 5 }, ['sendMessage.text: missing']],
    ['sendMessage', { chat_id: 5, text: null }, ['sendMessage.text: missing']],
    ['sendMessage', { chat_id: 5, text: 'x', teks: 'y' }, ['sendMessage.teks: unknown']],
    ['sendMessage', { chat_id: 5, text: 7 }, ['sendMessage.text: a String expected']],
    ['sendMessage', { chat_id: 1.5, text: 'x' }, ['sendMessage.chat_id: Integer expected']],
    [
      'sendMessage',
      { chat_id: 5, text: 'x', protect_content: 'true' },
      ['sendMessage.protect_content: Boolean expected'],
    ],
    [
      'sendMessage',
      { chat_id: 5, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'Ya', data: 'ya' }]] } },
      ['sendMessage.reply_markup.inline_keyboard[0][0].data: unknown'],
    ],
    ['sendMediaGroup', { media: {} }, ['sendMediaGroup.media: an Array of InputMedia expected']],
    ['sendMediaGroup', { media: [{ type: 'photo' }] }, ['sendMediaGroup.media[0].media: missing']],
  ])('%s %j', (method, values, problems) => {
    expect(inJson(method, values)).toEqual(problems)
  })

  it('reads forms as text, with uploads directly or attached', () => {
    const upload = { name: 'a.jpg', mime: 'image/jpeg', bytes: Buffer.from('a') }
    const form = (method: string, values: Record<string, unknown>, ...uploads: string[]) => {
      const files = new Map(uploads.map((name) => [name, upload]))
      return description.violations(method, new Arguments(values, files), 'form')
    }
    const reply_markup = '{"inline_keyboard":[[{"text":"Ya"}]]}'
    expect(form('sendMessage', { chat_id: '5', text: 'x', protect_content: 'true', reply_markup })).toEqual([])
    expect(form('sendPhoto', { chat_id: '5' }, 'photo')).toEqual([])
    expect(form('sendMediaGroup', { media: '[{"type":"photo","media":"attach://a"}]' }, 'a')).toEqual([])
    expect(form('sendPhoto', { chat_id: '5' })).toEqual(['sendPhoto.photo: missing'])
    expect(form('sendMessage', { chat_id: 'x', text: 'x', reply_markup: '{' })).toEqual([
      'sendMessage.reply_markup: InlineKeyboardMarkup expected',
    ])
  })
})
