import { Lexer } from './lexer.ts'
import { PdfRefused } from './refused.ts'
import { isDigit, isRegular } from './sign.ts'
import type { PdfArray, PdfDictionary, PdfNumber, PdfReference, PdfValue } from './value.ts'

/** Reads values (ISO 32000-2, 7.3) but streams. Every method @throws PdfRefused */
export class Parser extends Lexer {
  #depth = 0

  /** The value that stands here or behind white space. */
  value(): PdfValue {
    this.skipSpace()
    this.spending.value()
    const start = this.at
    switch (this.bytes[start]) {
      case 0x2f:
        return this.name()
      case 0x28:
        return this.string()
      case 0x5b:
        return this.#array()
      case 0x3c:
        return this.bytes[start + 1] === 0x3c ? this.#dictionary() : this.string()
      default:
        return this.#number() ?? this.#word()
    }
  }

  /** A dictionary that must stand here or behind white space. */
  dictionary(): PdfDictionary {
    const value = this.value()
    return value.kind === 'dictionary' ? value : this.refuse(value.start)
  }

  #descend(): void {
    if (++this.#depth > this.spending.budget.nestingMax) throw new PdfRefused('BUDGET', this.at)
  }

  #array(): PdfArray {
    const start = this.at++
    const items: PdfValue[] = []
    this.#descend()
    for (this.skipSpace(); this.bytes[this.at] !== 0x5d; this.skipSpace()) items.push(this.value())
    this.at += 1
    this.#depth -= 1
    return { kind: 'array', items, start, end: this.at }
  }

  #dictionary(): PdfDictionary {
    const start = this.at
    const entries = new Map<string, PdfValue>()
    let hasDuplicates = false
    this.#descend()
    this.at += 2
    for (this.skipSpace(); this.bytes[this.at] === 0x2f; this.skipSpace()) {
      const name = this.nameText()
      const value = this.value()
      const known = entries.get(name)
      if (known === undefined) entries.set(name, value)
      else hasDuplicates ||= !this.#isSameToken(known, value)
    }
    if (this.bytes[this.at] !== 0x3e || this.bytes[this.at + 1] !== 0x3e) this.refuse()
    this.at += 2
    this.#depth -= 1
    return { kind: 'dictionary', entries, hasDuplicates, start, end: this.at }
  }

  /** True when two values are written by the same bytes, so that nobody can tell which of them is meant. */
  #isSameToken(one: PdfValue, other: PdfValue): boolean {
    return Buffer.compare(this.bytes.subarray(one.start, one.end), this.bytes.subarray(other.start, other.end)) === 0
  }

  #number(): PdfNumber | PdfReference | undefined {
    const sign = this.bytes[this.at]
    if (isDigit(sign)) {
      const number = this.number()
      return (number.isInteger ? this.#reference(number) : undefined) ?? number
    }
    return sign === 0x2b || sign === 0x2d || sign === 0x2e ? this.number() : undefined
  }

  /** `12 0 R` whose first number was read, or undefined and nothing further read. */
  #reference({ value: number, start, end }: PdfNumber): PdfReference | undefined {
    this.skipSpace()
    let generation = 0
    const from = this.at
    for (let digit = this.bytes[from]; isDigit(digit) && this.at - from < 6; digit = this.bytes[++this.at])
      generation = generation * 10 + Number(digit) - 0x30
    const behind = this.at
    if (behind > from && behind > end) this.skipSpace()
    if (behind > from && this.at > behind && this.bytes[this.at] === 0x52 && !isRegular(this.bytes[this.at + 1])) {
      this.at += 1
      return { kind: 'reference', number, generation, start, end: this.at }
    }
    this.at = end
    return undefined
  }

  #word(): PdfValue {
    const start = this.at
    for (const [word, value] of [
      ['true', true],
      ['false', false],
    ] as const)
      if (this.isAtKeyword(word)) {
        this.at += word.length
        return { kind: 'boolean', value, start, end: this.at }
      }
    this.keyword('null')
    return { kind: 'null', start, end: this.at }
  }
}
