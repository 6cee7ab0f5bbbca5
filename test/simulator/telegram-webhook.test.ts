import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Telegram } from 'telegraf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HandClock } from '../../bot/simulator/clock.ts'
import { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import { Changes } from '../../bot/simulator/wire/changes.ts'
import { readBytes } from '../../bot/simulator/wire/request-body.ts'

interface Arrival {
  text: string
  headers: IncomingHttpHeaders
  answer(status: number, headers?: Record<string, string>, body?: string): void
}

let clock: HandClock
let network: TelegramNetwork
let bot: Telegram
let program: Server
let arrivals: Arrival[]
const arrived = new Changes()
let url: string

beforeEach(async () => {
  clock = new HandClock()
  network = await new TelegramNetwork({ clock }).start()
  bot = new Telegram(network.token, { apiRoot: network.apiRoot })
  arrivals = []
  program = createServer(async (request, response) => {
    const update = JSON.parse((await readBytes(request)).toString())
    const text = update.message?.text ?? update.callback_query?.data
    const answer: Arrival['answer'] = (status, headers = {}, body = '') => response.writeHead(status, headers).end(body)
    arrivals.push({ text, headers: request.headers, answer })
    arrived.notify()
  })
  await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(program.address() as AddressInfo).port}/telegram/webhook`
})
afterEach(async () => {
  await network.stop()
  program.close()
  program.closeAllConnections()
})

const sari = () => network.person({ id: 501, firstName: 'Sari' })
const budi = () => network.person({ id: 502, firstName: 'Budi' })
/** The nth request that reached the program, from 0. */
const arrival = (index: number) => arrived.until(() => arrivals[index], { what: `arrival ${index}` })
const attempts = (count: number) =>
  network.webhook.attempted.until(() => (network.webhook.attempts.length >= count ? true : undefined))

describe('a webhook', () => {
  it('gets every update with the secret, one at a time per chat, chats side by side', async () => {
    await bot.setWebhook(url, { secret_token: 'rahasia_1' })
    sari().say('satu')
    sari().say('dua')
    budi().say('tiga')
    const first = await arrival(0)
    const other = await arrival(1)
    expect([first.text, other.text]).toEqual(['satu', 'tiga'])
    expect(first.headers['x-telegram-bot-api-secret-token']).toBe('rahasia_1')
    other.answer(200)
    first.answer(200)
    const second = await arrival(2)
    expect(second.text).toBe('dua')
    second.answer(200)
  })

  it('gets button presses of a person beside their messages', async () => {
    sari().say('halo')
    await bot.sendMessage(501, 'Ya?', { reply_markup: { inline_keyboard: [[{ text: 'Ya', callback_data: 'ya' }]] } })
    await bot.setWebhook(url)
    const hello = await arrival(0)
    sari().press('Ya')
    expect((await arrival(1)).text).toBe('ya')
    hello.answer(200)
  })

  it('is tried again at once, then after 2, 4 and 8 seconds, and holds up only its own chat', async () => {
    await bot.setWebhook(url)
    sari().say('satu')
    sari().say('dua')
    for (const [index, pauseMs] of [0, 2000, 4000, 8000].entries()) {
      ;(await arrival(index)).answer(503)
      if (pauseMs === 0) continue
      await attempts(index + 1)
      clock.advance(pauseMs - 1)
      expect(arrivals).toHaveLength(index + 1)
      clock.advance(1)
    }
    budi().say('tiga')
    const texts = [await arrival(4), await arrival(5)].map((one) => one.text)
    expect(texts.sort()).toEqual(['satu', 'tiga'])
    expect(await bot.getWebhookInfo()).toMatchObject({
      url,
      pending_update_count: 3,
      last_error_message: 'Wrong response from the webhook: 503',
    })
  })

  it('waits as long as Retry-After asks', async () => {
    await bot.setWebhook(url)
    sari().say('satu')
    ;(await arrival(0)).answer(503, { 'retry-after': '30' })
    await attempts(1)
    clock.advance(29_999)
    expect(network.webhook.attempts).toHaveLength(1)
    clock.advance(1)
    ;(await arrival(1)).answer(200)
    await attempts(2)
    expect(network.webhook.attempts.map(({ status }) => status)).toEqual([503, 200])
  })

  it('never learns of what expired meanwhile', async () => {
    await bot.setWebhook(url)
    sari().say('satu')
    ;(await arrival(0)).answer(503, { 'retry-after': '3600' })
    await attempts(1)
    sari().say('dua')
    clock.advance(23 * 3_600_000)
    ;(await arrival(1)).answer(503, { 'retry-after': '3600' })
    await attempts(2)
    sari().say('tiga')
    clock.advance(3_600_000)
    expect((await arrival(2)).text).toBe('tiga')
  })

  it('gives undelivered updates back to polling when removed', async () => {
    await bot.setWebhook(url)
    sari().say('satu')
    budi().say('dua')
    ;(await arrival(0)).answer(503)
    ;(await arrival(1)).answer(503)
    await attempts(2)
    await bot.deleteWebhook()
    expect(await bot.callApi('getUpdates', {} as never)).toHaveLength(2)
    expect(await bot.getWebhookInfo()).toMatchObject({ url: '', pending_update_count: 2 })
  })

  it('drops what waits when told to', async () => {
    sari().say('satu')
    await bot.deleteWebhook({ drop_pending_updates: true })
    expect(await bot.callApi('getUpdates', {} as never)).toEqual([])
  })

  it('gets redeliveries, too', async () => {
    await bot.setWebhook(url)
    sari().say('satu')
    ;(await arrival(0)).answer(200)
    network.redeliver(1)
    expect((await arrival(1)).text).toBe('satu')
  })

  it('opens no more connections than allowed', async () => {
    await bot.setWebhook(url, { max_connections: 1 })
    sari().say('satu')
    budi().say('dua')
    const first = await arrival(0)
    expect(arrivals).toHaveLength(1)
    first.answer(200)
    expect((await arrival(1)).text).toBe('dua')
  })

  it('turns out a poller and refuses bad addresses and secrets', async () => {
    const poller = bot.callApi('getUpdates', { timeout: 30 } as never).catch((error: unknown) => error)
    await network.waitForCall((call) => call.method === 'getUpdates')
    await bot.setWebhook(url)
    expect(await poller).toMatchObject({ code: 409, description: expect.stringContaining('setWebhook') })
    await expect(bot.setWebhook('http://pandu.example/hook')).rejects.toThrow('An HTTPS URL must be provided')
    await expect(bot.setWebhook(url, { secret_token: 'tidak boleh!' })).rejects.toThrow('unallowed characters')
  })

  it('takes a call in its answer for a violation, since its outcome would be unknowable', async () => {
    await bot.setWebhook(url)
    sari().say('satu')
    ;(await arrival(0)).answer(200, {}, JSON.stringify({ method: 'sendMessage', chat_id: 501, text: 'x' }))
    await attempts(1)
    expect(network.violations).toEqual(['sendMessage: called in a webhook answer'])
    expect(sari().last()).toBeUndefined()
  })
})
