import type { Report } from './report.ts'
import type { CallOptions, Wire, WireAnswer } from './wire.ts'

const toldEveryMs = 60_000

/** Tells operators of calls that got no answer (5xx, resets, timeouts): at once, then once a minute how many. */
export class Watched {
  readonly #wire: Pick<Wire, 'call'>
  readonly #report: Report
  readonly #now: () => string
  #lost = 0
  #last: { readonly method: string; readonly reason: string } = { method: '', reason: '' }
  #quietUntilMs = 0

  constructor(wire: Pick<Wire, 'call'>, report: Report, now: () => string) {
    this.#wire = wire
    this.#report = report
    this.#now = now
  }

  async call(method: string, params: object, options: CallOptions = {}): Promise<WireAnswer> {
    const answer = await this.#wire.call(method, params, options)
    if (answer.end === 'lost' && options.signal?.aborted !== true) {
      this.#lost += 1
      this.#last = { method, reason: answer.reason }
    }
    this.#tell()
    return answer
  }

  #tell(): void {
    const nowMs = Date.parse(this.#now())
    if (this.#lost === 0 || nowMs < this.#quietUntilMs) return
    this.#report('Telegram did not answer', { lost: this.#lost, ...this.#last }, 'warn')
    this.#lost = 0
    this.#quietUntilMs = nowMs + toldEveryMs
  }
}
