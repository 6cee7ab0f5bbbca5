import { createHmac } from 'node:crypto'
import { Agent } from 'node:http'
import type { Clock } from '../clock.ts'
import { post } from '../wire/post.ts'
import { parsedJson } from '../wire/request-body.ts'
import {
  type Acknowledgement,
  ANSWER_WITHIN_MS,
  type Parcel,
  type Retry,
  type Transport,
  unanswered,
} from './delivery.ts'

/** A request as it was signed and sent. */
export interface SignedRequest {
  body: string
  headers: Record<string, string>
}

/** Requests to the program's own address, signed as Slack signs them. */
export class HttpTransport implements Transport {
  /** Where the program listens. */
  url: string
  answerWithinMs = ANSWER_WITHIN_MS
  /** Everything sent, for replays. */
  readonly sent: SignedRequest[] = []
  readonly #clock: Clock
  readonly #signingSecret: string
  readonly #agent = new Agent({ keepAlive: true })

  constructor(url: string, signingSecret: string, clock: Clock) {
    this.url = url
    this.#signingSecret = signingSecret
    this.#clock = clock
  }

  send(parcel: Parcel, retry?: Retry): Promise<Acknowledgement> {
    const request = this.sign(bodyOf(parcel), contentType(parcel))
    if (retry) {
      request.headers['x-slack-retry-num'] = String(retry.number)
      request.headers['x-slack-retry-reason'] = retry.reason
    }
    return this.post(request)
  }

  /** A body with headers that prove it comes from Slack; another time or secret make it a forgery. */
  sign(body: string, type: string, { atMs = this.#clock.now(), secret = this.#signingSecret } = {}): SignedRequest {
    const timestamp = String(Math.floor(atMs / 1000))
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
    const headers = {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    }
    return { body, headers }
  }

  /** Sends a request as it is: a replay, or a forgery. */
  async post({ body, headers }: SignedRequest): Promise<Acknowledgement> {
    this.sent.push({ body, headers })
    const startedAt = performance.now()
    const receipt = await post({ url: this.url, headers, body, timeoutMs: this.answerWithinMs }, this.#agent)
    if (!receipt) {
      const late = performance.now() - startedAt >= this.answerWithinMs - 50
      return unanswered(late ? 'http_timeout' : 'connection_failed')
    }
    const isAcknowledged = receipt.status >= 200 && receipt.status < 300
    return {
      isAcknowledged,
      status: receipt.status,
      body: receipt.body === '' ? undefined : (parsedJson(receipt.body) ?? receipt.body),
      isFinal: receipt.headers['x-slack-no-retry'] === '1',
      reason: isAcknowledged ? 'ok' : 'http_error',
    }
  }

  stop(): void {
    this.#agent.destroy()
  }
}

function bodyOf({ kind, payload }: Parcel): string {
  if (kind === 'event') return JSON.stringify(payload)
  if (kind === 'command') {
    const fields = Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)])
    return new URLSearchParams(fields).toString()
  }
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
}

function contentType({ kind }: Parcel): string {
  return kind === 'event' ? 'application/json' : 'application/x-www-form-urlencoded'
}
