import sharp from 'sharp'
import { Telegram } from 'telegraf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HandClock } from '../../bot/simulator/clock.ts'
import { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import { differences } from './described.ts'
import { grammyUpdate } from './grammy-update.ts'

const clock = new HandClock()
let network: TelegramNetwork
let bot: Telegram

beforeEach(async () => {
  network = await new TelegramNetwork({ clock, firstUpdateId: 100 }).start()
  bot = new Telegram(network.token, { apiRoot: network.apiRoot })
})
afterEach(async () => {
  expect(differences(network)).toEqual([])
  await network.stop()
})

const sari = () => network.person({ id: 501, firstName: 'Sari', username: 'sari' })
const ask = (payload: Record<string, unknown> = {}) => bot.callApi('getUpdates', payload as never)
const ids = async (payload: Record<string, unknown> = {}) => {
  // Telegram slows down whoever asks the same twice within moments; the clock stands still here.
  clock.advance(4000)
  return (await ask(payload)).map((update) => update.update_id)
}

describe('getUpdates', () => {
  it('gives the same updates until an offset confirms them', async () => {
    for (const text of ['satu', 'dua', 'tiga']) sari().say(text)
    expect(await ids()).toEqual([100, 101, 102])
    expect(await ids()).toEqual([100, 101, 102])
    expect(await ids({ offset: 102 })).toEqual([102])
    expect(await ids({ offset: 0 })).toEqual([102])
    expect(await ids({ offset: 103 })).toEqual([])
    expect(network.updates.pendingCount).toBe(0)
  })

  it('gives at most `limit` at a time, in order', async () => {
    for (let n = 0; n < 5; n++) sari().say(`pesan ${n}`)
    expect(await ids({ limit: 2 })).toEqual([100, 101])
    expect(await ids({ offset: 102, limit: 2 })).toEqual([102, 103])
  })

  it('keeps only the last ones for a negative offset', async () => {
    for (let n = 0; n < 4; n++) sari().say(`pesan ${n}`)
    expect(await ids({ offset: -2 })).toEqual([102, 103])
    expect(await ids()).toEqual([102, 103])
  })

  it('starts from the head for an offset far in the future, as after a loss of its memory', async () => {
    sari().say('halo')
    expect(await ids({ offset: 5000 })).toEqual([100])
  })

  it('does not give numbers again that a poller saw before this network lost its memory', async () => {
    expect(await ids({ offset: 103 })).toEqual([])
    sari().say('halo')
    expect(await ids({ offset: 103 })).toEqual([103])
  })

  it('answers a waiting poll at once when something happens, an album as one batch', async () => {
    const waiting = ask({ timeout: 30 })
    await network.waitForCall((call) => call.method === 'getUpdates')
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    await sari().album([{ photo: picture }, { document: Buffer.from('a'), name: 'a.txt', mime: 'text/plain' }], {
      caption: 'bukti',
    })
    const updates = (await waiting).map(grammyUpdate)
    expect(updates.map((update) => update.message?.caption)).toEqual(['bukti', undefined])
    expect(new Set(updates.map((update) => update.message?.media_group_id)).size).toBe(1)
  })

  it('answers a waiting poll with nothing after its timeout', async () => {
    const waiting = ask({ timeout: 30 })
    await network.waitForCall((call) => call.method === 'getUpdates')
    clock.advance(30_000)
    expect(await waiting).toEqual([])
  })

  it('gives one update to whoever asks for the same twice within half a second', async () => {
    for (const text of ['satu', 'dua']) sari().say(text)
    expect(await ids()).toEqual([100, 101])
    expect(await ask()).toHaveLength(1)
  })

  it('lets a newer poller turn out the older one', async () => {
    const older = ask({ timeout: 30 })
    await network.waitForCall((call) => call.method === 'getUpdates')
    const newer = ask({ timeout: 30, offset: 100 })
    await expect(older).rejects.toMatchObject({
      response: {
        error_code: 409,
        description: expect.stringContaining('terminated by other getUpdates request'),
      },
    })
    sari().say('halo')
    expect(await newer).toHaveLength(1)
  })

  it('answers a second conflict within three seconds three seconds late', async () => {
    const polls = [0, 1, 2].map((n) => ({ timeout: 30, offset: 100 + n }))
    const first = ask(polls[0])
    await network.waitForCall((call) => call.payload.offset === 100)
    const second = ask(polls[1])
    await expect(first).rejects.toMatchObject({ code: 409 })
    const third = ask(polls[2])
    const turnedOut = network.waitForCall((call) => call.payload.offset === 101 && call.status === 409)
    await network.waitForCall((call) => call.payload.offset === 102)
    clock.advance(3000)
    expect((await turnedOut).status).toBe(409)
    await expect(second).rejects.toMatchObject({ code: 409 })
    sari().say('a')
    sari().say('b')
    sari().say('c')
    expect((await third).map((update) => update.update_id)).toEqual([102, 103, 104])
  })

  it('is refused while a webhook is set', async () => {
    await bot.setWebhook('https://pandu.example/hook')
    await expect(ask()).rejects.toMatchObject({
      response: { error_code: 409, description: expect.stringContaining('while webhook is active') },
    })
  })

  it('numbers only updates of the kinds that the bot allows', async () => {
    await ids({ allowed_updates: ['message'] })
    const message = sari().say('halo')
    sari().edit(message.message_id, 'hallo')
    sari().say('lagi')
    expect(await ids()).toEqual([100, 101])
  })

  it('forgets presses after 150 s and messages after a day', async () => {
    const phone = sari()
    phone.say('halo')
    await bot.sendMessage(501, 'Ya?', { reply_markup: { inline_keyboard: [[{ text: 'Ya', callback_data: 'ya' }]] } })
    phone.press('Ya')
    clock.advance(140_000)
    expect(await ids()).toEqual([100, 101])
    clock.advance(10_000)
    expect(await ids()).toEqual([100])
    clock.advance(24 * 3_600_000)
    expect(await ids()).toEqual([])
    phone.say('pagi')
    expect(await ids()).toEqual([102])
  })

  it('repeats confirmed updates when told to, unchanged', async () => {
    const phone = sari()
    phone.say('satu')
    phone.say('dua')
    const before = await ask()
    await ids({ offset: 102 })
    network.redeliver(2)
    clock.advance(4000)
    expect(await ask({ offset: 102, timeout: 1 })).toEqual(before)
    network.redeliver({ updateIds: [101, 100] })
    expect(await ids({ offset: 102 })).toEqual([101, 100])
    expect(await ids({ offset: 102 })).toEqual([])
  })

  it('holds updates back and lets them go in the order asked for', async () => {
    network.updates.hold()
    for (const text of ['satu', 'dua', 'tiga']) sari().say(text)
    expect(await ids()).toEqual([])
    network.updates.deliver([102, 100, 101])
    expect(await ids()).toEqual([102, 100, 101])
  })

  it('leaves a gap in the numbers where updates were lost', async () => {
    sari().say('satu')
    network.updates.lose(3)
    sari().say('dua')
    expect(await ids()).toEqual([100, 104])
  })
})

describe('what people do', () => {
  it('reaches the bot in the form of the Bot API', async () => {
    const phone = sari()
    phone.command('/start abc')
    phone.sticker()
    phone.voice()
    phone.location()
    phone.contact()
    phone.forward('teruskan ini')
    phone.document(Buffer.from('isi'), { name: 'bukti.pdf', mime: 'application/pdf', caption: 'hasil' })
    const [start, sticker, voice, location, contact, forward, document] = (await ask()).map(grammyUpdate)
    expect(start?.message).toMatchObject({
      text: '/start abc',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      from: { id: 501, language_code: 'id' },
      chat: { id: 501, type: 'private' },
      date: Math.floor(clock.now() / 1000),
    })
    expect(sticker?.message?.sticker?.emoji).toBe('👍')
    expect(voice?.message?.voice?.duration).toBe(3)
    expect(location?.message?.location?.latitude).toBeLessThan(0)
    expect(contact?.message?.contact?.user_id).toBe(501)
    expect(forward?.message?.forward_origin?.type).toBe('hidden_user')
    expect(document?.message).toMatchObject({ caption: 'hasil', document: { file_name: 'bukti.pdf', file_size: 3 } })
  })

  it('gives photos in several sizes, without metadata, none over 1280 px, to be fetched', async () => {
    const original = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: 'navy' } })
      .jpeg()
      .withExif({ IFD0: { Copyright: 'rahasia' } })
      .toBuffer()
    await sari().photo(original)
    const sizes = (await ask()).map(grammyUpdate)[0]?.message?.photo ?? []
    expect(sizes.map(({ width }) => width)).toEqual([90, 320, 800, 1280])
    const largest = sizes.at(-1)?.file_id ?? ''
    const link = await bot.getFileLink(largest)
    const fetched = Buffer.from(await (await fetch(link)).arrayBuffer())
    expect(await sharp(fetched).metadata()).toMatchObject({ width: 1280, height: 640, format: 'jpeg' })
    expect((await sharp(fetched).metadata()).exif).toBeUndefined()
  })

  it('refuses getFile above 20 MB and for unknown ids', async () => {
    sari().document(Buffer.alloc(20 * 1024 * 1024 + 1), { name: 'besar.bin', mime: 'application/octet-stream' })
    const big = (await ask()).map(grammyUpdate)[0]?.message?.document?.file_id ?? ''
    await expect(bot.getFile(big)).rejects.toThrow('file is too big')
    await expect(bot.getFile('tiada')).rejects.toThrow('wrong file_id')
    expect((await fetch(`${network.apiRoot}/file/bot${network.token}/photos/x.jpg`)).status).toBe(404)
  })

  it('presses buttons, also one that an edit has just taken away', async () => {
    const phone = sari()
    phone.say('halo')
    const keyboard = (data: string) => ({ inline_keyboard: [[{ text: 'Ya', callback_data: data }]] })
    const sent = await bot.sendMessage(501, 'Ya?', { reply_markup: keyboard('ya:1') })
    await bot.editMessageText(501, sent.message_id, undefined, 'Ya??', { reply_markup: keyboard('ya:2') })
    phone.press('Ya')
    phone.press('ya:1', { messageId: sent.message_id })
    const presses = (await ask({ offset: 101 })).map(grammyUpdate)
    expect(presses.map((update) => update.callback_query?.data)).toEqual(['ya:2', 'ya:1'])
    expect(presses[0]?.callback_query?.message?.message_id).toBe(sent.message_id)
    expect(() => phone.press('Tidak')).toThrow(/no button Tidak; the screen shows:\n> halo\n< Ya\?\? \[Ya\]/)
  })

  it('may press a button of a message that the bot has just deleted', async () => {
    const phone = sari()
    phone.say('halo')
    const reply_markup = { inline_keyboard: [[{ text: 'Ya', callback_data: 'ya' }]] }
    const { message_id } = await bot.sendMessage(501, 'Ya?', { reply_markup })
    await bot.deleteMessage(501, message_id)
    expect(() => phone.press('ya')).toThrow('no button')
    phone.press('ya', { messageId: message_id })
    const [press] = (await ask({ offset: 101 })).map(grammyUpdate)
    expect(press?.callback_query?.message).toEqual({ chat: expect.anything(), message_id, date: 0 })
  })

  it('shows the answer to a press, once and only soon', async () => {
    const phone = sari()
    phone.say('halo')
    await bot.sendMessage(501, 'Ya?', { reply_markup: { inline_keyboard: [[{ text: 'Ya', callback_data: 'ya' }]] } })
    const press = phone.press(/^Y/)
    await bot.answerCbQuery(press.id, 'Tercatat', { show_alert: true })
    expect(phone.callbackAnswers).toMatchObject([{ text: 'Tercatat', showAlert: true }])
    expect(await phone.waitForAnswer(press)).toMatchObject({ text: 'Tercatat' })
    await expect(bot.answerCbQuery(press.id)).rejects.toThrow('query is too old')
    const late = phone.press('Ya')
    clock.advance(20_000)
    await expect(bot.answerCbQuery(late.id)).rejects.toThrow('query is too old')
    await expect(bot.answerCbQuery('0')).rejects.toThrow('query ID is invalid')
  })

  it('tells the bot of blocking, groups, channels and other bots', async () => {
    const phone = sari()
    phone.say('halo')
    phone.block()
    expect(() => phone.say('halo')).toThrow('unblock first')
    const group = network.group({ id: -1001, title: 'Kantor' })
    group.addBot(phone)
    group.say(phone, '/start@PanduSimBot')
    group.say({ id: 77, is_bot: true, first_name: 'Robot' }, 'halo bot')
    network.channel({ id: -1002, title: 'Berita' }).post('kabar')
    const updates = (await ask({ offset: 101 })).map(grammyUpdate)
    expect(updates.map((update) => Object.keys(update)[1])).toEqual([
      'my_chat_member',
      'my_chat_member',
      'message',
      'message',
      'channel_post',
    ])
    await bot.sendMessage(-1001, 'Saya hanya melayani obrolan pribadi.')
    await bot.leaveChat(-1001)
    expect(group.isLeft).toBe(true)
    await expect(bot.sendMessage(-1001, 'x')).rejects.toThrow('bot is not a member of the supergroup chat')
    await expect(bot.leaveChat(501)).rejects.toThrow('blocked')
  })
})

