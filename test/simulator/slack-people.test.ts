import { verifySlackRequest } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HandClock } from '../../bot/simulator/clock.ts'
import { SlackNetwork } from '../../bot/simulator/slack-network.ts'
import { isRecord } from '../../bot/simulator/wire/request-body.ts'
import { type Arrival, SlackProgram } from './slack-program.ts'

let clock: HandClock
let network: SlackNetwork
let program: SlackProgram
let slack: WebClient

beforeEach(async () => {
  clock = new HandClock(Date.now())
  program = await new SlackProgram().start()
  network = await new SlackNetwork({ clock, requestUrl: program.url }).start()
  network.channel({ id: 'C0VERIF', name: 'verifikasi' })
  network.member({ id: 'UVER1', name: 'sari', channels: ['C0VERIF'] })
  network.member({ id: 'UVER2', name: 'budi', channels: ['C0VERIF'] })
  slack = new WebClient(network.botToken, { slackApiUrl: network.apiUrl, retryConfig: { retries: 0 } })
})
afterEach(async () => {
  await network.stop()
  await program.stop()
})

const sari = () => network.member({ id: 'UVER1' })
const budi = () => network.member({ id: 'UVER2' })
const plain = (text: string) => ({ type: 'plain_text', text }) as const
const option = (text: string, value: string) => ({ text: plain(text), value })
const button = (text: string, action_id: string, more: object = {}) =>
  ({ type: 'button', text: plain(text), action_id, value: 'PANDU-2026-000417-H:3', ...more }) as const
const card = (...buttons: ReturnType<typeof button>[]): KnownBlock[] => [
  { type: 'section', text: { type: 'mrkdwn', text: 'Kasus' } },
  { type: 'actions', block_id: 'tombol', elements: buttons },
]
const post = async (...buttons: ReturnType<typeof button>[]) =>
  (await slack.chat.postMessage({ channel: 'C0VERIF', text: 'Kasus baru', blocks: card(...buttons) })).ts ?? ''
const field = (value: unknown, ...path: string[]): unknown =>
  path.reduce((inner, key) => (isRecord(inner) ? inner[key] : undefined), value)
const trigger = (arrival: Arrival | undefined) => String(arrival?.payload.trigger_id)
const lastTrigger = () => trigger(program.arrivals.at(-1))

const review: ModalView = {
  type: 'modal',
  callback_id: 'periksa',
  private_metadata: 'PANDU-2026-000417-H',
  title: plain('Periksa'),
  submit: plain('Simpan'),
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'bersih',
      optional: true,
      label: plain('Bukti yang bersih'),
      element: {
        type: 'checkboxes',
        action_id: 'sah',
        options: [option('Full scan laptop', 'scan'), option('Sandi diganti', 'sandi')],
      },
    },
    {
      type: 'section',
      block_id: 'putusan',
      text: plain('Putusan'),
      accessory: {
        type: 'static_select',
        action_id: 'pilih',
        options: [option('Sah', 'sah'), option('Perlu perbaikan', 'perbaiki')],
      },
    },
    {
      type: 'input',
      block_id: 'alasan',
      label: plain('Alasan'),
      element: { type: 'plain_text_input', action_id: 'teks', multiline: true },
    },
  ],
}
const openReview = async (view: ModalView = review) => {
  await post(button('Periksa…', 'periksa'))
  await sari().click('Periksa…')
  await slack.views.open({ trigger_id: lastTrigger(), view })
  return sari().waitForModal()
}

