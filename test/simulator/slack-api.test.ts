import type { HomeView } from '@slack/types'
import { LogLevel, WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HandClock } from '../../bot/simulator/clock.ts'
import { SlackNetwork } from '../../bot/simulator/slack-network.ts'

const clock = new HandClock()
let network: SlackNetwork
let slack: WebClient

const client = (token = network.botToken) =>
  new WebClient(token, {
    slackApiUrl: network.apiUrl,
    timeout: 2500,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  })

beforeEach(async () => {
  network = await new SlackNetwork({ clock }).start()
  network.channel({ id: 'C0VERIF', name: 'verifikasi' })
  network.channel({ id: 'C0LAIN', name: 'lain', isBotInside: false })
  network.member({ id: 'UVER1', name: 'sari', realName: 'Sari Wulandari', channels: ['C0VERIF'] })
  network.member({ id: 'UVER2', name: 'budi', realName: 'Budi Santoso', channels: ['C0VERIF'] })
  slack = client()
})
afterEach(() => network.stop())

const sari = () => network.member({ id: 'UVER1' })
const refused = (error: string) => ({ data: { ok: false, error } })
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } }) as const

describe('Slack for a program that writes', () => {
  it('knows its own bot and refuses other tokens', async () => {
    expect(await slack.auth.test()).toMatchObject({ ok: true, user_id: 'UPANDU0001', bot_id: 'BPANDU0001' })
    await expect(client('xoxb-lain').auth.test()).rejects.toMatchObject(refused('invalid_auth'))
    await expect(client('').auth.test()).rejects.toMatchObject(refused('not_authed'))
    await expect(slack.apiCall('telepathy.send')).rejects.toMatchObject(refused('unknown_method'))
  })

  it('posts, updates and deletes a card', async () => {
    const posted = await slack.chat.postMessage({ channel: 'C0VERIF', text: 'Kasus baru', blocks: [section('*Baru*')] })
    expect(sari().messages('C0VERIF')).toMatchObject([{ text: 'Kasus baru', ts: posted.ts, user: 'UPANDU0001' }])
    const ts = posted.ts ?? ''
    await slack.chat.update({ channel: 'C0VERIF', ts, text: 'Diambil' })
    expect(sari().messages('C0VERIF')[0]).toMatchObject({ text: 'Diambil', blocks: [section('*Baru*')] })
    await slack.chat.update({ channel: 'C0VERIF', ts, text: 'Diambil', blocks: [] })
    expect(sari().messages('C0VERIF')[0]?.blocks).toEqual([])
    await slack.chat.delete({ channel: 'C0VERIF', ts })
    expect(sari().messages('C0VERIF')).toEqual([])
    await expect(slack.chat.update({ channel: 'C0VERIF', ts, text: 'x' })).rejects.toMatchObject(
      refused('message_not_found'),
    )
  })

  it.each([
    [{ channel: 'C0TIADA', text: 'x' }, 'channel_not_found'],
    [{ channel: 'C0LAIN', text: 'x' }, 'not_in_channel'],
    [{ channel: 'C0VERIF', text: '' }, 'no_text'],
    [{ channel: 'C0VERIF', text: 'x'.repeat(40_001) }, 'msg_too_long'],
    [{ channel: 'C0VERIF', text: 'x', thread_ts: '1.2' }, 'thread_not_found'],
    [{ channel: 'C0VERIF', text: 'x', metadata: '{"event_type":1}' }, 'invalid_metadata_format'],
  ])('refuses %j', async (args, error) => {
    await expect(slack.apiCall('chat.postMessage', args)).rejects.toMatchObject(refused(error))
  })

  it('refuses to change what people wrote', async () => {
    const { ts } = sari().say('C0VERIF', 'halo')
    await expect(slack.chat.update({ channel: 'C0VERIF', ts, text: 'x' })).rejects.toMatchObject(
      refused('cant_update_message'),
    )
    await expect(slack.chat.delete({ channel: 'C0VERIF', ts })).rejects.toMatchObject(refused('cant_delete_message'))
  })

  it('keeps messages for one person apart', async () => {
    await slack.chat.postEphemeral({ channel: 'C0VERIF', user: 'UVER1', text: 'Bukan kasus Anda' })
    expect(sari().ephemerals()).toMatchObject([{ text: 'Bukan kasus Anda' }])
    expect(sari().messages()).toEqual([])
    expect(network.member({ id: 'UVER2' }).ephemerals()).toEqual([])
    const stranger = slack.chat.postEphemeral({ channel: 'C0VERIF', user: 'UTIADA', text: 'x' })
    await expect(stranger).rejects.toMatchObject(refused('user_not_in_channel'))
  })

  it('writes to a person directly, by their id or after opening the conversation', async () => {
    await slack.chat.postMessage({ channel: 'UVER1', text: 'Giliran Anda' })
    const opened = await slack.conversations.open({ users: 'UVER1' })
    await slack.chat.postMessage({ channel: opened.channel?.id ?? '', text: 'Sekali lagi' })
    expect(
      sari()
        .dm()
        .map((message) => message.text),
    ).toEqual(['Giliran Anda', 'Sekali lagi'])
    await expect(slack.conversations.open({ users: 'UTIADA' })).rejects.toMatchObject(refused('user_not_found'))
  })

  it('finds an ambiguous post again by its metadata', async () => {
    const metadata = { event_type: 'case_msg', event_payload: { outbox_id: 'o-17' } }
    network.faults.next({ kind: 'lost-answer' }, { method: 'chat.postMessage' })
    await expect(slack.chat.postMessage({ channel: 'C0VERIF', text: 'Kasus', metadata })).rejects.toThrow()
    // The moment in which the post was claimed, to the millisecond.
    const oldest = (clock.now() / 1000).toFixed(3)
    const found = await slack.conversations.history({ channel: 'C0VERIF', oldest, include_all_metadata: true })
    expect(found.messages?.map((message) => message.metadata)).toEqual([metadata])
    const bare = await slack.conversations.history({ channel: 'C0VERIF' })
    expect(bare.messages?.[0]?.metadata).toBeUndefined()
  })

  it('shows history newest first without thread answers, and threads oldest first', async () => {
    const root = await slack.chat.postMessage({ channel: 'C0VERIF', text: 'kartu' })
    await slack.chat.postMessage({ channel: 'C0VERIF', text: 'rincian', thread_ts: root.ts ?? '' })
    clock.advance(1000)
    const later = await slack.chat.postMessage({ channel: 'C0VERIF', text: 'kartu lain' })
    const history = await slack.conversations.history({ channel: 'C0VERIF', limit: 1 })
    expect(history.messages?.map((message) => message.text)).toEqual(['kartu lain'])
    const cursor = history.response_metadata?.next_cursor ?? ''
    const rest = await slack.conversations.history({ channel: 'C0VERIF', limit: 1, cursor })
    expect(rest.messages).toMatchObject([{ text: 'kartu', reply_count: 1 }])
    expect(rest.has_more).toBe(false)
    const thread = await slack.conversations.replies({ channel: 'C0VERIF', ts: root.ts ?? '' })
    expect(thread.messages?.map((message) => message.text)).toEqual(['kartu', 'rincian'])
    const after = await slack.conversations.history({ channel: 'C0VERIF', oldest: root.ts ?? '' })
    expect(after.messages?.map((message) => message.ts)).toEqual([later.ts])
    const before = await slack.conversations.history({ channel: 'C0VERIF', latest: root.ts ?? '', inclusive: true })
    expect(before.messages?.map((message) => message.text)).toEqual(['kartu'])
  })

  it('tells who is who', async () => {
    expect((await slack.users.info({ user: 'UVER1' })).user).toMatchObject({
      real_name: 'Sari Wulandari',
      deleted: false,
      is_stranger: false,
    })
    network.member({ id: 'UVER1', isDeleted: true })
    expect((await slack.users.info({ user: 'UVER1' })).user?.deleted).toBe(true)
    expect((await slack.users.list({})).members).toHaveLength(2)
    await expect(slack.users.info({ user: 'UTIADA' })).rejects.toMatchObject(refused('user_not_found'))
    expect((await slack.conversations.info({ channel: 'C0LAIN' })).channel?.is_member).toBe(false)
  })

  it('takes a reaction once', async () => {
    const { ts = '' } = await slack.chat.postMessage({ channel: 'C0VERIF', text: 'x' })
    await slack.reactions.add({ channel: 'C0VERIF', timestamp: ts, name: 'eyes' })
    const again = slack.reactions.add({ channel: 'C0VERIF', timestamp: ts, name: 'eyes' })
    await expect(again).rejects.toMatchObject(refused('already_reacted'))
  })

  it('publishes home tabs, guarded by the hash', async () => {
    const view = (text: string): HomeView => ({ type: 'home', blocks: [section(text)] })
    const first = await slack.views.publish({ user_id: 'UVER1', view: view('satu') })
    await slack.views.publish({ user_id: 'UVER1', view: view('dua'), hash: first.view?.hash ?? '' })
    const stale = slack.views.publish({ user_id: 'UVER1', view: view('tiga'), hash: first.view?.hash ?? '' })
    await expect(stale).rejects.toMatchObject(refused('hash_conflict'))
    expect(sari().home()).toMatchObject({ blocks: [section('dua')] })
  })

  it('shows the scopes of the token', async () => {
    expect((await slack.auth.test()).response_metadata?.scopes).toContain('chat:write')
  })
})

