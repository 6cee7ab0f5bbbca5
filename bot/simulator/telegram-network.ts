import { systemClock } from './clock.ts'
import { ApiDescription } from './telegram/api-description.ts'
import { TelegramApiServer } from './telegram/api-server.ts'
import { CallbackDesk } from './telegram/callback-desk.ts'
import { Gathering } from './telegram/gathering.ts'
import { TelegramMemory } from './telegram/memory.ts'
import type { Chat, User } from './telegram/message.ts'
import { methodTable } from './telegram/method-table.ts'
import type { PersonOptions, TelegramOptions } from './telegram/options.ts'
import { Phone } from './telegram/phone.ts'
import { Polling } from './telegram/polling.ts'
import { blankProfile, type Profile } from './telegram/profile.ts'
import { applySnapshot, type TelegramSnapshot, takeSnapshot } from './telegram/snapshot.ts'
import { UpdateQueue } from './telegram/update-queue.ts'
import { Webhook } from './telegram/webhook.ts'
import type { CallRecord } from './wire/call-log.ts'
import type { Patience } from './wire/changes.ts'
import type { Faults } from './wire/faults.ts'
import { LoopbackServer } from './wire/loopback-server.ts'

/** Telegram on this machine: the Bot API for the program, phones for people, knobs for what goes wrong. */
export class TelegramNetwork {
  readonly token: string
  readonly bot: User
  readonly memory: TelegramMemory
  readonly updates: UpdateQueue
  readonly callbacks: CallbackDesk
  readonly webhook: Webhook
  readonly polling: Polling
  profile: Profile = blankProfile()
  readonly #api: TelegramApiServer
  readonly #server: LoopbackServer
  readonly #phones = new Map<number, Phone>()

  constructor(options: TelegramOptions = {}) {
    const clock = options.clock ?? systemClock
    const username = options.username ?? 'PanduSimBot'
    this.token = options.token ?? '7000000001:AAsimulated-token-of-the-Pandu-bot00'
    this.bot = { id: Number(this.token.split(':')[0]), is_bot: true, first_name: options.name ?? 'Pandu', username }
    this.memory = new TelegramMemory(clock)
    const firstUpdateId = options.firstUpdateId ?? Math.floor(clock.now() / 1000) - 1_500_000_000
    this.updates = new UpdateQueue(clock, firstUpdateId)
    this.callbacks = new CallbackDesk(clock)
    this.webhook = new Webhook(clock, this.updates)
    this.polling = new Polling(clock, this.updates)
    const methods = methodTable(this)
    const path = options.description ?? process.env.BOT_API_SPEC
    this.#api = new TelegramApiServer({
      token: this.token,
      clock,
      description: path ? ApiDescription.fromFile(path) : undefined,
      find: (name) => methods.get(name.toLowerCase()),
      file: (filePath) => this.memory.files.byPath(filePath)?.bytes,
    })
    this.#server = new LoopbackServer((request, response) => this.#api.answer(request, response))
  }

  /** Listens on 127.0.0.1 (port 0 = a free one) and answers itself. */
  async start(port = 0): Promise<this> {
    await this.#server.start(port)
    return this
  }

  /** Breaks all connections at once. */
  async stop(): Promise<void> {
    this.webhook.stop()
    await this.#server.stop()
  }

  /** How many connections the program holds. */
  get connectionCount(): Promise<number> {
    return this.#server.connectionCount
  }

  /** What `TELEGRAM_API_ROOT` must be. */
  get apiRoot(): string {
    return this.#server.origin
  }

  /** The phone of a person, made at first use. */
  person({ id, firstName, lastName, username, languageCode = 'id' }: PersonOptions): Phone {
    const names = { ...(lastName ? { last_name: lastName } : {}), ...(username ? { username } : {}) }
    return this.#phone({ id, is_bot: false, first_name: firstName, ...names, language_code: languageCode })
  }

  get people(): Phone[] {
    return [...this.#phones.values()]
  }

  /** A group; ids of groups are negative. */
  group(options: { id: number; title: string; type?: 'group' | 'supergroup' }): Gathering {
    return this.#gathering({ id: options.id, type: options.type ?? 'supergroup', title: options.title })
  }

  channel({ id, title }: { id: number; title: string }): Gathering {
    return this.#gathering({ id, type: 'channel', title })
  }

  /** Every call of the program so far, oldest first. */
  get calls(): readonly CallRecord[] {
    return this.#api.log.records
  }

  waitForCall(fits: (call: CallRecord) => boolean, patience: Patience = {}): Promise<CallRecord> {
    return this.#api.log.waitFor(fits, patience)
  }

  /** Calls that do not fit the Bot API description, and webhook answers that carry a call. */
  get violations(): readonly string[] {
    return [...this.#api.violations, ...this.webhook.replies.map((method) => `${method}: called in a webhook answer`)]
  }

  /** What goes wrong with the next calls; nothing aimed at = any but getUpdates and downloads. */
  get faults(): Faults {
    return this.#api.faults
  }

  /** From now on this chat refuses the bot with 403. */
  block(chatId: number): void {
    const stored = this.memory.chats.get(chatId)
    if (stored) stored.state = 'blocked'
  }

  unblock(chatId: number): void {
    const stored = this.memory.chats.get(chatId)
    if (stored) stored.state = 'open'
  }

  /** Delivers old updates once more, unchanged: the last n, or those named, in that order. */
  redeliver(which: number | { updateIds: readonly number[] }): void {
    this.updates.redeliver(which)
  }

  /** State that a later run can take up. */
  snapshot(): TelegramSnapshot {
    return takeSnapshot(this)
  }

  restore(snapshot: TelegramSnapshot): void {
    const state = structuredClone(snapshot)
    applySnapshot(state, this)
    for (const user of state.people) this.#phone(user)
  }

  #phone(user: User): Phone {
    const phone = this.#phones.get(user.id) ?? new Phone(user, this)
    this.#phones.set(user.id, phone)
    return phone
  }

  #gathering(chat: Chat): Gathering {
    this.memory.chat(chat)
    return new Gathering(chat, this)
  }
}