describe('the phone', () => {
  it('shows edits in place and forgets what was deleted', async () => {
    const phone = sari()
    const said = phone.say('passphrase saya 12345')
    const panel = await bot.sendMessage(501, 'BELUM TERKIRIM')
    await bot.editMessageText(501, panel.message_id, undefined, 'MENUNGGU VERIFIKATOR')
    await bot.deleteMessage(501, said.message_id)
    expect(phone.messages()).toMatchObject([{ text: 'MENUNGGU VERIFIKATOR', edited: true }])
    await expect(bot.deleteMessage(501, said.message_id)).rejects.toThrow('message to delete not found')
    await bot.deleteMessages(501, [panel.message_id, 999])
    expect(phone.last()).toBeUndefined()
  })

  it('refuses edits that change nothing, or of what is not there', async () => {
    const phone = sari()
    const own = phone.say('halo')
    const reply_markup = { inline_keyboard: [[{ text: 'Ya', callback_data: 'ya' }]] }
    const sent = await bot.sendMessage(501, '<b>Sama</b>', { parse_mode: 'HTML', reply_markup })
    const edit = (text: string, extra = {}, id = sent.message_id) =>
      bot.editMessageText(501, id, undefined, text, { parse_mode: 'HTML', ...extra })
    await expect(edit('<b>Sama</b>', { reply_markup })).rejects.toThrow('message is not modified')
    await expect(edit('x', {}, 999)).rejects.toThrow('message to edit not found')
    await expect(edit('x', {}, own.message_id)).rejects.toThrow("message can't be edited")
    await edit('<b>Sama</b>')
    expect(phone.last()?.buttons).toEqual([])
    await bot.editMessageReplyMarkup(501, sent.message_id, undefined, reply_markup)
    expect(phone.last()?.buttons).toEqual(['Ya'])
    await expect(bot.editMessageCaption(501, sent.message_id, undefined, 'x')).rejects.toThrow('no caption')
  })

  it('cannot lose messages older than 48 hours', async () => {
    const said = sari().say('rahasia')
    clock.advance(48 * 3_600_000 + 1000)
    await expect(bot.deleteMessage(501, said.message_id)).rejects.toThrow("message can't be deleted for everyone")
  })

  it('waits for what comes later and says what it sees when it does not come', async () => {
    const phone = sari()
    phone.say('halo')
    const coming = phone.waitFor((message) => message.text === 'Selamat datang')
    await bot.sendMessage(501, 'Selamat datang')
    expect((await coming).text).toBe('Selamat datang')
    await expect(phone.waitFor((message) => message.text === 'x', { timeoutMs: 20 })).rejects.toThrow(
      /the message to Sari did not come within 20 ms; seen:\n> halo\n< Selamat datang/,
    )
  })

  it('shows what is pinned and what the bot is doing', async () => {
    sari().say('halo')
    const sent = await bot.sendMessage(501, 'Panel')
    await bot.pinChatMessage(501, sent.message_id)
    expect(sari().last()?.pinned).toBe(true)
    expect(await bot.getChat(501)).toMatchObject({ id: 501, pinned_message: { text: 'Panel' } })
    await bot.unpinChatMessage(501)
    expect(sari().last()?.pinned).toBe(false)
    await bot.sendChatAction(501, 'typing')
    expect(network.memory.chats.get(501)?.action?.action).toBe('typing')
  })
})
