import { type Clock, systemClock } from './clock.ts'
import { Answers } from './mail/answers.ts'
import { Mailbox, type MailboxSnapshot } from './mailbox.ts'
import { type PkiSnapshot, TestPki } from './signing/test-pki.ts'
import type { WorkspaceState } from './slack/workspace.ts'
import { SlackNetwork } from './slack-network.ts'
import type { TelegramSnapshot } from './telegram/snapshot.ts'
import { TelegramNetwork } from './telegram-network.ts'

/** How a simulated world is set up. */
export interface WorldOptions {
  clock?: Clock
  /** Path of a Bot API description (JSON); calls are held against it. Default: `BOT_API_SPEC`. */
  description?: string
  /** Fixed ports; free ones by default. */
  ports?: { telegram?: number; slack?: number; smtp?: number }
}

/** Everything that outlives a restart, as JSON. */
export interface WorldSnapshot {
  telegram: TelegramSnapshot
  slack: WorkspaceState
  mailbox: MailboxSnapshot
  /** Absent in what was kept before people could sign. */
  pki?: PkiSnapshot
}

/** The channel of the demo agency's verifiers. */
export const VERIFIERS_CHANNEL = 'C0VERIF'

/** The channel of the contact center's agents. */
export const AGENTS_CHANNEL = 'C0AGENT'

/** Who works in the demo workspace. */
const STAFF = [
  { id: 'UVER1', name: 'sari', realName: 'Sari Wulandari', channels: [VERIFIERS_CHANNEL] },
  { id: 'UVER2', name: 'budi', realName: 'Budi Santoso', channels: [VERIFIERS_CHANNEL] },
  { id: 'UAGENT1', name: 'dewi', realName: 'Dewi Lestari', channels: [AGENTS_CHANNEL] },
]

/** Telegram, Slack and a mail server, all on this machine, with the people of the demo agency. */
export class World {
  readonly telegram: TelegramNetwork
  readonly slack: SlackNetwork
  readonly mailbox: Mailbox
  /** What people answer to the house's mails. */
  readonly answers = new Answers()
  /** Certificates of the people here, which nobody outside trusts. */
  readonly pki: TestPki
  readonly #clock: Clock
  readonly #ports: NonNullable<WorldOptions['ports']>

  constructor({ clock, description, ports = {} }: WorldOptions = {}) {
    this.#clock = clock ?? systemClock
    this.pki = new TestPki(this.now())
    const timed = clock ? { clock } : {}
    this.telegram = new TelegramNetwork({ ...timed, ...(description ? { description } : {}) })
    this.slack = new SlackNetwork(timed)
    this.mailbox = new Mailbox(timed)
    this.#ports = ports
    this.slack.channel({ id: VERIFIERS_CHANNEL, name: 'verifikasi-tte' })
    this.slack.channel({ id: AGENTS_CHANNEL, name: 'contact-center' })
    for (const person of STAFF) this.slack.member(person)
  }

  /** ISO 8601, UTC. */
  now(): string {
    return new Date(this.#clock.now()).toISOString()
  }

  async start(): Promise<this> {
    const { telegram, slack, smtp } = this.#ports
    await Promise.all([this.telegram.start(telegram), this.slack.start(slack), this.mailbox.start(smtp)])
    return this
  }

  /** Breaks all connections at once. */
  async stop(): Promise<void> {
    await Promise.all([this.telegram.stop(), this.slack.stop(), this.mailbox.stop()])
  }

  /** The environment variables that make the program live in this world. */
  get environment() {
    return {
      TELEGRAM_API_ROOT: this.telegram.apiRoot,
      TELEGRAM_BOT_TOKEN: this.telegram.token,
      SLACK_API_URL: this.slack.apiUrl,
      SLACK_BOT_TOKEN: this.slack.botToken,
      SLACK_APP_TOKEN: this.slack.appToken,
      SLACK_SIGNING_SECRET: this.slack.signingSecret,
      SMTP_URL: this.mailbox.url,
    }
  }

  /** Everything that the program did and the networks do not allow, or would refuse elsewhere. */
  get violations(): readonly string[] {
    return [...this.telegram.violations, ...this.slack.violations]
  }

  /** Calls the listener whenever somebody would see something new; the answer ends that. */
  subscribe(listener: () => void): () => void {
    const { memory, callbacks } = this.telegram
    const sources = [
      memory.changes,
      callbacks.changes,
      this.slack.workspace.changes,
      this.mailbox.changes,
      this.pki.changes,
    ]
    const stops = sources.map((changes) => changes.subscribe(listener))
    return () => {
      for (const stop of stops) stop()
    }
  }

  snapshot(): WorldSnapshot {
    return {
      telegram: this.telegram.snapshot(),
      slack: this.slack.snapshot(),
      mailbox: this.mailbox.snapshot(),
      pki: this.pki.snapshot(),
    }
  }

  async restore(snapshot: WorldSnapshot): Promise<void> {
    this.telegram.restore(snapshot.telegram)
    this.slack.restore(snapshot.slack)
    if (snapshot.pki !== undefined) this.pki.restore(snapshot.pki)
    await this.mailbox.restore(snapshot.mailbox)
  }
}
