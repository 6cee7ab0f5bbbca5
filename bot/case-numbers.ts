import { formatCaseNumber } from '../core/case/case-number.ts'
import type { Ledger } from '../core/handling/ledger.ts'

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
    const lacking = count - this.#serials.length
    if (lacking > 0) this.#serials.push(...(await this.#ledger.reserveNumbers(lacking)))
  }

  take(): string {
    const serial = this.#serials.shift()
    if (serial === undefined) throw new Error('more cases were opened than numbers reserved')
    return formatCaseNumber(Number(this.#now().slice(0, 4)), serial)
  }
}
