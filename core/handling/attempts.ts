import { crashPoint } from './crash-point.ts'
import type { Deliver } from './deliver.ts'
import { Outage } from './outage.ts'
import type { OutboxItem, Outcome } from './outbox.ts'

const backOffMaxMs = 5 * 60_000
const defectsMax = 5

/** Attempts at owed effects: what each comes to, and when the next one of the same row may be made. */
export class Attempts {
  readonly #deliver: Deliver
  readonly #now: () => string
  /** Defects of rows so far, in this process; a start gives them new tries. */
  readonly #defects = new Map<number, number>()

  constructor(deliver: Deliver, now: () => string) {
    this.#deliver = deliver
    this.#now = now
  }

  /** Delivers one row; never throws. */
  async make(item: OutboxItem): Promise<Outcome> {
    const { id, unreadable } = item
    if (unreadable !== undefined) return { id, state: 'dead', error: unreadable }
    try {
      crashPoint('row-sending')
      const delivery = await this.#deliver(item)
      crashPoint('row-sent')
      this.#defects.delete(id)
      if (delivery.state === 'later') return { id, state: 'due', notBefore: delivery.at, error: '' }
      if (delivery.state === 'ambiguous') return { id, ...delivery, notBefore: this.#later(item) }
      return { id, ...delivery }
    } catch (error) {
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'
      // Anything but an outage is a defect of ours: it is tried a few times, then parked where people see it.
      if (!(error instanceof Outage) && this.#isParked(id)) return { id, state: 'dead', error: reason }
      const afterMs = error instanceof Outage ? error.retryAfterMs : undefined
      return { id, state: 'due', error: reason, notBefore: this.#later(item, afterMs) }
    }
  }

  /** Counts a defect of a row; outages and lost leases do not count. */
  #isParked(id: number): boolean {
    const count = (this.#defects.get(id) ?? 0) + 1
    if (count < defectsMax) this.#defects.set(id, count)
    else this.#defects.delete(id)
    return count >= defectsMax
  }

  #later({ attempts }: OutboxItem, afterMs = Math.min(250 * 2 ** attempts, backOffMaxMs)): string {
    return new Date(Date.parse(this.#now()) + afterMs).toISOString()
  }
}

/** A defect's message may carry values, so operators are told its kind only; the row keeps the whole. */
export const wordOf = (error: string): string => /^[A-Z]\w*(?=: )/.exec(error)?.[0] ?? error
