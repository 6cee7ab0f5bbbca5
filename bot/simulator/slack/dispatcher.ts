import type { Clock } from '../clock.ts'
import { Changes } from '../wire/changes.ts'
import { type Acknowledgement, type Parcel, type Retry, type Transport, unanswered } from './delivery.ts'

/** One attempt to hand something to the program. */
export interface Attempt extends Parcel {
  at: number
  retry: number
  acknowledgement: Acknowledgement
}

interface Later {
  run(): void
  cancel(): void
}

/** Events come again at once, after one minute and after five. */
const RETRY_AFTER_MS = [0, 60_000, 300_000]

/** Hands events and interactions to the program; only events are repeated. */
export class Dispatcher {
  readonly attempts: Attempt[] = []
  readonly changes = new Changes()
  /** That many deliveries still get lost on the way. */
  losing = 0
  readonly #clock: Clock
  readonly #transport: () => Transport | undefined
  #later = new Set<Later>()

  constructor(clock: Clock, transport: () => Transport | undefined) {
    this.#clock = clock
    this.#transport = transport
  }

  /** Sends once and tells what came back; a failed event is put down for its retries. */
  async send(parcel: Parcel, retry?: Retry): Promise<Acknowledgement> {
    const acknowledgement = await this.#attempt(parcel, retry)
    const number = (retry?.number ?? 0) + 1
    this.attempts.push({ ...parcel, at: this.#clock.now(), retry: retry?.number ?? 0, acknowledgement })
    if (parcel.kind === 'event' && !acknowledgement.isAcknowledged && !acknowledgement.isFinal) {
      this.#plan(parcel, { number, reason: acknowledgement.reason })
    }
    this.changes.notify()
    return acknowledgement
  }

  /** Repeats everything that waits for its next attempt, now. */
  retryNow(): void {
    for (const later of [...this.#later]) {
      later.cancel()
      later.run()
    }
  }

  /** Events that will come again. */
  get pendingCount(): number {
    return this.#later.size
  }

  stop(): void {
    for (const later of [...this.#later]) later.cancel()
  }

  #attempt(parcel: Parcel, retry: Retry | undefined): Promise<Acknowledgement> {
    const transport = this.#transport()
    if (this.losing > 0) {
      this.losing -= 1
      return Promise.resolve(unanswered('http_timeout'))
    }
    return transport ? transport.send(parcel, retry) : Promise.resolve(unanswered('connection_failed'))
  }

  #plan(parcel: Parcel, retry: Retry): void {
    const delayMs = RETRY_AFTER_MS[retry.number - 1]
    if (delayMs === undefined) return
    const run = () => {
      this.#later.delete(later)
      void this.send(parcel, retry)
    }
    const stopTimer = this.#clock.after(delayMs, run)
    const later: Later = {
      run,
      cancel: () => {
        stopTimer()
        this.#later.delete(later)
      },
    }
    this.#later.add(later)
    if (delayMs === 0) setImmediate(() => this.#later.has(later) && this.#runNow(later))
  }

  #runNow(later: Later): void {
    later.cancel()
    later.run()
  }
}
