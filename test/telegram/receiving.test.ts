import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Phone } from '../../bot/simulator/telegram/phone.ts'
import type { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import { openNetwork, TestProgram } from './program.ts'

let network: TelegramNetwork
let program: TestProgram
let sari: Phone

beforeEach(async () => {
  network = await openNetwork()
  sari = network.person({ id: 501, firstName: 'Sari' })
  program = new TestProgram(network)
})
afterEach(async () => {
  await program.stop()
  expect(network.violations).toEqual([])
  await network.stop()
})

const sees = (words: string) => sari.waitFor(({ text }) => text.includes(words))
const told = () => program.reported.map(({ what }) => what)
const polls = () => network.calls.filter(({ method }) => method === 'getUpdates')

describe('Polling', () => {
  it('confirms nothing that is not stored, and takes it when the store is back', async () => {
    const { inbox } = program.ports
    const receive = vi.spyOn(inbox, 'receive').mockRejectedValue(new Error('the store is away'))
    await program.start()
    sari.command('/start')
    await vi.waitFor(() => expect(receive.mock.calls.length).toBeGreaterThan(1))
    expect(polls().every(({ payload }) => payload.offset === undefined)).toBe(true)
    receive.mockRestore()
    await sees('Selamat datang')
    expect(sari.messages().filter(({ text }) => text.startsWith('Selamat datang'))).toHaveLength(1)
    expect(told()).toContain('updates could not be stored; Telegram keeps them')
  })

  it('answers an update once however often it is brought', async () => {
    await program.start()
    sari.command('/kasus')
    await sees('belum punya pengajuan')
    network.redeliver(1)
    sari.command('/start')
    await sees('Selamat datang')
    expect(sari.messages().filter(({ text }) => text.includes('belum punya'))).toHaveLength(1)
  })

  it('goes on after Telegram failed for a while', async () => {
    network.faults.next({ kind: 'server-error', status: 502 }, { method: 'getUpdates', times: 2 })
    await program.start()
    sari.command('/start')
    await sees('Selamat datang')
  })

  it('parks with a clear word when the token is wrong, and can still be stopped', async () => {
    program = new TestProgram(network, { TELEGRAM_BOT_TOKEN: '1:other' })
    await program.start()
    expect(program.reported).toEqual([
      { what: expect.stringMatching(/TELEGRAM_BOT_TOKEN.*then start again/), facts: { code: 401 }, level: 'error' },
    ])
    const before = network.calls.length
    await program.stop()
    expect(network.calls).toHaveLength(before)
  })

  it('without a token takes nothing and stops at once', async () => {
    program = new TestProgram(network, { TELEGRAM_BOT_TOKEN: undefined })
    await program.start()
    await program.stop()
    expect(network.calls).toHaveLength(0)
  })

  it('takes the webhook away first, dropping nothing', async () => {
    sari.command('/start')
    await program.start()
    await sees('Selamat datang')
    const [gone] = network.calls
    expect([gone?.method, gone?.payload]).toEqual(['deleteWebhook', {}])
  })
})

describe('After a silence of more than 150 s', () => {
  it('a chat that waits for a press is asked again, one that waits for text is not', async () => {
    await program.start()
    const budi = network.person({ id: 502, firstName: 'Budi' })
    for (const phone of [sari, budi]) {
      phone.say('hp hilang')
      await phone.waitFor(({ text }) => text.includes('Langkah 1'))
      phone.say('tidak ada')
      await phone.waitFor(({ text }) => text.includes('nama lengkap'))
    }
    sari.say('Rahayu Wulandari')
    await sees('Langkah 3')
    await program.stop()
    program = new TestProgram(network, {}, program.ports)
    await program.start(new Date(Date.now() - 151_000).toISOString())
    await vi.waitFor(() => expect(sari.messages().filter(({ text }) => text.includes('Langkah 3'))).toHaveLength(2))
    expect(budi.messages().filter(({ text }) => text.includes('Langkah 2'))).toHaveLength(1)
    sari.press('PNS (termasuk CPNS)')
    await sees('Langkah 4')
  })

  it('a chat that put its case off is left alone', async () => {
    await program.start()
    sari.say('hp hilang')
    await sees('Langkah 1')
    sari.say('tidak ada')
    await sees('nama lengkap')
    sari.say('Rahayu Wulandari')
    await sees('Langkah 3')
    sari.say('nanti')
    await sees('Tersimpan')
    await program.stop()
    program = new TestProgram(network, {}, program.ports)
    await program.start(new Date(Date.now() - 151_000).toISOString())
    sari.command('/bantuan')
    await sees('lihat semua pengajuan')
    expect(sari.messages().filter(({ text }) => text.includes('Langkah 3'))).toHaveLength(1)
  })

  it('after a shorter one nobody is', async () => {
    await program.start()
    sari.say('hp hilang')
    await sees('Langkah 1')
    await program.stop()
    program = new TestProgram(network, {}, program.ports)
    await program.start(new Date(Date.now() - 90_000).toISOString())
    sari.command('/bantuan')
    await sees('masih menunggu')
    expect(sari.messages().filter(({ text }) => text.includes('Langkah 1'))).toHaveLength(1)
  })
})

describe('The webhook', () => {
  const secret = 'a-secret-of-the-webhook'
  const update = {
    update_id: 1,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: 501, type: 'private' },
      from: { id: 501, is_bot: false },
      text: '/start',
    },
  }
  const post = (body: string, token: string | null = secret) =>
    program.telegram.webhook(
      new Request('http://127.0.0.1/telegram/webhook', {
        method: 'POST',
        body,
        headers: token === null ? {} : { 'x-telegram-bot-api-secret-token': token },
      }),
    )
  beforeEach(() => {
    program = new TestProgram(network, {
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_URL: 'https://pandu.example/telegram/webhook',
      TELEGRAM_WEBHOOK_SECRET: secret,
    })
  })

  it('answers 200 once the update is stored', async () => {
    expect((await post(JSON.stringify(update))).status).toBe(200)
    expect(await program.ports.inbox.isWaiting()).toBe(true)
    expect((await post(JSON.stringify(update))).status).toBe(200)
    expect(await program.ports.inbox.receive([])).toBe(0)
    expect((await program.ports.inbox.next(9, [])).length).toBe(1)
  })

  it.each([null, '', 'wrong', `${secret}x`, secret.slice(1)])(
    'answers 401 to the secret %j and stores nothing',
    async (token) => {
      expect((await post(JSON.stringify(update), token)).status).toBe(401)
      expect(await program.ports.inbox.isWaiting()).toBe(false)
    },
  )

  it('answers 401 to everybody while the program polls', async () => {
    program = new TestProgram(network, { TELEGRAM_WEBHOOK_SECRET: secret })
    expect((await post(JSON.stringify(update))).status).toBe(401)
  })

  it('answers 503 with Retry-After while the store is away', async () => {
    vi.spyOn(program.ports.inbox, 'receive').mockRejectedValue(new Error('away'))
    const answer = await post(JSON.stringify(update))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
  })

  it.each(['', '{', 'null'.repeat(3)])('answers 400 to the body %j', async (body) => {
    expect((await post(body)).status).toBe(400)
  })

  it('answers 413 to a body that is longer than any update', async () => {
    expect((await post(JSON.stringify({ ...update, more: 'x'.repeat(1024 * 1024) }))).status).toBe(413)
  })

  it('passes over what is of no use, without having it brought again', async () => {
    expect((await post('{"update_id":7,"poll":{"id":"1"}}')).status).toBe(200)
    expect(await program.ports.inbox.isWaiting()).toBe(false)
  })

  it('is told to Telegram with its secret and the kinds of update', async () => {
    await program.start()
    const told = await network.waitForCall(({ method }) => method === 'setWebhook')
    expect(told.payload).toMatchObject({ url: 'https://pandu.example/telegram/webhook', secret_token: secret })
    expect(told.payload).not.toHaveProperty('drop_pending_updates')
  })

  it('carries a whole dialogue, presses and texts as they come', async () => {
    const { openServer } = await import('../../bot/server.ts')
    const server = await openServer('127.0.0.1', 0)
    server.answer((request) => program.telegram.webhook(request))
    program = new TestProgram(network, {
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${server.port}/telegram/webhook`,
      TELEGRAM_WEBHOOK_SECRET: secret,
    })
    await program.start()
    sari.say('hp hilang')
    await sees('Langkah 1')
    sari.press('Tidak ada')
    await sees('nama lengkap')
    sari.say('Rahayu Wulandari')
    await sees('Langkah 3')
    await program.stop()
    await server.stop()
  })
})
