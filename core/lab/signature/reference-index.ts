import type { PdfObject, PdfRevision } from '../pdf/document.ts'
import { PdfRefused } from '../pdf/refused.ts'
import type { PdfReference, PdfValue } from '../pdf/value.ts'

/** In place of an object's number: the trailer. */
export const trailerNumber = -1

/** Who refers to whom, of all that can be reached from the trailer; kept up to date from one revision to the next. */
export class ReferenceIndex {
  readonly #parents = new Map<number, Set<number>>()
  readonly #reached = new Set<number>()
  #isBlind = false

  /** @throws PdfRefused with `BUDGET` alone */
  constructor(revision: PdfRevision) {
    this.#visit(revision, revision.trailer, trailerNumber)
  }

  /** Goes on to the next revision, of which these objects are new or other ones. @throws PdfRefused */
  advance(revision: PdfRevision, changed: Iterable<number>): void {
    this.#visit(revision, revision.trailer, trailerNumber)
    for (const number of changed) if (this.#reached.has(number)) this.#visitObject(revision, number)
  }

  /** The objects that refer to this one now, or did in an earlier revision; what is reached at all was reached once. */
  parentsOf(number: number): Iterable<number> {
    return this.#parents.get(number) ?? []
  }

  /** True when something that is reached cannot be read, so that nobody knows what it refers to. */
  get isBlind(): boolean {
    return this.#isBlind
  }

  isReached(number: number): boolean {
    return this.#reached.has(number)
  }

  #visitObject(revision: PdfRevision, number: number): void {
    const object = this.#read(revision, number)
    if (object) this.#visit(revision, object.value, number)
  }

  /** What a file was signed with may be unreadable; what was written later is read by others before. */
  #read(revision: PdfRevision, number: number): PdfObject | undefined {
    try {
      return revision.object(number)
    } catch (error) {
      if (!(error instanceof PdfRefused) || error.code === 'BUDGET') throw error
      this.#isBlind = true
      return undefined
    }
  }

  #visit(revision: PdfRevision, from: PdfValue, parent: number): void {
    const waiting: (readonly [PdfValue, number])[] = [[from, parent]]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [value, holder] = next
      eachReference(value, ({ number }) => {
        const parents = this.#parents.get(number)
        if (parents) parents.add(holder)
        else this.#parents.set(number, new Set([holder]))
        if (this.#reached.has(number)) return
        this.#reached.add(number)
        const object = this.#read(revision, number)
        if (object) waiting.push([object.value, number])
      })
    }
  }
}

/** Calls for every reference within a value, with the names of the keys that lead there. */
export function eachReference(value: PdfValue, call: (reference: PdfReference, path: string) => void, path = ''): void {
  switch (value.kind) {
    case 'reference':
      call(value, path)
      return
    case 'array':
      for (const item of value.items) eachReference(item, call, path)
      return
    case 'stream':
      eachReference(value.dictionary, call, path)
      return
    case 'dictionary':
      for (const [key, entry] of value.entries)
        if (entry.kind === 'reference' || entry.kind === 'array' || entry.kind === 'dictionary')
          eachReference(entry, call, `${path}/${key}`)
  }
}

export function hasReference(value: PdfValue | undefined): boolean {
  let has = false
  if (value !== undefined)
    eachReference(value, () => {
      has = true
    })
  return has
}
