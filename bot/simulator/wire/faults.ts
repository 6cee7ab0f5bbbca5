/**
 * What can go wrong with one call.
 *
 * `reset` breaks the connection before anything happened; `lost-answer` after the effect; `black-hole` never answers
 * and does nothing; `hold` does it and keeps the answer until `release`; `truncate` and `stall` concern downloads.
 */
export type Fault =
  | { kind: 'rate-limit'; retryAfterS: number }
  | { kind: 'server-error'; status: number }
  | { kind: 'refusal'; code: number; description: string; parameters?: Record<string, unknown> }
  | { kind: 'reset' | 'lost-answer' | 'black-hole' | 'hold' | 'truncate' | 'stall' }

/** Which calls a fault strikes; nothing named = any call but the exempt ones. */
export interface Aim {
  method?: string | readonly string[]
  /** Chat or channel. */
  target?: string | number
  /** How many calls are struck, one by default. */
  times?: number
}

interface Armed extends Aim {
  fault: Fault
  left: number
}

/** The knobs of a network: faults waiting for the calls that they strike. */
export class Faults {
  #armed: Armed[] = []
  #gates: (() => void)[] = []
  readonly #exempt: readonly string[]

  constructor(exempt: readonly string[] = []) {
    this.#exempt = exempt
  }

  /** Strikes the next call, or the next `times` calls, that fit the aim. */
  next(fault: Fault, aim: Aim = {}): void {
    this.#armed.push({ ...aim, fault, left: aim.times ?? 1 })
  }

  /** The fault for this call, used up by asking. */
  take(method: string, target?: string | number): Fault | undefined {
    const armed = this.#armed.find((one) => this.#strikes(one, method, target))
    if (!armed) return undefined
    armed.left -= 1
    if (armed.left <= 0) this.#armed = this.#armed.filter((one) => one !== armed)
    return armed.fault
  }

  /** Resolves at the next `release`. */
  held(): Promise<void> {
    return new Promise((resolve) => this.#gates.push(resolve))
  }

  /** Lets every held answer go. */
  release(): void {
    for (const open of this.#gates.splice(0)) open()
  }

  /** Ends all faults that still wait. */
  clear(): void {
    this.#armed = []
    this.release()
  }

  #strikes(armed: Armed, method: string, target: string | number | undefined): boolean {
    const methods = armed.method === undefined ? undefined : [armed.method].flat()
    const fits = methods ? methods.includes(method) : !this.#exempt.includes(method)
    return fits && (armed.target === undefined || String(armed.target) === String(target))
  }
}