describe('a click on a card', () => {
  it('reaches the program signed, with everything that Slack tells', async () => {
    const ts = await post(button('Ambil', 'ambil'), button('Periksa…', 'periksa'))
    const acknowledgement = await sari().click('Ambil')
    expect(acknowledgement).toMatchObject({ isAcknowledged: true, status: 200 })
    const { raw, headers, payload } = await program.arrival(0)
    verifySlackRequest({
      signingSecret: network.signingSecret,
      body: raw,
      headers: {
        'x-slack-signature': String(headers['x-slack-signature']),
        'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
      },
    })
    expect(payload).toMatchObject({
      type: 'block_actions',
      user: { id: 'UVER1', username: 'sari', team_id: 'TSIMULASI' },
      container: { type: 'message', message_ts: ts, channel_id: 'C0VERIF', is_ephemeral: false },
      channel: { id: 'C0VERIF' },
      message: { ts, text: 'Kasus baru' },
      actions: [
        {
          type: 'button',
          action_id: 'ambil',
          block_id: 'tombol',
          value: 'PANDU-2026-000417-H:3',
          text: plain('Ambil'),
        },
      ],
      response_url: expect.stringContaining('/response/'),
    })
  })

  it('takes the newest message that has the button, or the one that is named', async () => {
    const older = await post(button('Ambil', 'ambil'))
    const newer = await post(button('Ambil', 'ambil'))
    await sari().click('ambil')
    await sari().click(/^Amb/, { messageTs: older })
    const clicked = program.arrivals.map(({ payload }) => field(payload, 'container', 'message_ts'))
    expect(clicked).toEqual([newer, older])
    expect(() => sari().click('Setujui')).toThrow(/nothing to press called Setujui; there is:\n\[Ambil\]/)
  })

  it('can cross an update: the message is clicked as it was read', async () => {
    const ts = await post(button('Ambil', 'ambil'))
    const [read] = sari().messages('C0VERIF')
    await slack.chat.update({ channel: 'C0VERIF', ts, text: 'Diputuskan', blocks: [] })
    expect(() => sari().click('Ambil')).toThrow('nothing to press')
    await sari().click('Ambil', read ? { message: read } : {})
    expect(program.arrivals).toHaveLength(1)
  })

  it('may come from two people in the same moment', async () => {
    await post(button('Legalisasi', 'legalisasi'))
    await Promise.all([sari().click('Legalisasi'), budi().click('Legalisasi')])
    const users = program.arrivals.map(({ payload }) => field(payload, 'user', 'id'))
    expect(users.sort()).toEqual(['UVER1', 'UVER2'])
    expect(new Set(program.arrivals.map(trigger)).size).toBe(2)
  })

  it('asks "are you sure" where the button says so, and counts every press', async () => {
    const confirm = { title: plain('Yakin?'), text: plain('Final.'), confirm: plain('Ya'), deny: plain('Tidak') }
    await post(button('Ambil', 'ambil'), button('Tolak', 'tolak', { confirm }))
    await sari().click('Tolak', { confirm: false })
    expect(program.arrivals).toEqual([])
    await sari().click('Tolak')
    await sari().click('Ambil')
    expect(program.arrivals).toHaveLength(2)
    expect(sari().presses).toBe(5)
    expect(budi().presses).toBe(0)
  })

  it('is not repeated when the program fails or keeps silent', async () => {
    await post(button('Ambil', 'ambil'))
    program.answerWith(500)
    expect(await sari().click('Ambil')).toMatchObject({ isAcknowledged: false, status: 500 })
    network.requestUrl = 'http://127.0.0.1:1/'
    expect(await sari().click('Ambil')).toMatchObject({ isAcknowledged: false, reason: 'connection_failed' })
    expect(network.dispatcher.pendingCount).toBe(0)
  })

  it('is given up after a while, three seconds as a rule', async () => {
    expect(network.http.answerWithinMs).toBe(3000)
    network.http.answerWithinMs = 100
    await post(button('Ambil', 'ambil'))
    program.answer = () => {}
    expect(await sari().click('Ambil')).toMatchObject({ isAcknowledged: false, reason: 'http_timeout' })
  })

  it('can be answered five times within half an hour at its response_url', async () => {
    await post(button('Ambil', 'ambil'))
    await sari().click('Ambil')
    const address = String(program.arrivals[0]?.payload.response_url)
    const answer = async (body: object) => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })).json()
    }
    await answer({ text: 'Hanya untuk Anda' })
    expect((await sari().waitForEphemeral(({ text }) => text === 'Hanya untuk Anda')).channel).toBe('C0VERIF')
    await answer({ text: 'Untuk semua', response_type: 'in_channel' })
    await answer({ text: 'Diambil', replace_original: true })
    expect(
      budi()
        .messages('C0VERIF')
        .map(({ text }) => text),
    ).toEqual(['Diambil', 'Untuk semua'])
    await answer({ delete_original: true })
    expect(budi().messages('C0VERIF')).toHaveLength(1)
    expect(await answer({ text: 'kelima' })).toEqual({ ok: true })
    expect(await answer({ text: 'keenam' })).toEqual({ ok: false, error: 'used_url' })
    await sari().click('Ambil', {
      message: { ...budi().messages()[0]!, blocks: card(button('Ambil', 'ambil')) as never },
    })
    clock.advance(31 * 60_000)
    const late = await fetch(String(program.arrivals.at(-1)?.payload.response_url), { method: 'POST', body: 'text=x' })
    expect(await late.json()).toEqual({ ok: false, error: 'expired_url' })
  })
})

