import { crashPoint } from './crash-point.ts'
import { Outage } from './outage.ts'
import type { Lane, Outbox, OutboxItem, Outcome } from './outbox.ts'

/** How one attempt ended. `ambiguous`: it may have arrived. `dead`: it never will, and a person must know. */
export type Delivery =
  | { readonly state: 'sent'; readonly ref?: string }
  | { readonly state: 'ambiguous'; readonly error: string }
  | { readonly state: 'dead'; readonly error: string }
  /** Not yet: a timer that was renewed. */
  | { readonly state: 'later'; readonly at: string }

/** Delivers one owed effect. @throws Outage to have it tried again later */
export type Deliver = (item: OutboxItem) => Promise<Delivery>

export interface DeliveryOptions {
  readonly lane: Lane
  /** How many rows may be on their way, sent but not yet recorded included: as many a crash may send twice. */
  readonly windowSize: number
  /** The same while more rows wait than the window takes, when throughput matters more; `windowSize` by default. */
  readonly rushSize?: number
  readonly leaseMs: number
  now(): string
  /** Called when there is room for more rows, or a target is free again. */
  done(): void
  /** Hears that outcomes could not be marked; they are marked again until they are. */
  unmarked?(error: unknown): void
  /** Hears of a row that will never arrive: whoever runs the house must know. `reason` names kinds and codes only. */
  died?(item: OutboxItem, reason: string): void
}

const backOffMaxMs = 5 * 60_000
const marksEveryMs = 3
const storeAwayMs = 250
/** Rows leased per place in the window: one statement leases for several rounds of sends. */
const leasedPerPlace = 4

/** One lane of the outbox: rows leased in batches, a sliding window of sends, their outcomes marked in small batches. */
export class Delivering {
  readonly #outbox: Outbox
  readonly #deliver: Deliver
  readonly #options: DeliveryOptions
  readonly #inFlight = new Map<number, Promise<void>>()
  readonly #leased: { readonly item: OutboxItem; readonly untilMs: number }[] = []
  /** Defects of rows so far, in this process; a start gives them new tries. */
  readonly #defects = new Map<number, number>()
  #outcomes: Outcome[] = []
  #mayWait = true
  #marking: Promise<void> | undefined

  constructor(outbox: Outbox, deliver: Deliver, options: DeliveryOptions) {
    this.#outbox = outbox
    this.#deliver = deliver
    this.#options = options
  }

  /** Leases rows when the window runs out of them. @returns how many were leased */
  async work(): Promise<number> {
    if (this.isBehind) return 0
    this.#mayWait = true
    const room = this.#rushSize * leasedPerPlace - this.#inFlight.size - this.#leased.length
    const items = await this.#outbox.claim(this.#options.lane, room, this.#options.now(), this.#options.leaseMs)
    return this.take(items)
  }

  /** Sends rows that were leased just now. @returns how many there were */
  take(claimed: readonly OutboxItem[]): number {
    // A send that outlasts its lease gets another one; it is not begun a second time beside itself.
    const items = claimed.filter(({ id }) => !this.#inFlight.has(id))
    // The first half of a lease is for waiting, the second for sending.
    const untilMs = Date.parse(this.#options.now()) + this.#options.leaseMs / 2
    this.#leased.push(...items.map((item) => ({ item, untilMs })))
    if (items.length > 0) crashPoint('row-claimed')
    this.#fill()
    return items.length
  }

  /** When the next row of the lane falls due; undefined when none waits. */
  async nextDueAt(): Promise<string | undefined> {
    const at = await this.#outbox.nextDueAt(this.#options.lane)
    if (at === undefined) this.#mayWait = false
    return at
  }

  /** Resolves when nothing is in flight and every outcome is marked. */
  async settle(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight.values())
    await this.#marking
  }

  /** Takes no more: hands back what was leased and not begun, then settles the rest. */
  async end(): Promise<void> {
    const notBefore = this.#options.now()
    const back = this.#leased.splice(0).map(({ item: { id } }): Outcome => ({ id, state: 'due', notBefore, error: '' }))
    await this.#outbox.settle(back)
    await this.settle()
  }

  /** False while nothing can wait but rows that were taken: whatever else is owed comes with a wake. */
  get mayWait(): boolean {
    return this.#mayWait
  }

  /** True while a row is on its way or about to be. */
  get isBusy(): boolean {
    return this.#inFlight.size > 0
  }

  /** True while more rows are at hand than the window takes at once. */
  get isBehind(): boolean {
    return this.#leased.length >= this.#rushSize
  }

  get #rushSize(): number {
    return this.#options.rushSize ?? this.#options.windowSize
  }

  get #places(): number {
    const { windowSize } = this.#options
    // What a dead program may have sent already makes no rush: a second death must not repeat more than a calm one.
    const fresh = this.#leased.filter(({ item }) => !item.isAmbiguous)
    return fresh.length > windowSize ? this.#rushSize : windowSize
  }

  #fill(): void {
    while (this.#inFlight.size < this.#places) {
      const next = this.#leased.shift()
      if (next === undefined) return
      // A row that waited too long is left to whoever leases it next, perhaps another program.
      if (Date.parse(this.#options.now()) < next.untilMs) this.#inFlight.set(next.item.id, this.#send(next.item))
    }
  }

  async #send(item: OutboxItem): Promise<void> {
    try {
      const outcome = await this.#attempt(item)
      // Not in one line: the list before the attempt is another one than after it.
      this.#outcomes.push(outcome)
      if (outcome.state !== 'sent') this.#mayWait = true
      if (outcome.state === 'dead') this.#options.died?.(item, wordOf(outcome.error))
      this.#marking ??= this.#mark()
      await this.#marking
    } catch {
      // The store is away: the lease runs out and the row is looked at again, as after a crash.
    } finally {
      this.#inFlight.delete(item.id)
      this.#fill()
      if (!this.isBehind) this.#options.done()
    }
  }

  async #attempt(item: OutboxItem): Promise<Outcome> {
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
    return new Date(Date.parse(this.#options.now()) + afterMs).toISOString()
  }

  async #mark(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, marksEveryMs))
    this.#marking = undefined
    const outcomes = this.#outcomes
    this.#outcomes = []
    await this.#settleSurely(outcomes)
    crashPoint('row-marked')
  }

  /** Marks as soon as the store is back: only this program knows what arrived, and whoever leased it anew would repeat it. */
  async #settleSurely(outcomes: readonly Outcome[]): Promise<void> {
    for (;;)
      try {
        return await this.#outbox.settle(outcomes)
      } catch (error) {
        this.#options.unmarked?.(error)
        await new Promise((resolve) => setTimeout(resolve, storeAwayMs).unref())
        // Should one of them be the cause, the others must not wait for it.
        if (outcomes.length > 1) {
          await Promise.all(outcomes.map((one) => this.#settleSurely([one])))
          return
        }
      }
  }
}

/** A defect's message may carry values, so operators are told its kind only; the row keeps the whole. */
const wordOf = (error: string): string => /^[A-Z]\w*(?=: )/.exec(error)?.[0] ?? error

const defectsMax = 5
