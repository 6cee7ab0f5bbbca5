import type { Spending } from './budget.ts'
import type { PdfObject } from './document.ts'
import type { Encryption } from './encryption.ts'
import { type FilterStep, filtersOf, unfiltered } from './filter.ts'
import { type IndirectObject, indirectObjectAt } from './indirect-object.ts'
import { type ObjectStream, objectStreamOf } from './object-stream.ts'
import { plainStrings } from './plain-string.ts'
import { PdfRefused } from './refused.ts'
import { isDigit } from './sign.ts'
import { type PdfReference, type PdfStream, type PdfValue, wholeOf } from './value.ts'
import type { XrefHistory } from './xref-history.ts'

const HOPS_MAX = 8

/** Where an object is looked up: in which revision, and where that one ends. */
export interface View {
  readonly index: number
  readonly end: number
}

interface Parsed {
  readonly object: PdfObject
  /** What a stream's length refers to, which another revision may see otherwise, and what it was. */
  readonly length: { readonly reference: PdfReference; readonly value: number | undefined } | undefined
}

/** Looks objects up and parses each place of the file once. Every method @throws PdfRefused */
export class ObjectReader {
  readonly #bytes: Uint8Array
  readonly #spending: Spending
  readonly #history: XrefHistory
  readonly #objects = new Map<number, Parsed>()
  readonly #streams = new WeakMap<PdfStream, ObjectStream>()
  /** Offsets that are being parsed: a stream may need the length that stands in itself. */
  readonly #underWay = new Set<number>()
  #encryption: Encryption | undefined

  constructor(bytes: Uint8Array, history: XrefHistory, spending: Spending) {
    this.#bytes = bytes
    this.#history = history
    this.#spending = spending
  }

  /** From now on strings and streams are decrypted; what was read before stays as it is. */
  decryptBy(encryption: Encryption): void {
    this.#encryption = encryption
  }

  object(view: View, number: number, generation?: number): PdfObject | undefined {
    const entry = this.#history.entry(number, view.index)
    if (entry === undefined || entry.kind === 'free') return undefined
    if (generation !== undefined && generation !== (entry.kind === 'file' ? entry.generation : 0)) return undefined
    if (entry.kind === 'object-stream') return this.#packed(view, number, entry.stream, entry.index)
    const object = this.#parsedAt(view, entry.offset)
    const isRight = object.number === number && object.generation === entry.generation
    if (!isRight || (object.place.in === 'file' && object.place.end > view.end))
      throw new PdfRefused('OBJECT', entry.offset)
    return object
  }

  /** All numbers in use, ascending. */
  numbers({ index }: View): readonly number[] {
    const found = this.#history.numbers(index)
    // To collect one takes as long as to read some bytes.
    this.#spending.scanned(found.length * 16)
    return found
  }

  resolve(view: View, value: PdfValue | undefined): PdfValue | undefined {
    let found = value
    for (let hops = 0; found?.kind === 'reference'; hops++) {
      if (hops === HOPS_MAX) throw new PdfRefused('OBJECT', found.start)
      found = this.object(view, found.number, found.generation)?.value
    }
    return found
  }

  decode(view: View, stream: PdfStream): Uint8Array {
    const raw = this.#bytes.subarray(stream.dataStart, stream.dataEnd)
    if (this.#encryption !== undefined) this.#spending.unpacked(raw.length)
    let data = this.#encryption?.stream(raw, stream) ?? raw
    const isOwnCipher = ({ name }: FilterStep) => name === 'Crypt'
    const steps = filtersOf(stream.dictionary, (value) => this.resolve(view, value))
    for (const step of steps) if (!isOwnCipher(step)) data = unfiltered(data, step, this.#spending)
    return data
  }

  #parsedAt(view: View, offset: number): PdfObject {
    const known = this.#objects.get(offset)
    if (known !== undefined && known.length === undefined) return known.object
    if (this.#underWay.has(offset) || this.#underWay.size > HOPS_MAX) throw new PdfRefused('XREF_LOOP', offset)
    // From the middle of a number another object would be read.
    if (isDigit(this.#bytes[offset - 1])) throw new PdfRefused('OBJECT', offset)
    this.#underWay.add(offset)
    try {
      if (known !== undefined && this.#isSameLength(view, known)) return known.object
      const parsed = this.#parse(view, offset)
      this.#objects.set(offset, parsed)
      return parsed.object
    } finally {
      this.#underWay.delete(offset)
    }
  }

  #parse(view: View, offset: number): Parsed {
    let length: Parsed['length']
    const found = indirectObjectAt(this.#bytes, offset, this.#spending, (reference) => {
      const value = this.#lengthIn(view, reference)
      length = { reference, value }
      return value
    })
    const { number, generation, start, end } = found
    return { object: { number, generation, value: this.#plain(found), place: { in: 'file', start, end } }, length }
  }

  #isSameLength(view: View, { length }: Parsed): boolean {
    return length === undefined || this.#lengthIn(view, length.reference) === length.value
  }

  #lengthIn(view: View, { number, generation }: PdfReference): number | undefined {
    return wholeOf(this.object(view, number, generation)?.value)
  }

  #plain({ value, number, generation }: IndirectObject): PdfValue {
    const encryption = this.#encryption
    if (encryption === undefined) return value
    return plainStrings(value, (bytes) => encryption.string(bytes, number, generation))
  }

  #packed(view: View, number: number, holder: number, index: number): PdfObject {
    const entry = this.#history.entry(holder, view.index)
    // An object stream stands in the file itself (7.5.7).
    const value = entry?.kind === 'file' ? this.object(view, holder, 0)?.value : undefined
    if (value?.kind !== 'stream') throw new PdfRefused('OBJECT_STREAM')
    const known = this.#streams.get(value)
    const stream = known ?? objectStreamOf(value, this.decode(view, value), this.#spending)
    if (known === undefined) this.#streams.set(value, stream)
    return stream.object(number, index)
  }
}