describe('a modal', () => {
  it('opens with a trigger once, and only within three seconds', async () => {
    const modal = await openReview()
    expect(modal.title).toBe('Periksa')
    expect(modal.text).toContain('Full scan laptop')
    const open = (trigger_id: string) => slack.views.open({ trigger_id, view: review })
    await expect(open(lastTrigger())).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } })
    await sari().choose('pilih', 'Sah')
    clock.advance(3001)
    await expect(open(lastTrigger())).rejects.toMatchObject({ data: { error: 'expired_trigger_id' } })
    await expect(open('1.2.3')).rejects.toMatchObject({ data: { error: 'invalid_trigger_id' } })
  })

  it('is filled, ticked and submitted with its state', async () => {
    const modal = await openReview()
    await modal.check('Bukti yang bersih', 'Full scan laptop', 'sandi')
    await modal.uncheck('bersih', 'sandi')
    await modal.choose('pilih', 'Perlu perbaikan')
    await modal.fill('Alasan', 'Tanggal tidak terlihat')
    const presses = sari().presses
    expect(presses).toBe(5)
    expect(program.arrivals).toHaveLength(2)
    expect(await modal.submit()).toEqual({ outcome: 'closed', errors: {} })
    expect(sari().presses).toBe(presses + 1)
    expect(sari().modal()).toBeUndefined()
    const { payload } = program.arrivals.at(-1) ?? {}
    expect(payload).toMatchObject({ type: 'view_submission', user: { id: 'UVER1' } })
    expect(field(payload, 'view', 'private_metadata')).toBe('PANDU-2026-000417-H')
    expect(field(payload, 'view', 'state', 'values')).toEqual({
      bersih: { sah: { type: 'checkboxes', selected_options: [option('Full scan laptop', 'scan')] } },
      putusan: { pilih: { type: 'static_select', selected_option: option('Perlu perbaikan', 'perbaiki') } },
      alasan: { teks: { type: 'plain_text_input', value: 'Tanggal tidak terlihat' } },
    })
  })

  it('is not sent while a required field is empty', async () => {
    const modal = await openReview()
    const before = program.arrivals.length
    expect(await modal.submit()).toMatchObject({ outcome: 'incomplete', errors: { alasan: expect.any(String) } })
    expect(program.arrivals).toHaveLength(before)
  })

  it('shows complaints at its fields and stays open', async () => {
    const modal = await openReview()
    await modal.fill('alasan', 'x')
    program.answerWith(200, { response_action: 'errors', errors: { alasan: 'Terlalu pendek' } })
    expect(await modal.submit()).toEqual({ outcome: 'errors', errors: { alasan: 'Terlalu pendek' } })
    expect(sari().modal()?.id).toBe(modal.id)
    program.answerWith(200, { response_action: 'errors', errors: { tiada: 'x' } })
    await modal.submit()
    expect(network.violations).toEqual(['response_action errors: no input block tiada'])
  })

  it('is updated, stacked three deep and cleared by the answers to a submission', async () => {
    const modal = await openReview()
    await modal.fill('alasan', 'x')
    const step = (title: string): ModalView => ({ ...review, title: plain(title), blocks: review.blocks.slice(0, 2) })
    program.answerWith(200, { response_action: 'update', view: { ...review, title: plain('Dua') } })
    expect((await modal.submit()).outcome).toBe('updated')
    expect(modal.title).toBe('Dua')
    program.answerWith(200, { response_action: 'push', view: step('Tiga') })
    expect((await modal.submit()).outcome).toBe('pushed')
    expect(sari().modal()?.title).toBe('Tiga')
    await sari().modal()?.submit()
    expect((await sari().modal()?.submit())?.outcome).toBe('failed')
    expect(sari().modal()?.view).toMatchObject({ root_view_id: modal.id })
    program.answerWith(200)
    expect((await sari().modal()?.submit())?.outcome).toBe('closed')
    expect(sari().modal()?.title).toBe('Tiga')
    program.answerWith(200, { response_action: 'clear' })
    expect((await sari().modal()?.submit())?.outcome).toBe('cleared')
    expect(sari().modal()).toBeUndefined()
  })

  it('fails where the program fails, or answers a view that Slack refuses', async () => {
    const modal = await openReview()
    await modal.fill('alasan', 'x')
    program.answerWith(500)
    expect((await modal.submit()).outcome).toBe('failed')
    program.answerWith(200, { response_action: 'update', view: { ...review, title: plain('x'.repeat(25)) } })
    expect((await modal.submit()).outcome).toBe('failed')
    expect(network.violations).toHaveLength(1)
    expect(sari().modal()?.title).toBe('Periksa')
  })

  it('is updated by views.update, keeps what was entered, and is guarded by the hash', async () => {
    const modal = await openReview()
    await modal.fill('alasan', 'sudah diketik')
    const { hash } = modal.view
    const view = { ...review, title: plain('Baru') }
    await slack.views.update({ view_id: modal.id, hash, view })
    expect(modal.title).toBe('Baru')
    expect(modal.view.state.values.alasan?.teks?.value).toBe('sudah diketik')
    const stale = slack.views.update({ view_id: modal.id, hash, view: review })
    await expect(stale).rejects.toMatchObject({ data: { error: 'hash_conflict' } })
    const gone = slack.views.update({ view_id: 'V0', view: review })
    await expect(gone).rejects.toMatchObject({ data: { error: 'not_found' } })
  })

  it('is pushed onto by views.push, at most three deep', async () => {
    await openReview()
    for (const depth of [2, 3, 4]) {
      await sari().choose('pilih', 'Sah')
      const pushed = slack.views.push({ trigger_id: lastTrigger(), view: review })
      if (depth < 4) await pushed
      else await expect(pushed).rejects.toMatchObject({ data: { error: 'push_limit_reached' } })
    }
  })

  it('tells when it is closed, if it asked to be told', async () => {
    const modal = await openReview()
    await modal.close()
    expect(program.arrivals.at(-1)?.payload).toMatchObject({ type: 'view_closed', is_cleared: false })
    expect(sari().modal()).toBeUndefined()
    const count = program.arrivals.length
    const { notify_on_close: _silent, ...silent } = review
    const other = await openReview(silent)
    await other.close()
    expect(program.arrivals).toHaveLength(count + 1)
  })

  it('asks the program what an external menu offers', async () => {
    const select = { type: 'external_select', action_id: 'instansi', placeholder: plain('Cari') } as const
    const block = { type: 'input', block_id: 'dinas', label: plain('Instansi'), element: select } as const
    const modal = await openReview({ ...review, blocks: [block] })
    program.answerWith(200, { options: [option('Dinas X', 'x')] })
    const { body } = await modal.suggestions('Instansi', 'Din')
    expect(program.arrivals.at(-1)?.payload).toMatchObject({
      type: 'block_suggestion',
      value: 'Din',
      block_id: 'dinas',
    })
    expect(body).toEqual({ options: [option('Dinas X', 'x')] })
  })
})

