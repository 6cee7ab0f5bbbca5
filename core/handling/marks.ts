import { crashPoint } from './crash-point.ts'
import type { Outbox, Outcome } from './outbox.ts'

const marksEveryMs = 3
const storeAwayMs = 250

/** Marks outcomes in small batches, and does not give up: only this program knows what arrived. */
export class Marks {
  readonly #outbox: Pick<Outbox, 'settle'>
  readonly #failed: ((error: unknown) => void) | undefined
  #outcomes: Outcome[] = []
  #marking: Promise<void> | undefined

  /** `failed` hears that outcomes could not be marked; they are marked again until they are. */
  constructor(outbox: Pick<Outbox, 'settle'>, failed: ((error: unknown) => void) | undefined) {
    this.#outbox = outbox
    this.#failed = failed
  }

  /** Resolves once these outcomes are marked. */
  add(...outcomes: readonly Outcome[]): Promise<void> {
    this.#outcomes.push(...outcomes)
    this.#marking ??= this.#mark()
    return this.#marking
  }

  /** Resolves when nothing is left to mark. */
  async settled(): Promise<void> {
    await this.#marking
  }

  async #mark(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, marksEveryMs))
    this.#marking = undefined
    const outcomes = this.#outcomes
    this.#outcomes = []
    await this.#settleSurely(outcomes)
    crashPoint('row-marked')
  }

  /** Marks as soon as the store is back: whoever leased a row anew would repeat it. */
  async #settleSurely(outcomes: readonly Outcome[]): Promise<void> {
    for (;;)
      try {
        return await this.#outbox.settle(outcomes)
      } catch (error) {
        this.#failed?.(error)
        await new Promise((resolve) => setTimeout(resolve, storeAwayMs).unref())
        // Should one of them be the cause, the others must not wait for it.
        if (outcomes.length > 1) {
          await Promise.all(outcomes.map((one) => this.#settleSurely([one])))
          return
        }
      }
  }
}
