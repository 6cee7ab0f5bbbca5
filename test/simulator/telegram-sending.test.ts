import { existsSync } from 'node:fs'
import sharp from 'sharp'
import { Telegram } from 'telegraf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import { differences } from './described.ts'

const spec = process.env.BOT_API_SPEC
let network: TelegramNetwork
let bot: Telegram

beforeEach(async () => {
  network = await new TelegramNetwork(spec && existsSync(spec) ? { description: spec } : {}).start()
  bot = new Telegram(network.token, { apiRoot: network.apiRoot })
})
afterEach(async () => {
  expect(network.violations).toEqual([])
  expect(differences(network)).toEqual([])
  await network.stop()
})

const sari = () => network.person({ id: 501, firstName: 'Sari', username: 'sari' })
const picture = (width = 1600, height = 900) =>
  sharp({ create: { width, height, channels: 3, background: '#2266aa' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Sari' } })
    .toBuffer()

const refused = (description: string, code = 400) => ({ response: { error_code: code, description } })

describe('Telegram for a bot that sends', () => {
  it('knows its own bot', async () => {
    expect(await bot.getMe()).toMatchObject({ is_bot: true, username: 'PanduSimBot' })
  })

  it('refuses to write to a person who never wrote', async () => {
    sari()
    await expect(bot.sendMessage(501, 'Halo')).rejects.toMatchObject(refused('Bad Request: chat not found'))
  })

  it('shows a sent message on the phone, parsed, with its buttons', async () => {
    const phone = sari()
    phone.command('/start')
    const inline_keyboard = [[{ text: 'Lupa passphrase', callback_data: 'v1:a' }]]
    await bot.sendMessage(501, '<b>Selamat</b> datang &amp; <i>halo</i>', {
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard },
    })
    expect(phone.last()).toMatchObject({ text: 'Selamat datang & halo', buttons: ['Lupa passphrase'], mine: false })
    expect(phone.last()?.message.entities).toEqual([
      { type: 'bold', offset: 0, length: 7 },
      { type: 'italic', offset: 17, length: 4 },
    ])
  })

  it.each([
    ['<b>terbuka', `can't parse entities: Can't find end tag corresponding to start tag "b"`],
    ['<h1>judul</h1>', `can't parse entities: Unsupported start tag "h1" at byte offset 0`],
    ['<b>a<i>b</b></i>', `can't parse entities: Unmatched end tag at byte offset 8, expected "</i>", found "</b>"`],
    ['a < b', `can't parse entities: Unclosed start tag at byte offset 2`],
    ['selesai</b>', `can't parse entities: Unexpected end tag at byte offset 7`],
    ['  ', 'message text is empty'],
    ['<b></b>', 'message text is empty'],
    ['x'.repeat(4097), 'message is too long'],
  ])('refuses the text %j', async (text, why) => {
    sari().say('halo')
    await expect(bot.sendMessage(501, text, { parse_mode: 'HTML' })).rejects.toMatchObject(
      refused(`Bad Request: ${why}`),
    )
  })

  it('takes 4096 characters after parsing', async () => {
    sari().say('halo')
    await bot.sendMessage(501, `<b>${'x'.repeat(4096)}</b>`, { parse_mode: 'HTML' })
    expect(sari().last()?.text).toHaveLength(4096)
  })

  it.each([
    [{ text: 'Ya', callback_data: 'é'.repeat(33) }, 'BUTTON_DATA_INVALID'],
    [{ text: 'Ya', callback_data: '' }, 'BUTTON_DATA_INVALID'],
    [{ text: 'Ya', url: 'desk.example' }, "inline keyboard button URL 'desk.example' is invalid: Wrong HTTP URL"],
    [{ text: 'Ya', copy_text: { text: '' } }, 'BUTTON_COPY_TEXT_INVALID'],
  ])('refuses the button %j', async (button, why) => {
    sari().say('halo')
    const reply_markup = { inline_keyboard: [[button]] }
    const sent = bot.callApi('sendMessage', { chat_id: 501, text: 'Ya?', reply_markup } as never)
    await expect(sent).rejects.toMatchObject(refused(`Bad Request: ${why}`))
  })

  it('refuses a button that does nothing', async () => {
    sari().say('halo')
    const reply_markup = { inline_keyboard: [[{ text: 'Ya' }]] }
    const sent = bot.callApi('sendMessage', { chat_id: 501, text: 'Ya?', reply_markup } as never)
    await expect(sent).rejects.toMatchObject({ response: { error_code: 400 } })
  })

  it('says that a person blocked the bot', async () => {
    const phone = sari()
    phone.say('halo')
    phone.block()
    await expect(bot.sendMessage(501, 'Halo')).rejects.toMatchObject(
      refused('Forbidden: bot was blocked by the user', 403),
    )
    phone.unblock()
    await bot.sendMessage(501, 'Halo lagi')
    expect(phone.last()?.text).toBe('Halo lagi')
  })

  it('takes photos and documents as uploads and gives them to the phone', async () => {
    const phone = sari()
    phone.say('halo')
    const bytes = await picture()
    const photo = await bot.sendPhoto(501, { source: bytes }, { caption: '<b>contoh</b>', parse_mode: 'HTML' })
    expect(photo.photo.at(-1)).toMatchObject({ width: 1280, height: 720 })
    expect(phone.last()).toMatchObject({ text: 'contoh' })
    const file = await bot.sendDocument(501, { source: Buffer.from('%PDF-1.7'), filename: 'tanda terima é.pdf' })
    expect(file.document).toMatchObject({ file_name: 'tanda terima é.pdf', file_size: 8 })
    expect(phone.download(file.message_id).toString()).toBe('%PDF-1.7')
    await bot.sendDocument(501, file.document.file_id)
    expect(phone.last()?.document?.file_unique_id).toBe(file.document.file_unique_id)
  })

  it('takes an album', async () => {
    const phone = sari()
    phone.say('halo')
    const sent = await bot.sendMediaGroup(501, [
      { type: 'photo', media: { source: await picture(40, 30) }, caption: 'dua gambar' },
      { type: 'photo', media: { source: await picture(50, 30) } },
    ])
    expect(sent).toHaveLength(2)
    expect(new Set(phone.messages().map((message) => message.albumId)).size).toBe(2)
    expect(phone.messages().map((message) => message.text)).toEqual(['halo', 'dua gambar', ''])
  })

  it.each([
    ['sendPhoto', { photo: 'tak-dikenal' }, 'wrong file identifier/HTTP URL specified'],
    ['sendPhoto', { photo: 'https://example.org/a.jpg' }, 'failed to get HTTP URL content'],
    ['sendDocument', { document: 'attach://tiada' }, "can't find the file attached to the request"],
    ['sendMediaGroup', { media: [{ type: 'photo', media: 'x' }] }, 'must include 2-10 items'],
    ['sendChatAction', { action: 'menari' }, 'wrong parameter action in request'],
    ['copyMessage', { from_chat_id: 501, message_id: 1 }, 'this method is not imitated by the simulator'],
    ['sendMessage', { text: 'x', parse_mode: 'MarkdownV2' }, 'unsupported parse_mode (the simulator reads HTML)'],
    ['sendMessage', { text: 'x', reply_parameters: { message_id: 99 } }, 'message to be replied not found'],
  ])('refuses %s with %j', async (method, payload, why) => {
    sari().say('halo')
    const sent = bot.callApi(method as never, { chat_id: 501, ...payload } as never)
    await expect(sent).rejects.toMatchObject(refused(`Bad Request: ${why}`))
  })

  it('refuses a picture that is none', async () => {
    sari().say('halo')
    await expect(bot.sendPhoto(501, { source: Buffer.from('bukan gambar') })).rejects.toMatchObject(
      refused('Bad Request: IMAGE_PROCESS_FAILED'),
    )
  })

  it('answers 404 to methods that do not exist and 401 to another token', async () => {
    await expect(bot.callApi('sendTelepathy' as never, {} as never)).rejects.toMatchObject(
      refused('Not Found: method not found', 404),
    )
    const other = new Telegram('1:lain', { apiRoot: network.apiRoot })
    await expect(other.getMe()).rejects.toMatchObject(refused('Unauthorized', 401))
  })

  it('reads query strings, urlencoded forms and JSON alike', async () => {
    sari().say('halo')
    const address = `${network.apiRoot}/bot${network.token}/sendMessage`
    const form = new URLSearchParams({ chat_id: '501', text: 'formulir', reply_markup: '{"remove_keyboard":true}' })
    await fetch(address, { method: 'POST', body: form })
    await fetch(`${address}?chat_id=501&text=alamat`)
    await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }).then((got) =>
      expect(got.status).toBe(400),
    )
    const texts = sari().messages()
    expect(texts.map((message) => message.text)).toEqual(['halo', 'formulir', 'alamat'])
  })

  it('shows what a message replies to, one step back', async () => {
    const said = sari().say('pertanyaan')
    const reply = (message_id: number) => ({ reply_parameters: { message_id } })
    const first = await bot.sendMessage(501, 'jawaban', reply(said.message_id))
    const second = await bot.sendMessage(501, 'tambahan', reply(first.message_id))
    expect(second.reply_to_message).toMatchObject({ text: 'jawaban' })
    expect(second.reply_to_message).not.toHaveProperty('reply_to_message')
    const parameters = { message_id: 99, allow_sending_without_reply: true }
    expect(await bot.sendMessage(501, 'x', { reply_parameters: parameters })).not.toHaveProperty('reply_to_message')
  })

  it('keeps a reply keyboard until it is removed', async () => {
    const phone = sari()
    phone.say('halo')
    await bot.sendMessage(501, 'Pilih', { reply_markup: { keyboard: [['Ya', 'Tidak']] } })
    phone.pressKey('Ya')
    expect(phone.messages().at(-1)).toMatchObject({ text: 'Ya', mine: true })
    await bot.sendMessage(501, 'Baik', { reply_markup: { remove_keyboard: true } })
    expect(() => phone.pressKey('Ya')).toThrow('no key')
  })

  it('remembers commands and profile texts and refuses what is out of bounds', async () => {
    const commands = [{ command: 'kasus', description: 'Daftar kasus' }]
    await bot.setMyCommands(commands, { language_code: 'id' })
    expect(await bot.getMyCommands({ language_code: 'id' })).toEqual(commands)
    expect(await bot.getMyCommands()).toEqual([])
    await expect(bot.setMyCommands([{ command: 'Kasus', description: 'x' }])).rejects.toThrow('BOT_COMMAND_INVALID')
    await bot.setMyDescription('Asisten layanan')
    expect(await bot.getMyDescription()).toEqual({ description: 'Asisten layanan' })
    await expect(bot.setMyShortDescription('x'.repeat(121))).rejects.toThrow('short_description is too long')
    await bot.setChatMenuButton({ menuButton: { type: 'commands' } })
    expect(await bot.getChatMenuButton()).toEqual({ type: 'commands' })
  })
})
