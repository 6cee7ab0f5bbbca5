import { once } from 'node:events'
import { LogLevel, SocketModeClient } from '@slack/socket-mode'
import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { SlackNetwork } from '../../bot/simulator/slack-network.ts'

type Envelope = {
  ack: (body?: unknown) => Promise<void>
  body: Record<string, unknown>
  type: string
  retry_num?: number
}

let network: SlackNetwork
let client: SocketModeClient
let received: Envelope[]
let answer: (envelope: Envelope) => Promise<void>

beforeEach(async () => {
  network = await new SlackNetwork().start()
  network.channel({ id: 'C0VERIF', name: 'verifikasi' })
  network.member({ id: 'UVER1', channels: ['C0VERIF'] })
  network.socket.answerWithinMs = 300
  received = []
  answer = ({ ack }) => ack()
  client = new SocketModeClient({
    appToken: network.appToken,
    clientOptions: { slackApiUrl: network.apiUrl },
    logLevel: LogLevel.ERROR,
    // Also the pause before it connects anew.
    clientPingTimeout: 1000,
  })
  client.on('slack_event', (envelope: Envelope) => {
    received.push(envelope)
    return answer(envelope)
  })
  await client.start()
})
afterEach(async () => {
  await client.disconnect()
  await network.stop()
})

const sari = () => network.member({ id: 'UVER1' })
const plain = (text: string) => ({ type: 'plain_text', text }) as const
const postCard = () => {
  const slack = new WebClient(network.botToken, { slackApiUrl: network.apiUrl })
  const elements = [{ type: 'button', text: plain('Ambil'), action_id: 'ambil' } as const]
  return slack.chat.postMessage({ channel: 'C0VERIF', text: 'Kasus', blocks: [{ type: 'actions', elements }] })
}
const connected = (count: number) =>
  network.socket.changes.until(() => (network.socket.connectionCount === count ? true : undefined))

describe('Socket Mode', () => {
  it('carries clicks and takes acknowledgements', async () => {
    await postCard()
    expect(await sari().click('Ambil')).toMatchObject({ isAcknowledged: true, body: undefined })
    expect(received).toMatchObject([{ type: 'interactive', body: { type: 'block_actions', user: { id: 'UVER1' } } }])
  })

  it('carries commands, and answers with a body', async () => {
    answer = ({ ack }) => ack({ text: 'Antrean kosong' })
    await sari().slash('/pandu antrean')
    expect(received).toMatchObject([{ type: 'slash_commands', body: { command: '/pandu', text: 'antrean' } }])
    expect(sari().ephemerals()).toMatchObject([{ text: 'Antrean kosong' }])
  })

  it('carries modals and the answers to their submission', async () => {
    await postCard()
    await sari().click('Ambil')
    const slack = new WebClient(network.botToken, { slackApiUrl: network.apiUrl })
    const element = { type: 'plain_text_input', action_id: 'teks' } as const
    const blocks = [{ type: 'input' as const, block_id: 'alasan', label: plain('Alasan'), element }]
    const view = { type: 'modal' as const, title: plain('Tolak'), submit: plain('Kirim'), blocks }
    await slack.views.open({ trigger_id: String(received[0]?.body.trigger_id), view })
    const modal = await sari().waitForModal()
    await modal.fill('alasan', 'x')
    answer = ({ ack }) => ack({ response_action: 'errors', errors: { alasan: 'Terlalu pendek' } })
    expect(await modal.submit()).toEqual({ outcome: 'errors', errors: { alasan: 'Terlalu pendek' } })
  })

  it('repeats an event that was not acknowledged', async () => {
    const events = network.dispatcher
    answer = async () => {}
    await sari().openHome()
    answer = ({ ack }) => ack()
    await events.changes.until(() => (events.attempts.length === 2 ? true : undefined))
    expect(received.map((envelope) => envelope.retry_num)).toEqual([0, 1])
    expect(events.attempts.map(({ acknowledgement }) => acknowledgement.isAcknowledged)).toEqual([false, true])
  })

  it('gives up a click that was not acknowledged in time', async () => {
    await postCard()
    answer = async () => {}
    expect(await sari().click('Ambil')).toMatchObject({ isAcknowledged: false, reason: 'http_timeout' })
  })

  it('lets the program connect anew after a refresh, and after a cut', async () => {
    for (const end of [() => network.socket.refresh(), () => network.socket.cut()]) {
      const gone = connected(0)
      end()
      await gone
      await connected(1)
      expect(await sari().openHome()).toMatchObject({ isAcknowledged: true })
    }
  })

  it('fails clicks while nobody is connected', async () => {
    await postCard()
    await client.disconnect()
    await connected(0)
    expect(await sari().click('Ambil')).toMatchObject({ isAcknowledged: false, reason: 'connection_failed' })
  })

  it('lets in only who has a fresh ticket, given for the app token', async () => {
    const bot = new WebClient(network.botToken, { slackApiUrl: network.apiUrl, retryConfig: { retries: 0 } })
    await expect(bot.apps.connections.open()).rejects.toMatchObject({ data: { error: 'invalid_auth' } })
    const guess = new WebSocket(`${network.workspace.origin.replace('http', 'ws')}/socket?ticket=tebakan`)
    await expect(once(guess, 'open')).rejects.toThrow()
    expect(network.socket.connectionCount).toBe(1)
  })
})
