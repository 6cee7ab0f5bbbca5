/** What a loop does: one step, and how long it may sleep when there was nothing to do. */
export interface LoopOptions {
  /** @returns how much was done; zero lets the loop sleep */
  step(): Promise<number>
  /** Milliseconds until something may fall due without a wake. */
  sleepMs(): Promise<number>
  /** Hears of a failed step; the loop goes on after a pause. */
  failed(error: unknown): void
}

const pauseMs = 500

/** Repeats a step until it is stopped; sleeps when idle and wakes at once when told. */
export class Loop {
  readonly #options: LoopOptions
  #running = true
  #isAwake = false
  #rouse: (() => void) | undefined
  #ended: Promise<void> | undefined

  constructor(options: LoopOptions) {
    this.#options = options
  }

  start(): void {
    this.#ended ??= this.#run()
  }

  wake(): void {
    this.#isAwake = true
    this.#rouse?.()
  }

  /** Lets the present step finish and ends. */
  async stop(): Promise<void> {
    this.#running = false
    this.wake()
    await this.#ended
  }

  async #run(): Promise<void> {
    while (this.#running) {
      this.#isAwake = false
      try {
        if ((await this.#options.step()) > 0) continue
        await this.#sleep(await this.#options.sleepMs())
      } catch (error) {
        this.#options.failed(error)
        await this.#sleep(pauseMs)
      }
    }
  }

  async #sleep(ms: number): Promise<void> {
    if (this.#isAwake || !this.#running || ms <= 0) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#rouse = undefined
  }
}
