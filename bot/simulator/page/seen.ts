/** Remembers what was shown last of each place, so that places with something new can be marked. */
export class Seen {
  readonly #marks = new Map<string, string>()

  /** Notes that somebody looked at a place whose newest thing is this. */
  look(place: string, newest: string | undefined): void {
    this.#marks.set(place, newest ?? '')
  }

  isNew(place: string, newest: string | undefined): boolean {
    return newest !== undefined && newest !== this.#marks.get(place)
  }
}
