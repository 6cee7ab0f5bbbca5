import { WebClient } from '@slack/web-api'
import { createTransport } from 'nodemailer'
import { Telegram } from 'telegraf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { VERIFIERS_CHANNEL, World } from '../../bot/simulator/world.ts'

let world: World

beforeEach(async () => {
  world = await new World().start()
})
afterEach(() => world.stop())

/** What a program does that knows nothing but the environment. */
async function greetEverybody({ environment }: World): Promise<void> {
  const telegram = new Telegram(environment.TELEGRAM_BOT_TOKEN, { apiRoot: environment.TELEGRAM_API_ROOT })
  const slack = new WebClient(environment.SLACK_BOT_TOKEN, { slackApiUrl: environment.SLACK_API_URL })
  await telegram.sendMessage(501, 'Selamat datang')
  await slack.chat.postMessage({ channel: VERIFIERS_CHANNEL, text: 'Kasus baru' })
  const transport = createTransport(environment.SMTP_URL)
  await transport.sendMail({ from: 'a@x.example', to: 'sari@diy.example', subject: 'Kode', text: '123456' })
}

describe('the simulated world', () => {
  it('is reached through environment variables only', async () => {
    const phone = world.telegram.person({ id: 501, firstName: 'Sari' })
    phone.command('/start')
    await greetEverybody(world)
    expect(phone.last()?.text).toBe('Selamat datang')
    for (const id of ['UVER1', 'UVER2']) {
      expect(world.slack.member({ id }).messages()).toMatchObject([{ text: 'Kasus baru' }])
    }
    expect(world.slack.member({ id: 'UAGENT1' }).messages()).toEqual([])
    expect(world.mailbox.mails).toMatchObject([{ subject: 'Kode' }])
    expect(world.violations).toEqual([])
  })

  it('has the staff of the demo agency', () => {
    const names = world.slack.members.map(({ id, person }) => [id, person.realName])
    expect(names).toEqual([
      ['UVER1', 'Sari Wulandari'],
      ['UVER2', 'Budi Santoso'],
      ['UAGENT1', 'Dewi Lestari'],
    ])
    expect(world.telegram.bot.username).toBe('PanduSimBot')
  })

  it('tells a watcher of everything that changes, until told to stop', async () => {
    let count = 0
    const stop = world.subscribe(() => {
      count += 1
    })
    world.telegram.person({ id: 501, firstName: 'Sari' }).command('/start')
    expect(count).toBe(1)
    await greetEverybody(world)
    expect(count).toBe(4)
    stop()
    world.slack.member({ id: 'UVER1' }).say(VERIFIERS_CHANNEL, 'halo')
    expect(count).toBe(4)
  })

  it('outlives a restart as JSON', async () => {
    world.telegram.person({ id: 501, firstName: 'Sari' }).command('/start')
    await greetEverybody(world)
    const kept = JSON.stringify(world.snapshot())
    const next = await new World().start()
    try {
      await next.restore(JSON.parse(kept))
      expect(JSON.parse(JSON.stringify(next.snapshot()))).toEqual(JSON.parse(kept))
      await greetEverybody(next)
      expect(next.telegram.person({ id: 501, firstName: 'Sari' }).messages()).toHaveLength(3)
      expect(next.slack.member({ id: 'UVER1' }).messages()).toHaveLength(2)
      expect(next.mailbox.mails).toHaveLength(2)
    } finally {
      await next.stop()
    }
  })

  it('keeps only the size of a file that no bot can fetch', async () => {
    const big = { name: 'besar.pdf', mime: 'application/pdf' }
    world.telegram.person({ id: 501, firstName: 'Sari' }).document(Buffer.alloc(21 * 1024 * 1024, 7), big)
    const kept = JSON.stringify(world.snapshot())
    expect(kept.length).toBeLessThan(10_000)
    const next = new World()
    await next.restore(JSON.parse(kept))
    const [message] = next.telegram.person({ id: 501, firstName: 'Sari' }).messages()
    expect(message?.document?.file_size).toBe(21 * 1024 * 1024)
    expect(() => next.telegram.memory.files.describe(message!.document!.file_id)).toThrow('file is too big')
  })
})
