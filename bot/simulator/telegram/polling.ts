import type { Clock } from '../clock.ts'
import type { Update } from './message.ts'
import { TelegramRefusal } from './refusal.ts'
import type { UpdateQueue } from './update-queue.ts'

/** What one getUpdates asks. */
export interface Poll {
  offset: number
  limit: number
  timeoutS: number
  /** Called back when the asking connection is gone. */
  onGone(forget: () => void): void
}

interface Waiter {
  answer(updates: Update[]): void
  conflict(reason: string): void
}

const MAX_TIMEOUT_S = 50
const CONFLICT_PAUSE_MS = 3000
const OTHER_POLLER = 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'

/** Long polling of one bot: at most one poller waits, an older one is turned out. */
export class Polling {
  readonly #clock: Clock
  readonly #queue: UpdateQueue
  #waiter: Waiter | undefined
  #previous = { offset: Number.NaN, at: Number.NEGATIVE_INFINITY }
  #nextConflictAt = 0

  constructor(clock: Clock, queue: UpdateQueue) {
    this.#clock = clock
    this.#queue = queue
  }

  /** Answers with updates as soon as there are any, else with none after the timeout. */
  poll(poll: Poll): Promise<Update[]> {
    const { offset } = poll
    let limit = Math.min(Math.max(poll.limit, 1), 100)
    let timeoutS = Math.min(Math.max(poll.timeoutS, 0), MAX_TIMEOUT_S)
    const sinceMs = offset === this.#previous.offset ? this.#clock.now() - this.#previous.at : Number.POSITIVE_INFINITY
    // Telegram slows down whoever asks for the same updates again and again.
    if (sinceMs < 3000) timeoutS = Math.max(timeoutS, 3)
    if (sinceMs < 500) limit = 1
    this.#previous = { offset, at: this.#clock.now() }
    this.turnOut(OTHER_POLLER)
    const updates = this.#queue.read(offset, limit)
    if (updates.length > 0 || timeoutS === 0) return Promise.resolve(updates)
    return this.#wait({ ...poll, limit, timeoutS })
  }

  /** Ends the waiting poll with 409; a second conflict within 3 s is answered 3 s late. */
  turnOut(reason: string): void {
    this.#waiter?.conflict(reason)
  }

  #wait(poll: Poll): Promise<Update[]> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        stopListening()
        stopTimer()
        if (this.#waiter === waiter) this.#waiter = undefined
        act()
      }
      const waiter: Waiter = {
        answer: (updates) => settle(() => resolve(updates)),
        conflict: (reason) => settle(() => this.#conflict(() => reject(new TelegramRefusal(409, reason)))),
      }
      const look = () => {
        if (this.#waiter !== waiter) return
        const updates = this.#queue.read(Math.max(poll.offset, 0), poll.limit)
        if (updates.length > 0) waiter.answer(updates)
      }
      // One turn later, so that what is said in one breath (an album) arrives as one batch.
      const stopListening = this.#queue.changes.subscribe(() => setImmediate(look))
      const stopTimer = this.#clock.after(poll.timeoutS * 1000, () => waiter.answer([]))
      poll.onGone(() => settle(() => resolve([])))
      this.#waiter = waiter
    })
  }

  #conflict(refuse: () => void): void {
    const now = this.#clock.now()
    if (now < this.#nextConflictAt) {
      this.#clock.after(CONFLICT_PAUSE_MS, refuse)
      return
    }
    this.#nextConflictAt = now + CONFLICT_PAUSE_MS
    refuse()
  }
}
