import type { Town } from './case-town.ts'

/** One thing that is measured, over and over. */
export type Look = (town: Town, n: number) => Promise<unknown>

export interface Slow {
  /** p99 of each round in milliseconds, in the small and in the large town. */
  readonly few: readonly number[]
  readonly many: readonly number[]
  /** p95 of all that was measured in the large one. */
  readonly p95: number
}

/**
 * Measures towns in turns, so that what disturbs one disturbs the other; a first round that nobody counts plans the
 * statements and reads what is looked at into memory.
 */
export async function interleaved(
  towns: readonly [Town, Town],
  rounds: number,
  looks: number,
  look: Look,
): Promise<Slow> {
  const slow: [number[], number[]] = [[], []]
  const all: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const times: [number[], number[]] = [[], []]
    for (let n = 0; n < looks; n += 1)
      for (const [at, town] of towns.entries()) {
        const startedAt = performance.now()
        await look(town, n)
        times[at]?.push(performance.now() - startedAt)
      }
    if (round === 0) continue
    times.forEach((found, at) => {
      slow[at]?.push(quantile(found, 0.99))
    })
    all.push(...times[1])
  }
  return { few: slow[0], many: slow[1], p95: quantile(all, 0.95) }
}

/** The value below which that share of all lies. */
export const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * q)] ?? Number.NaN
