import { Attempts, wordOf } from './attempts.ts'
import { crashPoint } from './crash-point.ts'
import { Leased } from './leased.ts'
import { Marks } from './marks.ts'
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

/** Rows leased per place in the window: one statement leases for several rounds of sends. */
const leasedPerPlace = 4

/** One lane of the outbox: rows leased in batches, a sliding window of sends, their outcomes marked in small batches. */
export class Delivering {
  readonly #outbox: Outbox
  readonly #attempts: Attempts
  readonly #options: DeliveryOptions
  /** By the target: its rows go one after another. */
  readonly #inFlight = new Map<string, { readonly id: number; readonly sent: Promise<void> }>()
  /** Targets of which a row failed or waited too long: nothing overtakes it until the store hands it out again. */
  readonly #setBack = new Set<string>()
  readonly #leased = new Leased()
  readonly #marks: Marks
  #mayWait = true

  constructor(outbox: Outbox, deliver: Deliver, options: DeliveryOptions) {
    this.#outbox = outbox
    this.#attempts = new Attempts(deliver, options.now)
    this.#options = options
    this.#marks = new Marks(outbox, options.unmarked)
  }

  /** Leases rows when the window runs out of them. @returns how many were leased */
  async work(): Promise<number> {
    if (this.isBehind) return 0
    this.#mayWait = true
    const room = this.#rushSize * leasedPerPlace - this.#inFlight.size - this.#leased.size
    const items = await this.#outbox.claim(this.#options.lane, room, this.#options.now(), this.#options.leaseMs)
    for (const { target } of items) this.#setBack.delete(target)
    return this.#take(items)
  }

  /** Sends replies that were leased behind what is at hand here, unless that was set back meanwhile. */
  take(claimed: readonly OutboxItem[]): void {
    const late = claimed.filter(({ target }) => this.#setBack.has(target))
    if (late.length > 0) void this.#marks.add(...late.map(({ id }) => dueAgain(id, this.#options.now())))
    this.#take(claimed.filter(({ target }) => !this.#setBack.has(target)))
  }

  #take(claimed: readonly OutboxItem[]): number {
    // A send that outlasts its lease gets another one; it is not begun a second time beside itself.
    const items = claimed.filter(({ id, target }) => this.#inFlight.get(target)?.id !== id)
    // The first half of a lease is for waiting, the second for sending.
    this.#leased.add(items, Date.parse(this.#options.now()) + this.#options.leaseMs / 2)
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
    while (this.#inFlight.size > 0) await Promise.all([...this.#inFlight.values()].map(({ sent }) => sent))
    await this.#marks.settled()
  }

  /** Takes no more: hands back what was leased and not begun, then settles the rest. */
  async end(): Promise<void> {
    const notBefore = this.#options.now()
    await this.#outbox.settle(this.#takeBack(() => true, notBefore))
    await this.settle()
  }

  /** False while nothing can wait but rows that were taken: whatever else is owed comes with a wake. */
  get mayWait(): boolean {
    return this.#mayWait
  }

  /** The targets of all rows at hand here. */
  get targets(): ReadonlySet<string> {
    return new Set([...this.#inFlight.keys(), ...this.#leased.targets])
  }

  /** True while a row is on its way or about to be. */
  get isBusy(): boolean {
    return this.#inFlight.size > 0
  }

  /** True while more rows are at hand than the window takes at once. */
  get isBehind(): boolean {
    return this.#leased.size >= this.#rushSize
  }

  get #rushSize(): number {
    return this.#options.rushSize ?? this.#options.windowSize
  }

  get #places(): number {
    const { windowSize } = this.#options
    // What a dead program may have sent already makes no rush: a second death must not repeat more than a calm one.
    return this.#leased.freshCount > windowSize ? this.#rushSize : windowSize
  }

  #fill(): void {
    while (this.#inFlight.size < this.#places) {
      const next = this.#leased.first(({ target }) => !this.#inFlight.has(target))
      if (next === undefined) return
      const { id, target } = next.item
      if (Date.parse(this.#options.now()) < next.untilMs) {
        this.#leased.takeOut((item) => item === next.item)
        this.#inFlight.set(target, { id, sent: this.#send(next.item) })
        continue
      }
      // A row that waited too long is left to whoever leases it next, perhaps another program, and those behind it too.
      this.#leased.takeOut((item) => item.target === target)
      this.#setBack.add(target)
    }
  }

  async #send(item: OutboxItem): Promise<void> {
    const { target } = item
    try {
      const outcome = await this.#attempts.make(item)
      if (outcome.state !== 'sent') this.#mayWait = true
      if (outcome.state === 'dead') this.#options.died?.(item, wordOf(outcome.error))
      // What was to follow it must not overtake it.
      if ('notBefore' in outcome) this.#setBack.add(target)
      const behind = 'notBefore' in outcome ? this.#takeBack((one) => one.target === target, outcome.notBefore) : []
      await this.#marks.add(outcome, ...behind)
    } finally {
      this.#inFlight.delete(target)
      this.#fill()
      if (!this.isBehind) this.#options.done()
    }
  }

  /** Takes rows that were leased and not begun out of hand. @returns what is to be marked: due again */
  #takeBack(isMeant: (item: OutboxItem) => boolean, notBefore: string): readonly Outcome[] {
    return this.#leased.takeOut(isMeant).map(({ id }) => dueAgain(id, notBefore))
  }
}

const dueAgain = (id: number, notBefore: string): Outcome => ({ id, state: 'due', notBefore, error: '' })
