import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Phone } from '../../bot/simulator/telegram/phone.ts'
import type { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import { Outage } from '../../core/handling/outage.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import { blind, openNetwork, TestProgram } from './program.ts'

let network: TelegramNetwork
let program: TestProgram
let sari: Phone

beforeEach(async () => {
  network = await openNetwork()
  program = new TestProgram(network)
  sari = network.person({ id: 501, firstName: 'Sari' })
})
afterEach(async () => {
  network.faults.clear()
  await program.stop()
  expect(network.violations).toEqual([])
  await network.stop()
})

const sees = (words: string) => sari.waitFor(({ text }) => text.includes(words))
const sent = (method: string) => network.calls.filter((call) => call.method === method)
const row = (more: Partial<OutboxItem>): OutboxItem => ({
  id: 1,
  dedup: 'd',
  lane: 'interactive',
  target: `chat:${blind('chat', '501')}`,
  kind: 'call',
  payload: { method: 'sendMessage', params: { text: 'Halo' } },
  attempts: 1,
  isAmbiguous: false,
  leasedAt: '',
  address: 501,
  ...more,
})
const call = (method: string, params: object, more: Partial<OutboxItem> = {}) =>
  row({ payload: { method, params }, ...more })

describe('A delivery', () => {
  beforeEach(() => void sari.say('halo'))

  it('ends with the number of the message', async () => {
    expect(await program.telegram.deliver(row({}))).toEqual({ state: 'sent', ref: expect.stringMatching(/^\d+$/) })
  })

  it('is ambiguous when only the answer was lost', async () => {
    network.faults.next({ kind: 'lost-answer' }, { method: 'sendMessage' })
    expect(await program.telegram.deliver(row({}))).toMatchObject({ state: 'ambiguous' })
    expect(sari.last()?.text).toBe('Halo')
  })

  it('of something that does no harm twice is just tried again', async () => {
    const { ref } = (await program.telegram.deliver(row({}))) as { ref: string }
    network.faults.next({ kind: 'lost-answer' }, { method: 'deleteMessage' })
    await expect(program.telegram.deliver(call('deleteMessage', { message_id: Number(ref) }))).rejects.toBeInstanceOf(
      Outage,
    )
    expect(await program.telegram.deliver(call('deleteMessage', { message_id: Number(ref) }))).toMatchObject({
      state: 'sent',
    })
  })

  it.each([500, 503])('that meets a %i is an outage', async (status) => {
    network.faults.next({ kind: 'server-error', status }, { method: 'sendMessage' })
    await expect(program.telegram.deliver(row({}))).rejects.toBeInstanceOf(Outage)
  })

  it('to somebody who blocked the bot is dead', async () => {
    network.block(501)
    expect(await program.telegram.deliver(row({}))).toMatchObject({
      state: 'dead',
      error: expect.stringContaining('403'),
    })
  })

  it('to a chat that is unknown is dead', async () => {
    expect(await program.telegram.deliver(row({ address: 999 }))).toMatchObject({ state: 'dead' })
  })

  it('that Telegram finds wrong is dead and told without what it said', async () => {
    const dead = await program.telegram.deliver(call('sendMessage', { text: '<b>rahasia', parse_mode: 'HTML' }))
    expect(dead).toMatchObject({ state: 'dead' })
    expect(JSON.stringify(dead)).not.toContain('rahasia')
  })

  it('of the answer to an old press is over', async () => {
    const item = call('answerCallbackQuery', { callback_query_id: 'unknown' }, { target: 'callback:unknown' })
    expect(await program.telegram.deliver(item)).toEqual({ state: 'sent' })
  })

  it('waits while the token is unknown, and operators hear of it', async () => {
    const other = new TestProgram(network, { TELEGRAM_BOT_TOKEN: '1:other-token' })
    await expect(other.telegram.deliver(row({}))).rejects.toMatchObject({ retryAfterMs: 300_000 })
    await expect(other.telegram.deliver(row({ id: 2 }))).rejects.toThrow()
    expect(other.reported).toEqual([
      { what: expect.stringContaining('TELEGRAM_BOT_TOKEN'), facts: { code: 401 }, level: 'error' },
    ])
    expect(JSON.stringify(other.reported)).not.toContain('other-token')
  })

  it('of a secret message that cannot be deleted tells the person to do it', async () => {
    const told = { method: 'sendMessage', params: { text: 'sudah dihapus' } }
    const orElse = { method: 'sendMessage', params: { text: 'hapus sendiri' } }
    network.faults.next(
      { kind: 'refusal', code: 400, description: "Bad Request: message can't be deleted" },
      { method: 'deleteMessage' },
    )
    const payload = { method: 'deleteMessage', params: { message_id: 1 }, next: told, orElse }
    expect(await program.telegram.deliver(row({ payload }))).toMatchObject({ state: 'sent' })
    expect(sari.last()?.text).toBe('hapus sendiri')
  })
})

describe('After a 429', () => {
  const limited = (target: number, retryAfterS: number) =>
    network.faults.next({ kind: 'rate-limit', retryAfterS }, { method: 'sendMessage', target })
  const budi = () => {
    const person = network.person({ id: 502, firstName: 'Budi' })
    person.say('halo')
    return row({ address: 502 })
  }

  it('its chat is left in peace until its time is over, and the others go on', async () => {
    sari.say('halo')
    limited(501, 35)
    await expect(program.telegram.deliver(row({}))).rejects.toMatchObject({ retryAfterMs: 35_000 })
    const before = network.calls.length
    await expect(program.telegram.deliver(row({}))).rejects.toBeInstanceOf(Outage)
    expect(network.calls).toHaveLength(before)
    expect(await program.telegram.deliver(budi())).toMatchObject({ state: 'sent' })
    const press = call('answerCallbackQuery', { callback_query_id: 'unknown' }, { target: 'callback:unknown' })
    expect(await program.telegram.deliver(press)).toEqual({ state: 'sent' })
    program.pass(35_000)
    expect(await program.telegram.deliver(row({}))).toMatchObject({ state: 'sent' })
  })

  it('of several chats within a second the whole bot makes no call until the last of them is over', async () => {
    sari.say('halo')
    const other = budi()
    limited(501, 35)
    limited(502, 20)
    await expect(program.telegram.deliver(row({}))).rejects.toBeInstanceOf(Outage)
    await expect(program.telegram.deliver(other)).rejects.toBeInstanceOf(Outage)
    const before = network.calls.length
    await expect(program.telegram.deliver(row({ address: 503 }))).rejects.toMatchObject({ name: 'Outage' })
    await expect(program.telegram.fetchFile('any')).rejects.toBeInstanceOf(Outage)
    expect(network.calls).toHaveLength(before)
    program.pass(20_000)
    await expect(program.telegram.deliver(other)).rejects.toBeInstanceOf(Outage)
    program.pass(15_000)
    expect(await program.telegram.deliver(other)).toMatchObject({ state: 'sent' })
  })

  it('of two chats minutes apart the whole bot is not held to be meant', async () => {
    sari.say('halo')
    const other = budi()
    limited(501, 600)
    limited(502, 600)
    await expect(program.telegram.deliver(row({}))).rejects.toBeInstanceOf(Outage)
    program.pass(60_000)
    await expect(program.telegram.deliver(other)).rejects.toBeInstanceOf(Outage)
    const rita = network.person({ id: 503, firstName: 'Rita' })
    rita.say('halo')
    expect(await program.telegram.deliver(row({ address: 503 }))).toMatchObject({ state: 'sent' })
  })

  it('of a call that is about no chat the whole bot is meant, and of the poll too', async () => {
    sari.say('halo')
    network.faults.next({ kind: 'rate-limit', retryAfterS: 5 }, { method: 'getFile' })
    await expect(program.telegram.fetchFile('any')).rejects.toBeInstanceOf(Outage)
    await expect(program.telegram.deliver(row({}))).rejects.toBeInstanceOf(Outage)
    program.pass(5_000)
    network.faults.next({ kind: 'rate-limit', retryAfterS: 5 }, { method: 'getUpdates' })
    await program.start()
    await vi.waitFor(async () => {
      await expect(program.telegram.deliver(row({}))).rejects.toMatchObject({ message: 'Telegram asked for silence' })
    })
  })

  it('the messages of a chat keep their order', async () => {
    await program.start()
    network.faults.next({ kind: 'rate-limit', retryAfterS: 1 }, { method: 'sendMessage' })
    sari.command('/start')
    sari.command('/bantuan')
    sari.command('/kasus')
    await sees('belum punya pengajuan')
    const texts = sari
      .messages()
      .filter(({ mine }) => !mine)
      .map(({ text }) => text.slice(0, 8))
    expect(texts).toEqual(['Selamat ', '/lanjut ', 'Anda bel'])
  })
})

describe('The panel', () => {
  /** A sent case, and its panel as Telegram shows it. */
  async function panelShown() {
    await program.start()
    sari.command('/start')
    await sees('Selamat datang')
    sari.say('hp hilang')
    const answers = [
      'tidak ada',
      'Rahayu Wulandari',
      'lainnya',
      '3404015204850001',
      'rahayu@jogjaprov.go.id',
      'tidak tahu',
      'tidak tahu',
      'tidak tahu',
      'ganti hp',
      'kemarin',
    ]
    for (const [index, answer] of answers.entries()) {
      await sees(`Langkah ${index + 1} dari`)
      sari.say(answer)
    }
    await sees('Periksa jawaban')
    sari.say('kirim')
    return sees('Dipegang: Verifikator')
  }
  const verifying = () => program.command('verifier', { type: 'claim' })

  it('is edited in place', async () => {
    const { id } = await panelShown()
    await verifying()
    const panel = await sees('SEDANG DITINJAU')
    expect([panel.id, panel.edited]).toEqual([id, true])
  })

  it('is sent anew when its message is gone', async () => {
    const { id } = await panelShown()
    sari.erase(id)
    await verifying()
    expect((await sees('SEDANG DITINJAU')).id).toBeGreaterThan(id)
  })

  it('that shows the same already is no failure', async () => {
    const { id } = await panelShown()
    const { id: caseId } = await program.onlyCase()
    const item = row({ kind: 'panel', payload: {}, caseId, previousRef: String(id), language: 'id' })
    expect(await program.telegram.deliver(item)).toEqual({ state: 'sent', ref: String(id) })
  })

  it('and notices of a case that is gone are dead', async () => {
    expect(await program.telegram.deliver(row({ kind: 'panel', payload: {}, caseId: 'none' }))).toMatchObject({
      state: 'dead',
    })
  })
})

describe('A file', () => {
  const bytes = Buffer.from('%PDF-1.7 isi')
  const upload = () => sari.document(bytes, { name: 'a.pdf', mime: 'application/pdf' }).document?.file_id ?? ''

  it('is fetched by its id', async () => {
    expect(Buffer.from((await program.telegram.fetchFile(upload())) as Uint8Array)).toEqual(bytes)
  })

  it('that Telegram finds too big is a refusal, not an outage', async () => {
    network.faults.next(
      { kind: 'refusal', code: 400, description: 'Bad Request: file is too big' },
      { method: 'getFile' },
    )
    expect(await program.telegram.fetchFile(upload())).toEqual({ refused: 'TOO_BIG' })
  })

  it('that Telegram does not know is refused', async () => {
    expect(await program.telegram.fetchFile('never-seen')).toEqual({ refused: 'CORRUPT' })
  })

  it('that breaks off is an outage, whose words do not hold the token', async () => {
    network.faults.next({ kind: 'truncate' }, { method: 'file' })
    const outage = await program.telegram.fetchFile(upload()).catch((error: unknown) => error)
    expect(outage).toBeInstanceOf(Outage)
    expect(String(outage)).not.toContain(network.token)
  })

  it.each(['../../bot/getMe', 'https://elsewhere.example/x', '//elsewhere.example/x', 'a/../../../../x'])(
    'whose path leads to %s is not fetched from there',
    async (path) => {
      const before = network.calls.length
      const { createFetchFile } = await import('../../bot/telegram/files.ts')
      const wire = { call: async () => ({ end: 'ok', result: { file_path: path } }) as const }
      const fetchFile = createFetchFile(wire, { apiRoot: network.apiRoot, token: network.token })
      const outcome = await fetchFile('x').catch((error: unknown) => error)
      expect(outcome instanceof Outage || JSON.stringify(outcome) === '{"refused":"CORRUPT"}').toBe(true)
      expect(network.calls.slice(before).map(({ method }) => method)).not.toContain('getMe')
    },
  )
})

describe('The profile', () => {
  it('is set once, in the languages of the house, and not again when nothing changed', async () => {
    await program.start()
    await vi.waitFor(() => expect(sent('setMyShortDescription')).toHaveLength(3))
    expect(sent('setMyCommands')).toHaveLength(3)
    await program.stop()
    program = await new TestProgram(network).start()
    await vi.waitFor(() => expect(sent('getMyShortDescription')).toHaveLength(6))
    expect(sent('setMyCommands')).toHaveLength(3)
  })

  it('that cannot be set stops nothing', async () => {
    network.faults.next({ kind: 'rate-limit', retryAfterS: 600 }, { method: 'setMyCommands' })
    await program.start()
    sari.command('/start')
    await sees('Selamat datang')
    await vi.waitFor(() =>
      expect(program.reported.map(({ what }) => what)).toContain('the profile of the bot could not be set'),
    )
  })
})
