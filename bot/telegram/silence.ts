import { Outage } from '../../core/handling/outage.ts'
import { type Report, reportUnknownToken } from './report.ts'
import type { CallOptions, Wire, WireAnswer } from './wire.ts'

/** A wrong token is looked at again this often; what is owed waits. */
const parkedMs = 5 * 60_000
const toldEveryMs = 3_600_000
const silenceMs = 1_000
/** A second chat that is refused so soon after another one: not a chat is meant, but the bot. */
const togetherMs = 1_000
const silencedMax = 10_000

/**
 * Calls Telegram unless it asked for silence. A 429 does not say whom it means: a chat that hears too much, or the bot
 * as a whole. The first one is taken to mean its chat; several chats within a second, a call about no chat or a poll
 * mean the bot. Answers to presses wait for the bot alone.
 */
export class QuietWire {
  readonly #wire: Pick<Wire, 'call'>
  readonly #report: Report
  readonly #now: () => string
  /** Until when a chat is to be left in peace. */
  readonly #untilMs = new Map<number, number>()
  #allUntilMs = 0
  #last: { readonly chat: number; readonly atMs: number } | undefined
  #toldUntilMs = 0

  constructor(wire: Pick<Wire, 'call'>, report: Report, now: () => string) {
    this.#wire = wire
    this.#report = report
    this.#now = now
  }

  /** @throws Outage when Telegram hears nobody now, or does not know the token */
  async call(method: string, params: object): Promise<WireAnswer> {
    const chat = chatOf(params)
    const leftMs = this.#silentUntilMs(chat) - this.#nowMs()
    if (leftMs > 0) throw new Outage('Telegram asked for silence', leftMs)
    const answer = await this.#wire.call(method, params)
    if (answer.end !== 'refused') return answer
    if (answer.code === 429) throw this.#silenced(method, chat, answer.retryAfterMs ?? silenceMs)
    // A Bot API server that lacks a method says so by the same number.
    const isUnknownToken = answer.code === 401 || (answer.code === 404 && !/method/i.test(answer.description))
    if (!isUnknownToken) return answer
    this.#tokenIsUnknown(answer.code)
    throw new Outage('the token is not known', parkedMs)
  }

  /** The wire of the poll, which waits by itself: a 429 there means the whole bot. */
  readonly poll: Pick<Wire, 'call'> = {
    call: async (method: string, params: object, options?: CallOptions) => {
      const answer = await this.#wire.call(method, params, options)
      if (answer.end === 'refused' && answer.code === 429)
        this.#silenced(method, undefined, answer.retryAfterMs ?? silenceMs)
      return answer
    },
  }

  #silentUntilMs(chat: number | undefined): number {
    return Math.max(this.#allUntilMs, (chat !== undefined && this.#untilMs.get(chat)) || 0)
  }

  #silenced(method: string, chat: number | undefined, retryAfterMs: number): Outage {
    const nowMs = this.#nowMs()
    const last = this.#last
    const isTogether = last !== undefined && last.chat !== chat && nowMs - last.atMs <= togetherMs
    if (chat !== undefined) this.#remember(chat, nowMs, retryAfterMs)
    if (chat === undefined || isTogether)
      this.#allUntilMs = Math.max(
        this.#allUntilMs,
        nowMs + retryAfterMs,
        last && isTogether ? this.#silentUntilMs(last.chat) : 0,
      )
    const meant = chat === undefined || isTogether ? 'bot' : 'chat'
    this.#report('Telegram asks for silence', { method, meant, retryAfterMs }, 'warn')
    return new Outage('too many requests', this.#silentUntilMs(chat) - nowMs)
  }

  #remember(chat: number, atMs: number, retryAfterMs: number): void {
    this.#last = { chat, atMs }
    if (this.#untilMs.size >= silencedMax) this.#untilMs.clear()
    this.#untilMs.set(chat, Math.max(this.#untilMs.get(chat) ?? 0, atMs + retryAfterMs))
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

const chatOf = (params: object): number | undefined =>
  'chat_id' in params && typeof params.chat_id === 'number' ? params.chat_id : undefined
