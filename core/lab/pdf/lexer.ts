import type { Spending } from './budget.ts'
import { PdfRefused } from './refused.ts'
import { behindSpace, hexOf, isDigit, isRegular, isSpace, isWordAt } from './sign.ts'
import { hexStringAt, literalStringAt } from './string-token.ts'
import type { PdfName, PdfNumber, PdfString } from './value.ts'

/** Annex C asks for 127. */
const NAME_MAX = 4096
/** More of them no number needs, and their power of ten must stay finite. */
const DIGITS_MAX = 300

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
    const isSigned = bytes[start] === 0x2b || bytes[start] === 0x2d
    let at = isSigned ? start + 1 : start
    let value = 0
    let digits = 0
    let scale = 0
    for (let sign = bytes[at]; sign !== undefined && isRegular(sign); sign = bytes[++at]) {
      if (isDigit(sign)) {
        value = value * 10 + sign - 0x30
        digits += 1
        scale *= 10
      } else if (sign === 0x2e && scale === 0) scale = 1
      else this.refuse(at)
    }
    this.at = at
    if (digits === 0 || digits > DIGITS_MAX) this.refuse(start)
    const isInteger = scale === 0 && Number.isSafeInteger(value)
    if (bytes[start] === 0x2d && value !== 0) value = -value
    return { kind: 'number', value: scale > 1 ? value / scale : value, isInteger, start, end: at }
  }

  name(): PdfName {
    const start = this.at
    return { kind: 'name', name: this.nameText(), start, end: this.at }
  }

  /** What a name that stands here says. */
  nameText(): string {
    const { bytes, at: start } = this
    let name = ''
    for (this.at += 1; isRegular(bytes[this.at]); this.at++) {
      if (name.length === NAME_MAX) this.refuse(start)
      const sign = bytes[this.at]
      name += String.fromCharCode(sign === 0x23 ? this.#hexPair() : Number(sign))
    }
    return name
  }

  /** `#xx` within a name; goes on at its last digit. */
  #hexPair(): number {
    const [high, low] = [hexOf(this.bytes[this.at + 1]), hexOf(this.bytes[this.at + 2])]
    if (high < 0 || low < 0) this.refuse()
    this.at += 2
    return high * 16 + low
  }

  string(): PdfString {
    const { bytes, at } = this
    try {
      const found = bytes[at] === 0x3c ? hexStringAt(bytes, at) : literalStringAt(bytes, at)
      this.at = found.end
      return found
    } catch (error) {
      // Its end was looked for up to the end of the file.
      this.spending.scanned(bytes.length - at)
      throw error
    }
  }

  refuse(at = this.at): never {
    throw new PdfRefused('SYNTAX', at)
  }
}
