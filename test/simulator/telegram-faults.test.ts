import { Telegram } from 'telegraf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import { differences } from './described.ts'

let network: TelegramNetwork
let bot: Telegram

beforeEach(async () => {
  network = await new TelegramNetwork().start()
  bot = new Telegram(network.token, { apiRoot: network.apiRoot })
  network.person({ id: 501, firstName: 'Sari' }).say('halo')
  network.person({ id: 502, firstName: 'Budi' }).say('halo')
})
afterEach(async () => {
  expect(differences(network)).toEqual([])
  await network.stop()
})

const texts = (id: number) =>
  network
    .person({ id, firstName: '' })
    .messages()
    .map((message) => message.text)

describe('what goes wrong on purpose', () => {
  it('429 with retry_after for the next calls, one by default', async () => {
    network.faults.next({ kind: 'rate-limit', retryAfterS: 35 }, { times: 2 })
    for (const attempt of [1, 2]) {
      await expect(bot.sendMessage(501, `coba ${attempt}`)).rejects.toMatchObject({
        code: 429,
        parameters: { retry_after: 35 },
      })
    }
    await bot.sendMessage(501, 'coba 3')
    expect(texts(501)).toEqual(['halo', 'coba 3'])
  })

  it('5xx for one method only', async () => {
    network.faults.next({ kind: 'server-error', status: 502 }, { method: 'sendDocument' })
    await bot.sendMessage(501, 'teks')
    await expect(bot.sendDocument(501, { source: Buffer.from('a'), filename: 'a' })).rejects.toMatchObject({
      code: 502,
    })
    expect(texts(501)).toEqual(['halo', 'teks'])
  })

  it('any refusal, such as a group that became a supergroup', async () => {
    const description = 'Bad Request: group chat was upgraded to a supergroup chat'
    network.faults.next({ kind: 'refusal', code: 400, description, parameters: { migrate_to_chat_id: -1009 } })
    await expect(bot.sendMessage(501, 'x')).rejects.toMatchObject({ parameters: { migrate_to_chat_id: -1009 } })
  })

  it('a connection that breaks before anything happened', async () => {
    network.faults.next({ kind: 'reset' })
    await expect(bot.sendMessage(501, 'hilang')).rejects.toThrow()
    expect(texts(501)).toEqual(['halo'])
    expect(network.calls.at(-1)?.status).toBe('reset')
  })

  it('an answer that is lost after the message was sent', async () => {
    network.faults.next({ kind: 'lost-answer' }, { target: 501 })
    await bot.sendMessage(502, 'lewat')
    await expect(bot.sendMessage(501, 'sampai')).rejects.toThrow()
    expect(texts(501)).toEqual(['halo', 'sampai'])
    expect(network.calls.at(-1)?.status).toBe('lost-answer')
  })

  it('a black hole, while others are answered', async () => {
    network.faults.next({ kind: 'black-hole' }, { target: 501 })
    const swallowed = bot.sendMessage(501, 'tak sampai').catch((error: unknown) => error)
    await network.waitForCall((call) => call.status === 'black-hole')
    await bot.sendMessage(502, 'sampai')
    expect(texts(501)).toEqual(['halo'])
    await network.stop()
    expect(await swallowed).toBeInstanceOf(Error)
  })

  it('an answer held back until released, with its effect done', async () => {
    network.faults.next({ kind: 'hold' })
    const held = bot.sendMessage(501, 'ditahan')
    await network.waitForCall((call) => call.status === 'held')
    expect(texts(501)).toEqual(['halo', 'ditahan'])
    network.faults.release()
    expect((await held).text).toBe('ditahan')
    expect(network.calls.at(-1)?.status).toBe(200)
  })

  it('leaves getUpdates alone unless it is named', async () => {
    network.faults.next({ kind: 'server-error', status: 500 })
    expect(await bot.callApi('getUpdates', {} as never)).toHaveLength(2)
    network.faults.clear()
    network.faults.next({ kind: 'server-error', status: 500 }, { method: ['getUpdates', 'getMe'] })
    await expect(bot.callApi('getUpdates', { offset: 1 } as never)).rejects.toMatchObject({ code: 500 })
    await bot.sendMessage(501, 'x')
  })

  it('blocks and unblocks a chat without telling the bot', async () => {
    network.block(501)
    await expect(bot.sendMessage(501, 'x')).rejects.toMatchObject({ code: 403 })
    network.unblock(501)
    await bot.sendMessage(501, 'x')
    expect(network.updates.history).toHaveLength(2)
  })

  it('breaks off or stalls downloads half-way', async () => {
    const phone = network.person({ id: 501, firstName: 'Sari' })
    const sent = phone.document(Buffer.alloc(1000, 7), { name: 'a.bin', mime: 'application/octet-stream' })
    const link = await bot.getFileLink(sent.document?.file_id ?? '')
    network.faults.next({ kind: 'truncate' }, { method: 'file' })
    await expect(fetch(link).then((response) => response.arrayBuffer())).rejects.toThrow()
    network.faults.next({ kind: 'stall' }, { method: 'file' })
    const response = await fetch(link)
    const reader = response.body?.getReader()
    expect((await reader?.read())?.value).toHaveLength(500)
    await reader?.cancel()
    expect((await (await fetch(link)).arrayBuffer()).byteLength).toBe(1000)
  })
})