describe('what goes wrong on purpose', () => {
  const post = (channel: string, text = 'x') => slack.chat.postMessage({ channel, text })

  it('429 with Retry-After, for one channel only', async () => {
    network.faults.next({ kind: 'rate-limit', retryAfterS: 30 }, { target: 'C0VERIF' })
    await post('UVER1')
    await expect(post('C0VERIF')).rejects.toMatchObject({ retryAfter: 30 })
    await post('C0VERIF')
  })

  it('5xx, a reset, any error code', async () => {
    network.faults.next({ kind: 'server-error', status: 503 })
    await expect(post('C0VERIF')).rejects.toMatchObject({ statusCode: 503 })
    network.faults.next({ kind: 'reset' })
    await expect(post('C0VERIF')).rejects.toThrow()
    network.faults.next({ kind: 'refusal', code: 200, description: 'token_revoked' })
    await expect(post('C0VERIF')).rejects.toMatchObject(refused('token_revoked'))
    expect(sari().messages()).toEqual([])
  })

  it('a black hole, and an answer held back with its effect done', async () => {
    network.faults.next({ kind: 'black-hole' }, { target: 'C0VERIF' })
    const swallowed = post('C0VERIF').catch(() => 'no answer')
    await network.waitForCall((call) => call.status === 'black-hole')
    network.faults.next({ kind: 'hold' })
    const held = post('UVER1', 'ditahan')
    await network.waitForCall((call) => call.status === 'held')
    expect(sari().dm()).toHaveLength(1)
    network.faults.release()
    expect((await held).ok).toBe(true)
    await network.stop()
    expect(await swallowed).toBe('no answer')
  })

  it('logs every call without its token', async () => {
    await slack.chat.postMessage({ channel: 'C0VERIF', text: 'x', blocks: [section('y')] })
    expect(network.calls).toMatchObject([
      { method: 'chat.postMessage', target: 'C0VERIF', status: 200, payload: { blocks: [section('y')] } },
    ])
    expect(JSON.stringify(network.calls)).not.toContain(network.botToken)
  })
})

describe('stop and resume', () => {
  it('takes people, channels, messages and views over to the next run', async () => {
    await slack.chat.postMessage({ channel: 'C0VERIF', text: 'kartu', blocks: [section('a')] })
    await slack.views.publish({ user_id: 'UVER1', view: { type: 'home', blocks: [section('b')] } })
    const next = await new SlackNetwork({ clock }).start()
    try {
      next.restore(JSON.parse(JSON.stringify(network.snapshot())))
      expect(next.member({ id: 'UVER1' }).messages()).toEqual(sari().messages())
      expect(next.member({ id: 'UVER1' }).person.realName).toBe('Sari Wulandari')
      expect(next.member({ id: 'UVER1' }).home()).toEqual(sari().home())
      const again = new WebClient(next.botToken, { slackApiUrl: next.apiUrl })
      expect((await again.chat.postMessage({ channel: 'C0VERIF', text: 'lanjut' })).ok).toBe(true)
    } finally {
      await next.stop()
    }
  })
})
