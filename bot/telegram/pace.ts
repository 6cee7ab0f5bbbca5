/** How often in a row a chat may write beyond its pace: albums come ten pictures at a time. */
const burstMinutes = 2
/** Part of a minute's messages that must be free before a chat that was too fast is heard again. */
const reopenShare = 1 / 3
const bucketsMax = 10_000
const minuteMs = 60_000

/** Whether an update is let in; `warned` is the first of a row that is not. `missed` were not let in before it. */
export type Admission = { readonly is: 'in'; readonly missed: number } | { readonly is: 'warned' | 'out' }

interface Bucket {
  left: number
  atMs: number
  missed: number
}

/** Lets each chat write at its pace, whatever others do. Lives in memory: a start forgives everybody. */
export class Pace {
  readonly #perMinute: number
  readonly #buckets = new Map<string, Bucket>()

  constructor(perMinute: number) {
    this.#perMinute = perMinute
  }

  /** Counts an update that a chat wrote at `atMs`, by its own clock: what waited for us was not written at once. */
  admit(chat: string, atMs: number): Admission {
    const bucket = this.#filled(chat, atMs)
    const { missed } = bucket
    if (bucket.left >= (missed === 0 ? 1 : Math.max(1, this.#perMinute * reopenShare))) {
      bucket.left -= 1
      bucket.missed = 0
      return { is: 'in', missed }
    }
    bucket.missed += 1
    return { is: missed === 0 ? 'warned' : 'out' }
  }

  /** Forgets what a chat wrote: it could not be stored and comes again. */
  forget(chat: string): void {
    this.#buckets.delete(chat)
  }

  #filled(chat: string, atMs: number): Bucket {
    const burst = this.#perMinute * burstMinutes
    const known = this.#buckets.get(chat)
    if (known === undefined) {
      if (this.#buckets.size >= bucketsMax) this.#sweep(atMs)
      const full = { left: burst, atMs, missed: 0 }
      this.#buckets.set(chat, full)
      return full
    }
    const passedMs = Math.max(0, atMs - known.atMs)
    known.left = Math.min(burst, known.left + (passedMs / minuteMs) * this.#perMinute)
    known.atMs += passedMs
    return known
  }

  /** Drops who has been silent for so long that their bucket is full again. */
  #sweep(nowMs: number): void {
    for (const [chat, { atMs }] of this.#buckets) if (nowMs - atMs > burstMinutes * minuteMs) this.#buckets.delete(chat)
  }
}
