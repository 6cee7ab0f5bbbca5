import type { App, Receiver } from '@slack/bolt'
import { Outage } from '../../core/handling/outage.ts'
import type { Report } from './clients.ts'

/** A payload of Slack, whichever way it came. */
export type Payload = Readonly<Record<string, unknown>>

/** What becomes of a payload: `answer` is what Slack is told besides "received". */
export type Taken =
  | { readonly state: 'taken'; readonly answer?: unknown }
  | { readonly state: 'failed'; readonly retryAfterMs: number | undefined }

/**
 * Our own receiver, shared by HTTP and Socket Mode. Bolt's own acknowledge an event before anybody worked on it and so
 * lose it with the process; here a payload counts as taken only when what follows from it is committed:
 * - an event owes an outbox row under its `event_id`, so the same event twice is one effect, and Slack, unanswered, repeats it;
 * - an interaction is acknowledged by its handler after the commit (Slack never repeats those: the person presses again).
 */
export class SlackReceiver implements Receiver {
  #app: App | undefined
  readonly #report: Report
  readonly #running = new Set<Promise<unknown>>()
  #isStopped = false

  constructor(report: Report) {
    this.#report = report
  }

  init(app: App): void {
    this.#app = app
  }

  async start(): Promise<void> {}

  /** Takes nothing more; resolves when nothing is being worked on, or after the given time. */
  async stop(patienceMs = 5000): Promise<void> {
    this.#isStopped = true
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMs).unref())
    await Promise.race([Promise.allSettled([...this.#running]), patience])
  }

  /** Works on a payload that is known to come from Slack. */
  take(body: Payload): Promise<Taken> {
    const isEvent = body.type === 'event_callback'
    if (this.#isStopped) return Promise.resolve({ state: 'failed', retryAfterMs: 1000 })
    return new Promise((resolve) => {
      const ack = async (answer?: unknown): Promise<void> => {
        // Bolt itself acknowledges an event before its listeners run: too early.
        if (!isEvent) resolve(answer === undefined ? { state: 'taken' } : { state: 'taken', answer })
      }
      const work = this.#work(body, ack).then(resolve)
      this.#running.add(work)
      void work.finally(() => this.#running.delete(work))
    })
  }

  async #work(body: Payload, ack: (answer?: unknown) => Promise<void>): Promise<Taken> {
    try {
      await this.#app?.processEvent({ body: { ...body }, ack })
      return { state: 'taken' }
    } catch (error) {
      this.#report({ what: 'slack-failed', error })
      return { state: 'failed', retryAfterMs: causeOf(error) }
    }
  }
}

/** Bolt wraps what a listener throws. */
function causeOf(error: unknown): number | undefined {
  const original = error instanceof Error && 'original' in error ? error.original : error
  return original instanceof Outage ? (original.retryAfterMs ?? 1000) : undefined
}
