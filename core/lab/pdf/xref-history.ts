import type { XrefEntry } from './xref-section.ts'

/** Which entry each revision sees for a number; what is never overwritten is not indexed. */
export class XrefHistory {
  readonly #defines: readonly ReadonlyMap<number, XrefEntry>[]
  /** The updates that write a number, the oldest first. */
  readonly #updates = new Map<number, number[]>()

  /** `defines` of every revision, the oldest first. */
  constructor(defines: readonly ReadonlyMap<number, XrefEntry>[]) {
    this.#defines = defines
    for (const [index, entries] of defines.entries())
      if (index > 0)
        for (const number of entries.keys()) {
          const known = this.#updates.get(number)
          if (known === undefined) this.#updates.set(number, [index])
          else known.push(index)
        }
  }

  entry(number: number, revision: number): XrefEntry | undefined {
    const writer = this.#updates.get(number)?.findLast((index) => index <= revision) ?? 0
    return this.#defines[writer]?.get(number)
  }

  /** All numbers in use at a revision, ascending. */
  numbers(revision: number): readonly number[] {
    const all = new Set(this.#defines.slice(0, revision + 1).flatMap((entries) => [...entries.keys()]))
    const isInUse = (number: number) => (this.entry(number, revision)?.kind ?? 'free') !== 'free'
    return [...all].filter(isInUse).sort((one, other) => one - other)
  }
}
