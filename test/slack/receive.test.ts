import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Outage } from '../../core/handling/outage.ts'
import { House } from './house.ts'

const form = 'application/x-www-form-urlencoded'

describe('the address for Slack’s requests', () => {
  let house: House

  beforeEach(async () => {
    house = await new House('http').open()
  })
  afterEach(() => house.close())

  const outboxCount = async () => (await house.ports.outbox.pending()).length
  const homeEvent = (id: string) =>
    JSON.stringify({
      type: 'event_callback',
      team_id: 'TSIMULASI',
      event_id: id,
      event: { type: 'app_home_opened', user: 'UVER1', tab: 'home', channel: 'D1' },
    })
  const post = (body: string, headers: Record<string, string>) => house.slack.http.post({ body, headers })

  it('proves that it is ours', async () => {
    expect(await house.slack.verifyUrl()).toBe(true)
  })

  it('refuses a changed body, time or signature with 401, and nothing happens', async () => {
    const { body, headers } = house.slack.http.sign(homeEvent('Ev1'), 'application/json')
    const without = (name: string) => Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))
    const time = Number(headers['x-slack-request-timestamp'])
    const forged = [
      { body: body.replace('UVER1', 'UVER2'), headers },
      { body: `${body} `, headers },
      { body, headers: { ...headers, 'x-slack-request-timestamp': String(time + 1) } },
      { body, headers: { ...headers, 'x-slack-signature': `${headers['x-slack-signature']?.slice(0, -1)}x` } },
      { body, headers: { ...headers, 'x-slack-signature': '' } },
      { body, headers: { ...headers, 'x-slack-signature': `v1${headers['x-slack-signature']?.slice(2)}` } },
      { body, headers: without('x-slack-signature') },
      { body, headers: without('x-slack-request-timestamp') },
      { body, headers: { ...headers, 'x-slack-request-timestamp': `${time}, ${time}` } },
      { body, headers: { ...headers, 'x-slack-request-timestamp': 'NaN' } },
    ]
    for (const request of forged) expect((await post(request.body, request.headers)).status).toBe(401)
    expect(
      (await post(body, house.slack.http.sign(body, 'application/json', { secret: 'other' }).headers)).status,
    ).toBe(401)
    expect(await outboxCount()).toBe(0)
    expect((await post(body, headers)).status).toBe(200)
    expect(await outboxCount()).toBe(1)
  })

  it('refuses what was signed more than five minutes ago, or ahead', async () => {
    for (const [offsetMs, status] of [
      [-301_000, 401],
      [301_000, 401],
      [-299_000, 200],
      [299_000, 200],
    ] as const) {
      const atMs = house.clock.now() + offsetMs
      const { body, headers } = house.slack.http.sign(homeEvent(`Ev${offsetMs}`), 'application/json', { atMs })
      expect((await post(body, headers)).status).toBe(status)
    }
  })

  it('refuses more than one MiB before it reads on, also when the length is not told', async () => {
    const body = 'x'.repeat(1024 * 1024 + 1)
    const { headers } = house.slack.http.sign(body, form)
    expect((await post(body, headers)).status).toBe(413)
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
    })
    const endless = new Request('http://127.0.0.1/slack/events', { method: 'POST', body: stream, duplex: 'half' })
    expect((await house.program.handle(endless)).status).toBe(413)
  })

  it('takes only POST, and only what it can read', async () => {
    expect((await fetch(house.address)).status).toBe(405)
    for (const [text, type] of [
      ['{', 'application/json'],
      ['[]', 'application/json'],
      ['payload=%7B', form],
    ] as const) {
      const { body, headers } = house.slack.http.sign(text, type)
      expect((await post(body, headers)).status).toBe(400)
    }
  })

  it('never accepts anything when no secret is set', async () => {
    const { createSlack } = await import('../../bot/slack/slack.ts')
    const { SLACK_API_URL } = { SLACK_API_URL: house.slack.apiUrl }
    const program = createSlack({ SLACK_BOT_TOKEN: 'xoxb-x', SLACK_API_URL, SLACK_MODE: 'http' }, house.ports, {
      publicUrl: 'http://127.0.0.1:3000',
    })
    const { body, headers } = house.slack.http.sign(homeEvent('Ev1'), 'application/json', { secret: '' })
    const request = new Request('http://127.0.0.1/slack/events', { method: 'POST', body, headers })
    expect((await program.handle(request)).status).toBe(401)
  })

  it('takes the same event once, however often Slack sends it', async () => {
    const { sari } = house
    for (let retry = 0; retry < 4; retry += 1) {
      const { body, headers } = house.slack.http.sign(homeEvent('Ev7'), 'application/json')
      const retried = retry === 0 ? {} : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }
      expect((await post(body, { ...headers, ...retried })).status).toBe(200)
      house.clock.advance(1000)
    }
    expect(await outboxCount()).toBe(1)
    await house.deliverAll()
    expect(house.slack.calls.filter(({ method }) => method === 'views.publish')).toHaveLength(1)
    expect(sari.home()).toBeDefined()
    expect(await outboxCount()).toBe(0)
  })

  it('does not say "received" before an event is safe: unanswered, it comes again', async () => {
    const { commit } = house.ports.ledger
    house.ports.ledger.commit = async () => {
      throw new Outage('the store is away', 2000)
    }
    const first = await house.sari.openHome()
    expect(first).toMatchObject({ isAcknowledged: false, status: 503 })
    expect(house.slack.dispatcher.pendingCount).toBe(1)
    house.ports.ledger.commit = commit
    house.slack.retryNow()
    await house.slack.dispatcher.changes.until(
      () => house.slack.dispatcher.attempts[1]?.acknowledgement.isAcknowledged || undefined,
    )
    await house.deliverAll()
    await house.sari.waitForHome(() => true)
  })

  it('answers a captured request like the first time, and nothing more happens', async () => {
    const c = await house.submitted()
    await house.sari.click('Periksa')
    const modal = await house.sari.waitForModal()
    await modal.click('Saya sedang menelepon')
    await house.sari.waitForModal(({ text }) => text.includes('Dua kata yang dibacakan'))
    const before = await house.caseOf(c.id)
    const [replayed] = await house.slack.replay()
    expect(replayed?.isAcknowledged).toBe(true)
    expect(await house.caseOf(c.id)).toEqual(before)
  })

  it('takes nothing more once the house is closing', async () => {
    await house.program.stop()
    expect(await house.sari.openHome()).toMatchObject({ isAcknowledged: false, status: 503 })
    expect(await outboxCount()).toBe(0)
  })

  it('lets a click finish that was under way when the house began to close', async () => {
    const c = await house.submitted()
    const { commit } = house.ports.ledger
    let finish = () => {}
    const slow = new Promise<void>((resolve) => {
      finish = resolve
    })
    house.ports.ledger.commit = async (commits) => {
      await slow
      return commit(commits)
    }
    const click = house.sari.click('Periksa')
    await house.slack.waitForCall(({ method }) => method === 'views.open')
    const stopped = house.program.stop()
    finish()
    await Promise.all([click, stopped])
    expect((await house.caseOf(c.id)).verifier?.id).toBe('sari')
  })

  it('leaves other events and events of other tabs alone', async () => {
    for (const event of [
      { type: 'message', channel: 'C0VERIF', text: 'halo' },
      { type: 'app_home_opened', user: 'UVER1', tab: 'messages', channel: 'D1' },
    ]) {
      const body = JSON.stringify({ type: 'event_callback', team_id: 'T', event_id: event.type, event })
      expect((await post(body, house.slack.http.sign(body, 'application/json').headers)).status).toBe(200)
    }
    expect(await outboxCount()).toBe(0)
  })
})
