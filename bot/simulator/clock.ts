/** Time as the simulated networks see it, so that tests can let hours pass at once. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs the work after that many milliseconds; the answer calls it off. */
  after(delayMs: number, work: () => void): () => void
}

/** The computer's own clock; its timers never keep a process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, work) {
    const timer = setTimeout(work, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** A clock that moves only when told to. */
export class HandClock implements Clock {
  #now: number
  #alarms: { at: number; work: () => void }[] = []

  constructor(startMs: number = Date.UTC(2026, 5, 15, 2, 0, 0)) {
    this.#now = startMs
  }

  now(): number {
    return this.#now
  }

  after(delayMs: number, work: () => void): () => void {
    const alarm = { at: this.#now + delayMs, work }
    this.#alarms.push(alarm)
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm)
    }
  }

  /** Moves on by that many milliseconds and rings every alarm that falls due, earliest first. */
  advance(byMs: number): void {
    const until = this.#now + byMs
    for (;;) {
      const due = this.#alarms.filter((alarm) => alarm.at <= until).sort((a, b) => a.at - b.at)[0]
      if (!due) break
      this.#alarms = this.#alarms.filter((alarm) => alarm !== due)
      this.#now = Math.max(this.#now, due.at)
      due.work()
    }
    this.#now = until
  }
}
