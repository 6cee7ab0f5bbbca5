import type { Clock } from '../clock.ts'
import { Changes } from '../wire/changes.ts'
import type { Update } from './message.ts'

/** An update that waits for the bot. */
export interface Waiting {
  update: Update
  /** Updates with the same key reach a webhook one after another. */
  queueKey: string
  expiresAt: number
}

const MESSAGE_LIFETIME_MS = 24 * 3_600_000
const CALLBACK_LIFETIME_MS = 150_000
const ASKED_FOR_ONLY = ['chat_member', 'message_reaction', 'message_reaction_count']
const FAR_FUTURE = 10

/** What has happened and was not yet confirmed by the bot: contiguous numbers, expiry, redelivery on demand. */
export class UpdateQueue {
  readonly changes = new Changes()
  /** Every update ever made, for redelivery. */
  history: Waiting[] = []
  waiting: Waiting[] = []
  /** Delivered once more whatever the offset says. */
  again: Waiting[] = []
  nextId: number
  allowed: string[] = []
  /** While true, updates gather here unseen by the bot. */
  held: Waiting[] | undefined
  readonly #clock: Clock

  constructor(clock: Clock, firstId: number) {
    this.#clock = clock
    this.nextId = firstId
  }

  /** Numbers and queues an update; undefined if the bot does not want its kind. */
  push(kind: string, body: unknown, queueKey: string): Update | undefined {
    const wanted = this.allowed.length > 0 ? this.allowed.includes(kind) : !ASKED_FOR_ONLY.includes(kind)
    if (!wanted) return undefined
    const update = { update_id: this.nextId++, [kind]: structuredClone(body) }
    const lifetimeMs = kind === 'callback_query' ? CALLBACK_LIFETIME_MS : MESSAGE_LIFETIME_MS
    const waiting = { update, queueKey, expiresAt: this.#clock.now() + lifetimeMs }
    this.history.push(waiting)
    if (this.held) this.held.push(waiting)
    else this.waiting.push(waiting)
    this.changes.notify()
    return update
  }

  /** What getUpdates answers; `offset` confirms everything before it. @source tdlib/telegram-bot-api do_get_updates */
  read(offset: number, limit: number): Update[] {
    this.#expire()
    if (offset < 0) this.waiting = this.waiting.slice(offset)
    const future = offset > this.nextId + FAR_FUTURE
    // A poller slightly ahead has seen updates that this network forgot in a crash; their numbers are not given twice.
    if (!future) this.nextId = Math.max(this.nextId, offset)
    if (offset > 0 && !future) this.waiting = this.waiting.filter(({ update }) => update.update_id >= offset)
    const repeated = this.again.splice(0, limit)
    return [...repeated, ...this.waiting].slice(0, limit).map(({ update }) => structuredClone(update))
  }

  /** What a webhook has to deliver, and no longer waits here. */
  drain(): Waiting[] {
    this.#expire()
    return [...this.again.splice(0), ...this.waiting.splice(0)]
  }

  /** Delivers old updates once more, unchanged, in that order; a number means the last n. */
  redeliver(which: number | { updateIds: readonly number[] }): void {
    const found = typeof which === 'number' ? this.history.slice(-which) : which.updateIds.map((id) => this.#find(id))
    this.again.push(...found)
    this.changes.notify()
  }

  /** From now on updates gather until `deliver`. */
  hold(): void {
    this.held ??= []
  }

  /** Lets held updates go, in the given order or as they came; those not named stay back for good. */
  deliver(updateIds?: readonly number[]): void {
    const held = this.held ?? []
    this.held = undefined
    this.waiting.push(...(updateIds ? updateIds.map((id) => this.#find(id)) : held))
    this.changes.notify()
  }

  /** The next numbers are never seen: updates that Telegram gave up meanwhile. */
  lose(count: number): void {
    this.nextId += count
  }

  clear(): void {
    this.waiting = []
    this.again = []
  }

  get pendingCount(): number {
    this.#expire()
    return this.waiting.length + this.again.length
  }

  #find(updateId: number): Waiting {
    const found = this.history.find(({ update }) => update.update_id === updateId)
    if (!found) throw new Error(`no update ${updateId} was ever made`)
    return found
  }

  #expire(): void {
    const now = this.#clock.now()
    this.waiting = this.waiting.filter(({ expiresAt }) => expiresAt > now)
  }
}
