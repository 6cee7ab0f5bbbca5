import { formatCaseNumber } from '../core/case/case-number.ts'
import type { Ledger } from '../core/handling/ledger.ts'

const spare = 16

/** Case numbers at hand for synchronous turns; a number that a crash forgets is never used again. */
export class CaseNumbers {
  readonly #ledger: Pick<Ledger, 'reserveNumbers'>
  readonly #now: () => string
  readonly #serials: number[] = []

  constructor(ledger: Pick<Ledger, 'reserveNumbers'>, now: () => string) {
    this.#ledger = ledger
    this.#now = now
  }

  /** Makes sure that so many numbers can be taken at once. */
  async ready(count: number): Promise<void> {
    if (this.#serials.length < count) this.#serials.push(...(await this.#ledger.reserveNumbers(count + spare)))
  }

  take(): string {
    const serial = this.#serials.shift()
    if (serial === undefined) throw new Error('more cases were opened than numbers reserved')
    return formatCaseNumber(Number(this.#now().slice(0, 4)), serial)
  }
}
