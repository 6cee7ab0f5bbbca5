import { Agent } from 'node:http'
import type { Clock } from '../clock.ts'
import { Changes } from '../wire/changes.ts'
import type { Receipt } from '../wire/post.ts'
import { isRecord, parsedJson } from '../wire/request-body.ts'
import { handOver, pauseMs, type WebhookSettings, wrongResponse } from './hand-over.ts'
import type { UpdateQueue, Waiting } from './update-queue.ts'

/** One attempt to hand over an update. */
export interface Attempt {
  updateId: number
  at: number
  /** HTTP status; 0 = no answer. */
  status: number
}

interface Line {
  key: string
  items: Waiting[]
  failures: number
}

/** Pushes updates: one ordered queue per chat, another per person for button presses, patient retries. */
export class Webhook {
  settings: WebhookSettings | undefined
  readonly attempts: Attempt[] = []
  /** Told after every attempt. */
  readonly attempted = new Changes()
  lastError: { atS: number; message: string } | undefined
  /** Bot API methods that the program answered with: their outcome would be unknowable. */
  readonly replies: string[] = []
  readonly #clock: Clock
  readonly #source: UpdateQueue
  readonly #lines = new Map<string, Line>()
  readonly #agent = new Agent({ keepAlive: true })
  #idle: Line[] = []
  #inFlight = 0

  constructor(clock: Clock, source: UpdateQueue) {
    this.#clock = clock
    this.#source = source
    source.changes.subscribe(() => this.#collect())
  }

  set(settings: WebhookSettings): void {
    this.settings = settings
    this.#collect()
  }

  /** Stops pushing and gives what was not delivered back to the queue. */
  remove(): void {
    this.settings = undefined
    const left = [...this.#lines.values()].flatMap((line) => line.items)
    this.#lines.clear()
    this.#idle = []
    this.#source.waiting.unshift(...left.sort((a, b) => a.update.update_id - b.update.update_id))
  }

  /** Forgets what was not delivered. */
  clear(): void {
    this.#lines.clear()
    this.#idle = []
  }

  /** Updates that wait for delivery here, oldest first. */
  get undelivered(): Waiting[] {
    return [...this.#lines.values()].flatMap((line) => line.items)
  }

  stop(): void {
    this.settings = undefined
    this.#agent.destroy()
  }

  #collect(): void {
    if (!this.settings) return
    for (const waiting of this.#source.drain()) {
      const line = this.#lines.get(waiting.queueKey) ?? this.#newLine(waiting.queueKey)
      line.items.push(waiting)
    }
    this.#startIdle()
  }

  #newLine(key: string): Line {
    const line = { key, items: [], failures: 0 }
    this.#lines.set(key, line)
    this.#idle.push(line)
    return line
  }

  #startIdle(): void {
    while (this.settings && this.#inFlight < this.settings.maxConnections) {
      const line = this.#idle.shift()
      if (!line) return
      void this.#deliverHead(line, this.settings)
    }
  }

  async #deliverHead(line: Line, settings: WebhookSettings): Promise<void> {
    const head = line.items[0]
    if (!head || head.expiresAt <= this.#clock.now()) return this.#moveOn(line)
    this.#inFlight += 1
    const receipt = await handOver(settings, head.update, this.#agent)
    this.#inFlight -= 1
    this.attempts.push({ updateId: head.update.update_id, at: this.#clock.now(), status: receipt?.status ?? 0 })
    if (receipt && receipt.status >= 200 && receipt.status < 300) {
      this.#noteReply(receipt)
      this.#moveOn(line)
    } else this.#tryLater(line, receipt)
    this.attempted.notify()
  }

  #tryLater(line: Line, receipt: Receipt | undefined): void {
    this.lastError = { atS: Math.floor(this.#clock.now() / 1000), message: wrongResponse(receipt) }
    const delayMs = pauseMs(line.failures, receipt)
    line.failures += 1
    const resume = () => this.#resume(line)
    if (delayMs === 0) setImmediate(resume)
    else this.#clock.after(delayMs, resume)
    this.#startIdle()
  }

  #moveOn(line: Line): void {
    line.items.shift()
    line.failures = 0
    if (line.items.length > 0) this.#resume(line)
    else if (this.#lines.get(line.key) === line) this.#lines.delete(line.key)
    this.#startIdle()
  }

  #resume(line: Line): void {
    // A webhook removed meanwhile has taken this line's updates back.
    if (this.#lines.get(line.key) !== line) return
    this.#idle.push(line)
    this.#startIdle()
  }

  #noteReply(receipt: Receipt): void {
    const value = parsedJson(receipt.body)
    if (isRecord(value) && 'method' in value) this.replies.push(String(value.method))
  }
}
