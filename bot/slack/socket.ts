import { SocketModeClient } from '@slack/socket-mode'
import { type Report, silent } from './clients.ts'
import type { Payload, Taken } from './receive.ts'
import { reportRefusedToken } from './token.ts'

export interface SocketOptions {
  readonly appToken: string
  readonly apiUrl: string
  readonly report: Report
  take(body: Payload): Promise<Taken>
}

/** What the client hands over with each envelope. */
interface Envelope {
  readonly body: Payload
  ack(answer?: unknown): Promise<void>
}

const firstWaitMs = 500
const longestWaitMs = 60_000
const helloWithinMs = 20_000
const shortestLifeMs = 5000

/**
 * Socket Mode: a connection that is made anew whenever it ends. The client's own reconnecting gives up for good when
 * Slack cannot be reached, and its failure then ends the process; so each connection is one client, and the loop is ours.
 */
export class SocketLink {
  readonly #options: SocketOptions
  #client: SocketModeClient | undefined
  #isStopped = false
  #wake: (() => void) | undefined
  #loop: Promise<void> | undefined

  constructor(options: SocketOptions) {
    this.#options = options
  }

  /** Resolves with the first attempt, whether Slack was there or not: the loop goes on. */
  start(): Promise<void> {
    return new Promise((resolve) => {
      this.#loop = this.#run(resolve)
    })
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#wake?.()
    await Promise.race([this.#client?.disconnect(), patience(2000)])
    await Promise.race([this.#loop, patience(2000)])
  }

  async #run(tried: () => void): Promise<void> {
    for (let failures = 0; !this.#isStopped; ) {
      const startedAt = performance.now()
      const client = this.#open()
      const lost = new Promise<void>((resolve) => client.once('disconnected', () => resolve()))
      const isConnected = await connected(client, (error) => {
        if (failures === 0) reportRefusedToken('SLACK_APP_TOKEN', error, this.#options.report)
      })
      tried()
      if (!isConnected) this.#options.report({ what: 'slack-socket-lost', attempt: failures + 1 })
      // Stopped while the address was still being fetched: the client would stay connected.
      if (isConnected && this.#isStopped) await client.disconnect()
      if (isConnected) await lost
      // A connection that ends at once counts as none, so that nothing runs hot.
      failures = isConnected && performance.now() - startedAt > shortestLifeMs ? 0 : failures + 1
      if (!this.#isStopped) await this.#wait(failures)
    }
  }

  #open(): SocketModeClient {
    const { appToken, apiUrl } = this.#options
    const client = new SocketModeClient({
      appToken,
      autoReconnectEnabled: false,
      logger: silent,
      clientOptions: {
        slackApiUrl: apiUrl,
        timeout: 10_000,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      },
    })
    client.on('slack_event', (envelope: Envelope) => void this.#receive(envelope))
    this.#client = client
    return client
  }

  /** Unacknowledged, an event comes again; an interaction shows Slack's own error to whoever clicked. */
  async #receive({ body, ack }: Envelope): Promise<void> {
    const taken = await this.#options.take(body)
    if (taken.state === 'failed') return
    try {
      await ack(taken.answer)
    } catch (error) {
      // The connection went while we worked: everything is committed, and a repetition has no second effect.
      this.#options.report({ what: 'slack-failed', error })
    }
  }

  #wait(failures: number): Promise<void> {
    const afterMs = failures === 0 ? 0 : Math.min(firstWaitMs * 2 ** (failures - 1), longestWaitMs)
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, afterMs)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** Whether the first word came from Slack in time; never rejects. */
async function connected(client: SocketModeClient, failed: (error: unknown) => void): Promise<boolean> {
  const deadline = setTimeout(() => void client.disconnect(), helloWithinMs)
  try {
    await client.start()
    return true
  } catch (error) {
    failed(error)
    return false
  } finally {
    clearTimeout(deadline)
  }
}

const patience = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref())