describe('the log of calls', () => {
  it('keeps method, chat, payload without bytes, time and status', async () => {
    await bot.sendDocument(501, { source: Buffer.from('rahasia'), filename: 'a.txt' })
    const call = await network.waitForCall((one) => one.method === 'sendDocument')
    expect(call).toMatchObject({
      target: '501',
      status: 200,
      payload: { document: { name: 'a.txt', sizeBytes: 7 } },
      answer: { ok: true },
    })
    expect(JSON.stringify(call)).not.toContain('rahasia')
  })

  it('says what it has seen when a call does not come', async () => {
    await bot.getMe()
    await expect(network.waitForCall(() => false, { timeoutMs: 10 })).rejects.toThrow(/seen:\ngetMe 200/)
  })
})

describe('stop and resume', () => {
  it('ends waiting polls at once', async () => {
    const offset = network.updates.nextId
    const waiting = bot.callApi('getUpdates', { offset, timeout: 50 } as never).catch(() => 'cut')
    await network.waitForCall((call) => call.method === 'getUpdates')
    await network.stop()
    expect(await waiting).toBe('cut')
  })

  it('takes chats, files, waiting updates, presses and profile over to the next run', async () => {
    const phone = network.person({ id: 501, firstName: 'Sari' })
    const document = phone.document(Buffer.from('isi'), { name: 'a.txt', mime: 'text/plain' })
    await bot.sendMessage(501, 'Ya?', { reply_markup: { inline_keyboard: [[{ text: 'Ya', callback_data: 'ya' }]] } })
    await bot.setMyCommands([{ command: 'kasus', description: 'Kasus' }])
    const press = phone.press('Ya')
    const state = JSON.parse(JSON.stringify(network.snapshot()))
    const next = await new TelegramNetwork().start()
    try {
      next.restore(state)
      const again = new Telegram(next.token, { apiRoot: next.apiRoot })
      const updates = await again.callApi('getUpdates', {} as never)
      expect(updates.map((update) => update.update_id)).toEqual(
        network.updates.history.map(({ update }) => update.update_id),
      )
      expect(next.person({ id: 501, firstName: 'Sari' }).messages()).toEqual(phone.messages())
      expect(next.people.map(({ user }) => user.id)).toEqual([501, 502])
      expect(next.person({ id: 501, firstName: 'Sari' }).download(document.message_id).toString()).toBe('isi')
      expect(await again.getMyCommands()).toHaveLength(1)
      await again.answerCbQuery(press.id, 'Baik')
      const sent = await again.sendMessage(501, 'lanjut')
      expect(sent.message_id).toBe(state.nextMessageId)
    } finally {
      await next.stop()
    }
  })
})
