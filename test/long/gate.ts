import type { Chance } from './chance.ts'

/** Lets people act a few at a time, whoever chance picks, so that every life of the program meets some of them. */
export class Gate {
  readonly #chance: Chance
  readonly #waiting: (() => void)[] = []
  #room = 0

  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** Resolves when this one may act. */
  enter(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      this.#let()
    })
  }

  /** Lets so many more act, now or when they come. */
  open(count: number): void {
    this.#room += count
    this.#let()
  }

  #let(): void {
    while (this.#room > 0 && this.#waiting.length > 0) {
      this.#room -= 1
      const [enter] = this.#waiting.splice(this.#chance.pick(this.#waiting.length), 1)
      enter?.()
    }
  }
}