describe('home tab, commands and messages', () => {
  it('tells that the home tab was opened, and its elements can be used', async () => {
    await sari().openHome()
    expect(program.arrivals[0]?.payload).toMatchObject({
      type: 'event_callback',
      team_id: 'TSIMULASI',
      event: { type: 'app_home_opened', user: 'UVER1', tab: 'home' },
    })
    const shown = sari().waitForHome(({ blocks }) => blocks.length === 2)
    await slack.views.publish({ user_id: 'UVER1', view: { type: 'home', blocks: card(button('Lanjut', 'lanjut')) } })
    expect((await shown).type).toBe('home')
    await sari().click('Lanjut', { in: 'home' })
    const { payload } = program.arrivals.at(-1) ?? {}
    expect(payload).toMatchObject({ container: { type: 'view' }, view: { type: 'home', hash: expect.any(String) } })
    expect(payload).not.toHaveProperty('channel')
  })

  it('sends slash commands as forms and shows the answer to whoever typed', async () => {
    program.answerWith(200, { text: 'Antrean kosong' })
    await sari().slash('/pandu antrean hari ini', { channel: 'C0VERIF' })
    expect(program.arrivals[0]?.payload).toMatchObject({
      command: '/pandu',
      text: 'antrean hari ini',
      user_id: 'UVER1',
      channel_id: 'C0VERIF',
    })
    expect(sari().ephemerals('C0VERIF')).toMatchObject([{ text: 'Antrean kosong' }])
  })

  it('sends what people write as events', async () => {
    sari().say('C0VERIF', 'Ada yang tahu?')
    expect((await program.arrival(0)).payload.event).toMatchObject({
      type: 'message',
      channel_type: 'channel',
      text: 'Ada yang tahu?',
    })
  })

  it('waits for messages and says what it sees when they do not come', async () => {
    const coming = sari().waitForMessage(({ text }) => text.startsWith('Giliran'))
    await slack.chat.postMessage({ channel: 'UVER1', text: 'Giliran Anda' })
    expect((await coming).channel).toBe('DVER1')
    const missing = sari().waitForMessage(() => false, { timeoutMs: 10 })
    await expect(missing).rejects.toThrow(/the message did not come within 10 ms; seen:\nDVER1 Giliran Anda/)
  })
})

