/** The world failed, not the command: tried again by inbox and outbox, after `retryAfterMs` when it is known. */
export class Outage extends Error {
  readonly retryAfterMs: number | undefined

  constructor(message: string, retryAfterMs?: number) {
    super(message)
    this.name = 'Outage'
    this.retryAfterMs = retryAfterMs
  }
}
