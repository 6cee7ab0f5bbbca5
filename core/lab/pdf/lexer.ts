import type { Spending } from './budget.ts'
import { PdfRefused } from './refused.ts'
import { behindEndOfLine, behindSpace, hexOf, isDigit, isRegular, isSpace, isWordAt } from './sign.ts'
import type { PdfName, PdfNumber, PdfString } from './value.ts'

/** Table 3: `\\n \\r \\t \\b \\f`; any other sign stands for itself. */
const escapes = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
])

/** Reads the tokens of ISO 32000-2, 7.2 and 7.3, one behind the other. Every method @throws PdfRefused with `SYNTAX` */
export class Lexer {
  readonly bytes: Uint8Array
  readonly spending: Spending
  at: number

  constructor(bytes: Uint8Array, at: number, spending: Spending) {
    this.bytes = bytes
    this.at = at
    this.spending = spending
  }

  skipSpace(): void {
    this.at = behindSpace(this.bytes, this.at)
  }

  /** Goes on behind a keyword that must stand here. */
  keyword(word: string): void {
    if (!isWordAt(this.bytes, this.at, word) || isRegular(this.bytes[this.at + word.length])) this.refuse()
    this.at += word.length
  }

  isAtKeyword(word: string): boolean {
    return isWordAt(this.bytes, this.at, word) && !isRegular(this.bytes[this.at + word.length])
  }

  /** An integer without a sign of at most 15 digits. */
  whole(): number {
    const start = this.at
    let value = 0
    for (let digit = this.bytes[this.at]; isDigit(digit); digit = this.bytes[++this.at])
      value = value * 10 + Number(digit) - 0x30
    if (this.at === start || this.at - start > 15 || isRegular(this.bytes[this.at])) this.refuse(start)
    return value
  }

  /** White space that must stand between two tokens. */
  gap(): void {
    if (!isSpace(this.bytes[this.at]) && this.bytes[this.at] !== 0x25) this.refuse()
    this.skipSpace()
  }

  number(): PdfNumber {
    const { bytes, at: start } = this
    if (bytes[start] === 0x2b || bytes[start] === 0x2d) this.at += 1
    let digits = 0
    let points = 0
    for (; isRegular(bytes[this.at]); this.at++) {
      if (isDigit(bytes[this.at])) digits += 1
      else if (bytes[this.at] === 0x2e) points += 1
      else this.refuse()
    }
    if (digits === 0 || points > 1) this.refuse(start)
    const value = Number(String.fromCharCode(...bytes.subarray(start, Math.min(this.at, start + 400))))
    if (!Number.isFinite(value)) this.refuse(start)
    return { kind: 'number', value, isInteger: points === 0 && Number.isSafeInteger(value), start, end: this.at }
  }

  name(): PdfName {
    const { bytes, at: start } = this
    let name = ''
    for (this.at += 1; isRegular(bytes[this.at]); this.at++) {
      const sign = bytes[this.at]
      name += String.fromCharCode(sign === 0x23 ? this.#hexPair() : Number(sign))
    }
    return { kind: 'name', name, start, end: this.at }
  }

  /** `#xx` within a name; goes on at its last digit. */
  #hexPair(): number {
    const [high, low] = [hexOf(this.bytes[this.at + 1]), hexOf(this.bytes[this.at + 2])]
    if (high < 0 || low < 0) this.refuse()
    this.at += 2
    return high * 16 + low
  }

  hexString(): PdfString {
    const { bytes, at: start } = this
    const end = bytes.indexOf(0x3e, start)
    if (end < 0) this.refuse(start)
    const made = new Uint8Array((end - start) >> 1)
    let digits = 0
    for (this.at = start + 1; this.at < end; this.at++) {
      const digit = hexOf(bytes[this.at])
      if (digit >= 0) made[digits >> 1] = Number(made[digits >> 1]) + (digits++ % 2 ? digit : digit * 16)
      else if (!isSpace(bytes[this.at])) this.refuse()
    }
    this.at = end + 1
    return { kind: 'string', bytes: made.subarray(0, (digits + 1) >> 1), isHex: true, start, end: this.at }
  }

  literalString(): PdfString {
    const { bytes, at: start } = this
    const made: number[] = []
    let depth = 1
    this.at += 1
    for (;;) {
      const sign = bytes[this.at]
      if (sign === undefined) this.refuse(start)
      if (sign === 0x28) depth += 1
      if (sign === 0x29 && --depth === 0) break
      if (sign === 0x5c) this.#escape(made)
      else if (sign === 0x0d) {
        made.push(0x0a)
        this.at = behindEndOfLine(bytes, this.at)
      } else {
        made.push(Number(sign))
        this.at += 1
      }
    }
    this.at += 1
    return { kind: 'string', bytes: Uint8Array.from(made), isHex: false, start, end: this.at }
  }

  /** One escape of table 3; a backslash before anything else is left out. */
  #escape(made: number[]): void {
    const { bytes } = this
    const sign = bytes[++this.at]
    const behind = behindEndOfLine(bytes, this.at)
    if (behind > this.at) {
      this.at = behind
      return
    }
    if (sign === undefined || sign < 0x30 || sign > 0x37) {
      if (sign !== undefined) made.push(escapes.get(sign) ?? sign)
      this.at += 1
      return
    }
    let value = 0
    const stop = this.at + 3
    for (; this.at < stop && (Number(bytes[this.at]) & 0xf8) === 0x30; this.at++)
      value = value * 8 + Number(bytes[this.at]) - 0x30
    made.push(value & 0xff)
  }

  refuse(at = this.at): never {
    throw new PdfRefused('SYNTAX', at)
  }
}
