import { Telegram } from 'telegraf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Phone } from '../../bot/simulator/telegram/phone.ts'
import { phoneText } from '../../bot/text/simulator-phone.ts'
import { openPage, type PageWorld, readable } from './page-fixture.ts'

let at: PageWorld
/** A program that knows nothing but the token. */
let bot: Telegram
let rina: Phone
const chat = 7101

beforeEach(async () => {
  at = await openPage()
  const { environment } = at.world
  bot = new Telegram(environment.TELEGRAM_BOT_TOKEN, { apiRoot: environment.TELEGRAM_API_ROOT })
  await say('/start')
  rina = at.world.telegram.people.find(({ user }) => user.id === chat)!
})
afterEach(() => at.stop())

const say = (text: string, person = 'rina') => at.post('/simulator/phone/say', { person, text })
const screen = () => at.html('/simulator/phone/live?person=rina&lang=id')
const send = (fields: Record<string, string>) => at.post('/simulator/phone/send', { person: 'rina', ...fields })

describe('the phone on the page', () => {
  it('says what was typed as that person, who the bot has never seen otherwise', async () => {
    await say(' baris satu\r\nbaris dua ')
    expect(rina.messages().map(({ text }) => text)).toEqual(['/start', 'baris satu\nbaris dua'])
    await say('halo', 'joko')
    expect(at.world.telegram.people.map(({ user }) => user.first_name)).toContain('Joko')
    expect((await say('   ')).status).toBe(204)
    expect(rina.messages()).toHaveLength(2)
    const updates = await bot.callApi('getUpdates', { timeout: 0 })
    expect(updates.map((one) => ('message' in one ? one.message.from?.first_name : ''))).toEqual([
      'Rina',
      'Rina',
      'Joko',
    ])
  })

  it('draws formatting as elements, commands to tap, and never the HTML of others', async () => {
    await bot.sendMessage(
      chat,
      '<b>Langkah 1</b> &lt;img src=x onerror=alert(1)&gt; <a href="https://a.example/?q=1">laman</a>\n/lanjut',
      {
        parse_mode: 'HTML',
      },
    )
    await say('<script>alert(1)</script>')
    const html = await screen()
    expect(html).toContain('<b>Langkah 1</b>')
    expect(html).toContain('<a href="https://a.example/?q=1" target="_blank" rel="noopener noreferrer">laman</a>')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toMatch(/<script|<img src=x/)
    expect(html).toMatch(/hx-vals="[^"]*\/lanjut[^"]*"[^>]*>\/lanjut</)
  })

  it('makes no link of an address that a browser would run', async () => {
    await bot.sendMessage(chat, 'x', {
      reply_markup: { inline_keyboard: [[{ text: 'buka', url: 'https://b.example/' }]] },
    })
    at.world.telegram.memory.chats.get(chat)!.messages.forEach((message) => {
      for (const button of message.reply_markup?.inline_keyboard.flat() ?? []) button.url = 'javascript:alert(1)'
    })
    expect(await screen()).not.toContain('javascript:')
  })

  it('presses buttons, also of old messages, and shows what the bot says to that', async () => {
    const old = await bot.sendMessage(chat, 'lama', button('Ya', 'v1:yes'))
    await bot.sendMessage(chat, 'baru', button('Tidak', 'v1:no'))
    await at.post('/simulator/phone/press', { person: 'rina', message: String(old.message_id), data: 'v1:yes' })
    const [update] = await bot
      .callApi('getUpdates', { timeout: 0, allowed_updates: ['callback_query'] })
      .then((all) => all.slice(-1))
    expect(update).toMatchObject({ callback_query: { data: 'v1:yes', message: { message_id: old.message_id } } })
    const { id } = at.world.telegram.callbacks.presses[0]!
    await bot.callApi('answerCallbackQuery', { callback_query_id: id, text: 'Sudah <diproses>', show_alert: true })
    expect(await screen()).toMatch(/role="alertdialog".*Sudah &lt;diproses&gt;/s)
    await at.post('/simulator/phone/dismiss', { person: 'rina', press: id })
    expect(await screen()).not.toContain('alertdialog')
  })

  it('says so when a button has gone meanwhile', async () => {
    const { message_id } = await bot.sendMessage(chat, 'x', button('Ya', 'v1:yes'))
    await at.post('/simulator/phone/press', { person: 'rina', message: String(message_id), data: 'v1:never' })
    expect(readable(await screen())).toContain(phoneText.gone.id)
    await at.post('/simulator/notice', { who: 'phone:rina' })
    expect(await screen()).not.toContain('role="alert"')
  })

  it('marks edited messages, and deleted ones without a word of what they said', async () => {
    const { message_id } = await bot.sendMessage(chat, 'semula')
    await bot.editMessageText(chat, message_id, undefined, 'sesudah')
    await say('passphrase saya rahasia123')
    const secret = rina.messages().findLast(({ mine }) => mine)!
    await at.post('/simulator/phone/edit', {
      person: 'rina',
      message: String(secret.id),
      text: 'passphrase saya rahasia456',
    })
    expect(readable(await screen())).toContain(phoneText.edited.id)
    await bot.deleteMessage(chat, secret.id)
    const shown = await screen()
    expect(readable(shown)).toContain(phoneText.deleted.id)
    expect(shown).toContain('bubble mine gone')
    expect(shown).not.toContain('rahasia')
    await at.post('/simulator/phone/erase', { person: 'rina', message: String(message_id) })
    expect(await screen()).toContain('class="bubble gone"')
  })

  it('sends sample files as photo, as file and as album', async () => {
    await send({ photo: 'full-scan' })
    await send({ document: 'report' })
    const album = new FormData()
    album.set('person', 'rina')
    album.set('as', 'album')
    for (const name of ['full-scan', 'password']) album.append('sample', name)
    await at.post('/simulator/phone/send', album)
    const [, photo, file, first, second] = rina.messages()
    expect(photo?.photo).toBeDefined()
    expect(file?.document).toMatchObject({ file_name: 'laporan-full-scan.pdf', mime_type: 'application/pdf' })
    expect(first?.albumId).toBe(second?.albumId)
    expect(second?.document?.file_name).toBe('password.png')
    expect(await screen()).toContain(`src="/simulator/phone/file/rina/${photo?.id}"`)
  })

  it('sends files of this computer, and says what Telegram does not take', async () => {
    const own = (name: string, bytes: Buffer) => {
      const form = new FormData()
      form.set('person', 'rina')
      form.set('file', new File([new Uint8Array(bytes)], name, { type: 'text/plain' }))
      return form
    }
    const asFile = own('catatan.txt', Buffer.from('isi'))
    asFile.set('as', 'file')
    await at.post('/simulator/phone/send', asFile)
    const { id } = rina.messages().at(-1)!
    const download = await at.get(`/simulator/phone/file/rina/${id}`)
    expect(download.headers.get('content-disposition')).toContain('attachment')
    expect(download.headers.get('content-security-policy')).toContain('sandbox')
    expect(await download.text()).toBe('isi')
    const asPhoto = own('catatan.txt', Buffer.from('isi'))
    asPhoto.set('as', 'photo')
    await at.post('/simulator/phone/send', asPhoto)
    expect(await screen()).toContain(phoneText.noPhoto.id)
    await send({ as: 'file' })
    expect(readable(await screen())).toContain(phoneText.nothingChosen.id)
    await send({ as: 'album', sample: 'full-scan' })
    expect(readable(await screen())).toContain(phoneText.albumSize.id)
  })

  it('sends what no question takes', async () => {
    for (const kind of ['sticker', 'voice', 'location', 'contact'])
      await at.post('/simulator/phone/odd', { person: 'rina', kind })
    const kinds = rina.messages().map(({ message }) => Object.keys(message).at(-1))
    expect(kinds).toEqual(['entities', 'sticker', 'voice', 'location', 'contact'])
  })

  it('changes the language of the phone, and blocks the bot', async () => {
    await at.post('/simulator/phone/language', { person: 'rina', language: 'en' })
    expect(rina.user.language_code).toBe('en')
    await at.post('/simulator/phone/block', { person: 'rina' })
    await expect(bot.sendMessage(chat, 'x')).rejects.toThrow('blocked by the user')
    await say('masih di sini?')
    expect(readable(await screen())).toContain(phoneText.blocked.id)
    await at.post('/simulator/phone/block', { person: 'rina' })
    await bot.sendMessage(chat, 'x')
  })

  it('marks people who have news until somebody looks', async () => {
    await say('halo', 'agus')
    await bot.sendMessage(7102, 'untuk Agus')
    expect(await screen()).toMatch(/id="person-agus"[^>]*>Agus<span class="news"/)
    await at.html('/simulator/phone/live?person=agus')
    expect(await screen()).not.toContain('class="news"')
  })
})

const button = (text: string, callback_data: string) => ({
  reply_markup: { inline_keyboard: [[{ text, callback_data }]] },
})
