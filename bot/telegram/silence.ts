import { Outage } from '../../core/handling/outage.ts'
import { type Report, reportUnknownToken } from './report.ts'
import type { Wire, WireAnswer } from './wire.ts'

/** A wrong token is looked at again this often; what is owed waits. */
const parkedMs = 5 * 60_000
const toldEveryMs = 3_600_000
const silenceMs = 1_000

/** Calls Telegram unless it asked for silence: after a 429 the whole bot says nothing until its time is over. */
export class QuietWire {
  readonly #wire: Pick<Wire, 'call'>
  readonly #report: Report
  readonly #now: () => string
  #silentUntilMs = 0
  #toldUntilMs = 0

  constructor(wire: Pick<Wire, 'call'>, report: Report, now: () => string) {
    this.#wire = wire
    this.#report = report
    this.#now = now
  }

  /** @throws Outage when Telegram hears nobody now, or does not know the token */
  async call(method: string, params: object): Promise<WireAnswer> {
    const leftMs = this.#silentUntilMs - this.#nowMs()
    if (leftMs > 0) throw new Outage('Telegram asked for silence', leftMs)
    const answer = await this.#wire.call(method, params)
    if (answer.end !== 'refused') return answer
    if (answer.code === 429) throw this.#silenced(method, answer.retryAfterMs ?? silenceMs)
    if (answer.code !== 401 && answer.code !== 404) return answer
    this.#tokenIsUnknown(answer.code)
    throw new Outage('the token is not known', parkedMs)
  }

  #silenced(method: string, retryAfterMs: number): Outage {
    this.#silentUntilMs = Math.max(this.#silentUntilMs, this.#nowMs() + retryAfterMs)
    this.#report('Telegram asks for silence', { method, retryAfterMs })
    return new Outage('too many requests', retryAfterMs)
  }

  /** Said once a while: everything that is owed runs into it. */
  #tokenIsUnknown(code: number): void {
    if (this.#nowMs() < this.#toldUntilMs) return
    this.#toldUntilMs = this.#nowMs() + toldEveryMs
    reportUnknownToken(this.#report, code)
  }

  #nowMs(): number {
    return Date.parse(this.#now())
  }
}
