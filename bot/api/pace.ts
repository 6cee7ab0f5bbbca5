const keysMax = 1_000

/** Requests that a key may make: a bucket of `burst`, refilled by `perMinute`. */
export class Pace {
  readonly #burst: number
  readonly #perMinute: number
  readonly #buckets = new Map<string, { readonly left: number; readonly atMs: number }>()

  constructor(burst: number, perMinute: number) {
    this.#burst = burst
    this.#perMinute = perMinute
  }

  /** Takes one request of a key. @returns after how many whole seconds to come again; 0 when it may come now */
  take(key: string, atMs: number): number {
    const known = this.#buckets.get(key) ?? { left: this.#burst, atMs }
    const left = Math.min(this.#burst, known.left + (Math.max(0, atMs - known.atMs) / 60_000) * this.#perMinute)
    // The one that came longest ago is full again by now, or nearly.
    this.#buckets.delete(key)
    const oldest = this.#buckets.size >= keysMax ? this.#buckets.keys().next().value : undefined
    if (oldest !== undefined) this.#buckets.delete(oldest)
    this.#buckets.set(key, { left: left >= 1 ? left - 1 : left, atMs })
    return left >= 1 ? 0 : Math.max(1, Math.ceil(((1 - left) / this.#perMinute) * 60))
  }
}