describe('events', () => {
  const retries = () => program.arrivals.map(({ headers }) => headers['x-slack-retry-num'])
  const attempts = (count: number) =>
    network.dispatcher.changes.until(() => (network.dispatcher.attempts.length >= count ? true : undefined))

  it('come again at once, after one minute and after five, with number and reason', async () => {
    program.answerWith(503)
    await sari().openHome()
    await attempts(2)
    clock.advance(59_999)
    expect(program.arrivals).toHaveLength(2)
    clock.advance(1)
    await attempts(3)
    clock.advance(300_000)
    await attempts(4)
    expect(retries()).toEqual([undefined, '1', '2', '3'])
    expect(program.arrivals[3]?.headers['x-slack-retry-reason']).toBe('http_error')
    expect(new Set(program.arrivals.map(({ payload }) => payload.event_id)).size).toBe(1)
    expect(network.dispatcher.pendingCount).toBe(0)
  })

  it('come again now when a test cannot wait', async () => {
    program.answerWith(503)
    await sari().openHome()
    await attempts(2)
    program.answerWith(200)
    network.retryNow()
    await attempts(3)
    expect(retries()).toEqual([undefined, '1', '2'])
  })

  it('do not come again when the program says so', async () => {
    program.answerWith(500, undefined, { 'x-slack-no-retry': '1' })
    await sari().openHome()
    expect(network.dispatcher.pendingCount).toBe(0)
  })

  it('may be lost on the way, so that only the retry arrives', async () => {
    network.dispatcher.losing = 1
    await sari().openHome()
    expect((await program.arrival(0)).headers).toMatchObject({
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'http_timeout',
    })
  })

  it('can be replayed byte by byte, and forged', async () => {
    await sari().openHome()
    await network.replay()
    expect(program.arrivals[1]?.raw).toBe(program.arrivals[0]?.raw)
    expect(program.arrivals[1]?.headers['x-slack-signature']).toBe(program.arrivals[0]?.headers['x-slack-signature'])
    const forged = network.http.sign('{}', 'application/json', { secret: 'lain', atMs: clock.now() - 400_000 })
    await network.http.post(forged)
    const check = () =>
      verifySlackRequest({
        signingSecret: network.signingSecret,
        body: '{}',
        headers: {
          'x-slack-signature': String(program.arrivals[2]?.headers['x-slack-signature']),
          'x-slack-request-timestamp': Number(program.arrivals[2]?.headers['x-slack-request-timestamp']),
        },
      })
    expect(check).toThrow()
  })

  it('prove who owns the request URL', async () => {
    program.answer = ({ payload }, response) => response.end(JSON.stringify({ challenge: payload.challenge }))
    expect(await network.verifyUrl()).toBe(true)
    program.answerWith(200)
    expect(await network.verifyUrl()).toBe(false)
  })
})
