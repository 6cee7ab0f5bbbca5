import { PdfRefused } from './refused.ts'
import { isSpace } from './sign.ts'

const ZERO = 0x7a
const END = 0x7e

/** Five signs of `!`..`u` make four bytes, `z` four zeros, `~>` is the end (ISO 32000-2, 7.4.3). @throws PdfRefused */
export function fromAscii85(data: Uint8Array, mostBytes: number): Uint8Array {
  let zeros = 0
  for (const code of data) if (code === ZERO) zeros += 1
  if (zeros * 4 > mostBytes) throw new PdfRefused('BUDGET')
  const made = new Uint8Array(data.length + zeros * 3 + 4)
  let length = 0
  let digits = 0
  let value = 0
  const flush = (count: number) => {
    if (value > 0xffffffff || count < 1) throw new PdfRefused('FILTER')
    for (let shift = 24; shift > 24 - count * 8; shift -= 8) made[length++] = value >>> shift
    value = 0
    digits = 0
  }
  for (const code of data) {
    if (code === END) break
    if (isSpace(code)) continue
    if (code === ZERO && digits === 0) length += 4
    else if (code >= 0x21 && code <= 0x75) {
      value = value * 85 + code - 0x21
      digits += 1
    } else throw new PdfRefused('FILTER')
    if (digits === 5) flush(4)
  }
  const left = digits
  if (left > 0) {
    for (; digits < 5; digits++) value = value * 85 + 84
    flush(left - 1)
  }
  return made.subarray(0, length)
}
