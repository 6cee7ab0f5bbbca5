import type { PdfRevision } from '../pdf/document.ts'
import type { PdfDictionary, PdfValue } from '../pdf/value.ts'
import { eachReference, type ReferenceIndex, trailerNumber } from './reference-index.ts'

/**
 * From where changed objects may be referred to. What was changed in one role, such as the catalog's, must not at the
 * same time be a part of something else that nobody compared.
 */
export class Claims {
  readonly #places = new Map<number, Set<string>>()
  readonly #under = new Map<number, ReadonlySet<string>>()
  readonly #anywhere = new Set<number>()

  /** One place, of an object or the trailer, may refer to this object. */
  add(number: number, parent: number, path: string): void {
    const places = this.#places.get(number)
    if (places) places.add(`${parent}${path}`)
    else this.#places.set(number, new Set([`${parent}${path}`]))
  }

  /** Whatever has it under one of these keys may, or in a list. */
  addUnder(number: number, keys: ReadonlySet<string>): void {
    this.#under.set(number, keys)
  }

  /** Everybody may: all of this object was compared, whatever it is taken for. */
  addAnywhere(number: number): void {
    this.#anywhere.add(number)
  }

  isAnywhere(number: number): boolean {
    return this.#anywhere.has(number)
  }

  has(number: number): boolean {
    return this.#anywhere.has(number) || this.#under.has(number) || this.#places.has(number)
  }

  fits(number: number, parent: number, path: string): boolean {
    if (this.#anywhere.has(number) || this.#places.get(number)?.has(`${parent}${path}`)) return true
    const keys = this.#under.get(number)
    return keys !== undefined && (path === '' || keys.has(path.slice(path.lastIndexOf('/') + 1)))
  }
}

/** A value and where it stands in a revision; whoever goes down through a reference claims what is behind it. */
export class Placed {
  readonly claims: Claims
  readonly revision: PdfRevision
  /** What stands there, resolved; undefined for null as well. */
  readonly value: PdfValue | undefined
  /** The object, or the trailer, in which the value stands. */
  readonly number: number
  readonly #path: string

  constructor(claims: Claims, revision: PdfRevision, entry: PdfValue | undefined, number: number, path: string) {
    const isIndirect = entry?.kind === 'reference'
    if (isIndirect) claims.add(entry.number, number, path)
    const value = isIndirect ? revision.object(entry.number, entry.generation)?.value : entry
    this.claims = claims
    this.revision = revision
    this.value = value?.kind === 'null' ? undefined : value
    this.number = isIndirect ? entry.number : number
    this.#path = isIndirect ? '' : path
  }

  /** The dictionary that stands here. */
  get dictionary(): PdfDictionary | undefined {
    return this.value?.kind === 'dictionary' ? this.value : undefined
  }

  /** The keys of a dictionary; empty for anything else. */
  get keys(): readonly string[] {
    return [...(this.dictionary?.entries.keys() ?? [])]
  }

  child(key: string): Placed {
    const entry = this.dictionary?.entries.get(key)
    return new Placed(this.claims, this.revision, entry, this.number, `${this.#path}/${key}`)
  }

  /** The items of an array; empty for anything else. */
  items(): readonly Placed[] {
    const items = this.value?.kind === 'array' ? this.value.items : []
    return items.map((item) => new Placed(this.claims, this.revision, item, this.number, this.#path))
  }
}

/** What two revisions have at the same place. */
export interface Pair {
  readonly before: Placed
  readonly after: Placed
}

export const childOf = ({ before, after }: Pair, key: string): Pair => ({
  before: before.child(key),
  after: after.child(key),
})

/** True when an object that is not new refers to this one now from where nobody claimed it; `isExempt` passes some over. */
export function isReferredElsewhere(
  number: number,
  { claims, index, after, added }: Referring,
  isExempt: (parent: number) => boolean,
): boolean {
  for (const parent of index.parentsOf(number)) {
    if (added.has(parent) || isExempt(parent)) continue
    const value = parent === trailerNumber ? after.trailer : after.object(parent)?.value
    if (value !== undefined && refersUnclaimed(value, parent, number, claims)) return true
  }
  return false
}

interface Referring {
  readonly claims: Claims
  readonly index: ReferenceIndex
  readonly after: PdfRevision
  readonly added: ReadonlySet<number>
}

function refersUnclaimed(value: PdfValue, parent: number, number: number, claims: Claims): boolean {
  let isUnclaimed = false
  eachReference(value, (reference, path) => {
    if (reference.number === number && !claims.fits(number, parent, path)) isUnclaimed = true
  })
  return isUnclaimed
}
