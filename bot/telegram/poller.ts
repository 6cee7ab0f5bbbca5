import { crashPoint } from '../../core/handling/crash-point.ts'
import { updateIdOf } from './incoming.ts'
import { type Report, reportUnknownToken } from './report.ts'
import { allowedUpdates } from './update.ts'
import type { Wire, WireAnswer } from './wire.ts'

export interface PollerOptions {
  readonly wire: Pick<Wire, 'call'>
  readonly report: Report
  now(): string
  /** Stores updates, all or none. @throws when the store is away */
  receive(updates: readonly unknown[]): Promise<void>
  /** Telegram hears us again after so long a silence. */
  heardAfter(silenceMs: number): Promise<void>
  /** Resolves after a time, or at once when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

const pollS = 30
const pollTimeoutMs = (pollS + 15) * 1000
const standByMs = 5_000
const backOffMaxMs = 30_000
const updatesMax = 100

/** Fetches updates and stores them; only what is stored is confirmed. */
export class Poller {
  readonly #options: PollerOptions
  readonly #ending = new AbortController()
  #offset: number | undefined
  #failures = 0
  #heardAtMs: number | undefined
  #isStandingBy = false

  constructor(options: PollerOptions) {
    this.#options = options
  }

  /** Polls until it is stopped or the token turns out wrong. */
  async run(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      const waitMs = await this.#step()
      if (waitMs === 'parked') return
      if (waitMs > 0) await this.#options.sleep(waitMs, this.#ending.signal)
    }
  }

  stop(): void {
    this.#ending.abort()
  }

  /** One request. @returns how long to wait before the next one, in milliseconds */
  async #step(): Promise<number | 'parked'> {
    const params = {
      ...(this.#offset !== undefined && { offset: this.#offset }),
      limit: updatesMax,
      timeout: pollS,
      allowed_updates: allowedUpdates,
    }
    const { signal } = this.#ending
    const answer = await this.#options.wire.call('getUpdates', params, { signal, timeoutMs: pollTimeoutMs })
    if (signal.aborted) return 0
    if (answer.end !== 'ok') return this.#failed(answer)
    try {
      await this.#heard()
      await this.#take(Array.isArray(answer.result) ? answer.result : [])
    } catch (error) {
      this.#options.report('updates could not be stored; Telegram keeps them', { error: nameOf(error) }, 'warn')
      return this.#backOff()
    }
    this.#failures = 0
    this.#isStandingBy = false
    return 0
  }

  async #take(updates: readonly unknown[]): Promise<void> {
    if (updates.length === 0) return
    crashPoint('update-fetched')
    await this.#options.receive(updates)
    crashPoint('update-stored')
    const ids = updates.map(updateIdOf).filter((id) => id !== undefined)
    // Not the highest of all times: ids may begin anew after a quiet week.
    if (ids.length === 0) return
    const [first, expected] = [Math.min(...ids), this.#offset]
    // Numbers follow each other without a gap, so a gap is updates that Telegram let expire.
    if (expected !== undefined && first > expected)
      this.#options.report('Telegram let updates expire', { count: first - expected }, 'warn')
    this.#offset = Math.max(...ids) + 1
  }

  async #heard(): Promise<void> {
    const nowMs = Date.parse(this.#options.now())
    const silenceMs = this.#heardAtMs === undefined ? 0 : nowMs - this.#heardAtMs
    if (silenceMs > pollTimeoutMs) await this.#options.heardAfter(silenceMs)
    this.#heardAtMs = nowMs
  }

  #failed(answer: Exclude<WireAnswer, { end: 'ok' }>): number | 'parked' {
    if (answer.end === 'lost') return this.#backOff()
    if (answer.code === 401 || answer.code === 404) {
      reportUnknownToken(this.#options.report, answer.code)
      return 'parked'
    }
    if (answer.code === 409) {
      if (!this.#isStandingBy)
        this.#options.report('another program takes the updates of this bot; standing by', { code: 409 }, 'warn')
      this.#isStandingBy = true
      // Somebody hears the presses meanwhile.
      this.#heardAtMs = Date.parse(this.#options.now())
      return standByMs
    }
    return Math.max(answer.retryAfterMs ?? 0, this.#backOff())
  }

  #backOff(): number {
    this.#failures += 1
    return Math.min(250 * 2 ** this.#failures, backOffMaxMs)
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
