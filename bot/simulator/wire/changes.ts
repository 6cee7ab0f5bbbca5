/** How long to wait, and what to say when it did not happen. */
export interface Patience {
  timeoutMs?: number
  /** What was being waited for, in words. */
  what?: string
  /** What can be seen now, told when the wait fails. */
  seen?: () => string
}

/** Tells whoever waits that something changed: waiting without polling. */
export class Changes {
  #listeners = new Set<() => void>()

  notify(): void {
    for (const listener of [...this.#listeners]) listener()
  }

  /** Calls the listener at every change until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Resolves with the first value that the probe yields, now or after a later change. */
  until<T>(probe: () => T | undefined, patience: Patience = {}): Promise<T> {
    const { timeoutMs = 10_000, what = 'what was waited for', seen } = patience
    return new Promise((resolve, reject) => {
      let stop = () => {}
      const timer = setTimeout(() => {
        stop()
        reject(new Error(`${what} did not come within ${timeoutMs} ms${seen ? `; seen:\n${seen()}` : ''}`))
      }, timeoutMs)
      const look = () => {
        try {
          const found = probe()
          if (found === undefined) return
          resolve(found)
        } catch (error) {
          reject(error)
        }
        clearTimeout(timer)
        stop()
      }
      stop = this.subscribe(look)
      look()
    })
  }
}
