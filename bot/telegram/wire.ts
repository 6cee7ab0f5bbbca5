import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { Telegram, TelegramError } from 'telegraf'

/** How a call to the Bot API ended: taken, refused, or lost on the way. */
export type WireAnswer =
  | { readonly end: 'ok'; readonly result: unknown }
  | { readonly end: 'refused'; readonly code: number; readonly description: string; readonly retryAfterMs?: number }
  /** `mayHaveArrived`: Telegram may have carried it out, only the answer is missing. */
  | { readonly end: 'lost'; readonly mayHaveArrived: boolean; readonly reason: string }

export interface CallOptions {
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
}

const callTimeoutMs = 10_000
const keeping = { keepAlive: true, keepAliveMsecs: 10_000 }

/** Errors of a connection that was never made: nothing can have arrived. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'CERT_HAS_EXPIRED'])

/** Talks to Telegram by Telegraf's client; every end of a call is a value. */
export class Wire {
  readonly #telegram: Telegram

  constructor(token: string, apiRoot: string) {
    this.#telegram = new Telegram(token, { apiRoot, webhookReply: false })
    // Telegraf would open a connection for every call to a Bot API server of one's own, which speaks HTTP.
    this.#telegram.options.agent = apiRoot.startsWith('http:') ? new HttpAgent(keeping) : new HttpsAgent(keeping)
  }

  async call(method: string, params: object, options: CallOptions = {}): Promise<WireAnswer> {
    const { signal, timeoutMs = callTimeoutMs } = options
    const deadline = AbortSignal.timeout(timeoutMs)
    try {
      // Telegraf's types end at Bot API 7.1; its client passes any method through.
      const result: unknown = await this.#telegram.callApi(method as never, params as never, {
        // Telegraf types the signal by a package older than Node's own.
        signal: (signal === undefined ? deadline : AbortSignal.any([signal, deadline])) as never,
      })
      return { end: 'ok', result }
    } catch (error) {
      return endOf(error)
    }
  }
}

function endOf(error: unknown): WireAnswer {
  if (error instanceof TelegramError) {
    const { code, description, parameters } = error
    const retryAfterS = parameters?.retry_after
    // A gateway's own answer says nothing about what became of the call behind it.
    if (code >= 500) return { end: 'lost', mayHaveArrived: code === 502 || code === 504, reason: `HTTP ${code}` }
    return { end: 'refused', code, description, ...(retryAfterS !== undefined && { retryAfterMs: retryAfterS * 1000 }) }
  }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const reason = code ?? (error instanceof Error ? error.name : 'unknown')
  return { end: 'lost', mayHaveArrived: code === undefined || !neverSent.has(code), reason }
}
