import type { OutboxItem } from './outbox.ts'

/** One row at hand; it may be begun before `untilMs`, a moment in milliseconds. */
export interface LeasedRow {
  readonly item: OutboxItem
  readonly untilMs: number
}

/** Rows that were leased and not begun, in the order in which they were leased. */
export class Leased {
  #rows: readonly LeasedRow[] = []

  get size(): number {
    return this.#rows.length
  }

  get targets(): readonly string[] {
    return this.#rows.map(({ item }) => item.target)
  }

  /** How many of them no dead program can have sent already. */
  get freshCount(): number {
    return this.#rows.filter(({ item }) => !item.isAmbiguous).length
  }

  add(items: readonly OutboxItem[], untilMs: number): void {
    this.#rows = [...this.#rows, ...items.map((item) => ({ item, untilMs }))]
  }

  /** The first row that is meant; it stays at hand. */
  first(isMeant: (item: OutboxItem) => boolean): LeasedRow | undefined {
    return this.#rows.find(({ item }) => isMeant(item))
  }

  /** Takes the rows that are meant out of hand. */
  takeOut(isMeant: (item: OutboxItem) => boolean): readonly OutboxItem[] {
    const out = this.#rows.filter(({ item }) => isMeant(item))
    this.#rows = this.#rows.filter(({ item }) => !isMeant(item))
    return out.map(({ item }) => item)
  }
}
