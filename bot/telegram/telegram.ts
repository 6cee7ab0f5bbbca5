import type { Deliver } from '../../core/handling/deliver.ts'
import type { FetchFile } from '../../core/handling/evidence.ts'
import type { Ports } from '../../core/handling/ports.ts'
import type { Calm, Play } from '../../core/handling/turns.ts'
import { consentText } from '../text/consent.ts'
import { createFetchFile } from './files.ts'
import type { House } from './house.ts'
import { Poller } from './poller.ts'
import { introduce } from './profile.ts'
import { receiver } from './receive.ts'
import type { Report } from './report.ts'
import { askAgain, forgottenAfterMs } from './reprompt.ts'
import { Sender } from './send.ts'
import { nameOfBot, settle } from './settle.ts'
import { QuietWire } from './silence.ts'
import { sleep } from './sleep.ts'
import { Watched } from './trouble.ts'
import { calm, createPlay } from './turn.ts'
import { scriptVersion } from './version.ts'
import { createWebhook } from './webhook.ts'
import { Wire } from './wire.ts'

/** How the requesters' channel is set up (`architecture.md` §7). */
export interface TelegramConfig {
  readonly TELEGRAM_BOT_TOKEN?: string | undefined
  readonly TELEGRAM_API_ROOT: string
  readonly TELEGRAM_MODE: 'polling' | 'webhook'
  readonly TELEGRAM_WEBHOOK_URL?: string | undefined
  readonly TELEGRAM_WEBHOOK_SECRET?: string | undefined
  /** How the name of the site of a genuine link may end. */
  readonly LINK_DOMAINS: readonly string[]
  readonly CHAT_MESSAGES_PER_MINUTE: number
  /** Where people reach the one HTTP server. */
  readonly publicUrl?: string | undefined
}

export interface TelegramChannel {
  readonly play: Play
  readonly calm: Calm
  readonly deliver: Deliver
  readonly fetchFile: FetchFile
  /** Begins to take updates. `lastAliveAt` (ISO) tells since when nobody listened, if it is known. */
  start(lastAliveAt?: string): Promise<void>
  /** Ends the long poll at once; what is stored stays stored. */
  stop(): Promise<void>
  webhook(request: Request): Promise<Response>
  /** The name under which people find the bot, without the @; undefined until Telegram has told it. */
  botName(): string | undefined
}

const firstWordMs = 1_500

/** The requesters' channel: Telegraf's client is the wire, grammY plays the turns, the inbox stands between them. */
export function createTelegram(
  config: TelegramConfig,
  ports: Ports,
  blind: (kind: string, value: string) => string,
  report: Report = () => {},
): TelegramChannel {
  const {
    TELEGRAM_BOT_TOKEN: token = '',
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_MODE: mode,
    LINK_DOMAINS: linkDomains,
  } = config
  const wire = new Watched(new Wire(token, apiRoot), report, ports.now)
  const house = houseOf(ports, linkDomains, config.publicUrl)
  const botId = Number(token.split(':')[0]) || 0
  const chatRef = (chatId: number) => blind('chat', String(chatId))
  const receive = receiver(ports, { botId, chatRef, linkDomains, perMinute: config.CHAT_MESSAGES_PER_MINUTE, report })
  const heardAfter = async (silenceMs: number) => {
    if (silenceMs > forgottenAfterMs)
      report('asking again after a silence', { chats: await askAgain(ports), silenceMs })
  }
  const quiet = new QuietWire(wire, report, ports.now)
  const sender = new Sender({
    wire: quiet,
    ports,
    publicUrl: config.publicUrl,
    reader: ({ language }, c) => ({
      language: language ?? c.language,
      agencies: ports.agencies,
      at: ports.now(),
      bot: house.bot,
      linkDomains,
      publicUrl: house.publicUrl,
      hasCodes: house.hasCodes,
    }),
  })
  const poller = new Poller({ wire: quiet.poll, report, now: ports.now, receive, heardAfter, sleep })
  const ending = new AbortController()
  let running = Promise.resolve()

  async function run(tried: () => void): Promise<void> {
    if (!(await settle(wire, config, { signal: ending.signal, report, tried }))) return
    await Promise.all([mode === 'polling' ? poller.run() : undefined, meet()])
  }

  async function meet(): Promise<void> {
    house.bot = await nameOfBot(wire, ending.signal)
    if (house.bot !== undefined) await introduce(wire, report, ending.signal)
  }

  return {
    play: createPlay(() => house),
    botName: () => house.bot,
    calm,
    deliver: sender.deliver,
    fetchFile: createFetchFile(quiet, { apiRoot, token }),
    webhook: createWebhook({
      secret: mode === 'webhook' ? config.TELEGRAM_WEBHOOK_SECRET : undefined,
      report,
      receive,
    }),
    async start(lastAliveAt) {
      if (token === '') return
      if (lastAliveAt !== undefined) await heardAfter(Date.parse(ports.now()) - Date.parse(lastAliveAt))
      // What Telegram says of the token is said before the program says that it is ready; it may take its time.
      const tried = new Promise<void>((resolve) => {
        running = run(resolve)
      })
      await Promise.race([tried, sleep(firstWordMs, ending.signal)])
    },
    async stop() {
      ending.abort()
      poller.stop()
      await running
    },
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

function houseOf({ sha256, has }: Ports, linkDomains: readonly string[], publicUrl?: string): Mutable<House> {
  const encoder = new TextEncoder()
  return {
    version: scriptVersion(),
    bot: undefined,
    linkDomains,
    publicUrl,
    hasCodes: has.mail,
    consentSha256: (language) => sha256(encoder.encode(consentText(language))),
  }
}
