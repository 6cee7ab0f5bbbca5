import { PdfRefused } from './refused.ts'
import { behindEndOfLine, hexOf, isSpace } from './sign.ts'
import type { PdfString } from './value.ts'

/** Table 3: `\n \r \t \b \f`; any other sign stands for itself. */
const escapes = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
])

/** The string that begins with the `<` at this offset (ISO 32000-2, 7.3.4.3). @throws PdfRefused with `SYNTAX` */
export function hexStringAt(bytes: Uint8Array, start: number): PdfString {
  const end = bytes.indexOf(0x3e, start)
  if (end < 0) throw new PdfRefused('SYNTAX', start)
  const made = new Uint8Array((end - start) >> 1)
  let digits = 0
  for (let at = start + 1; at < end; at++) {
    const digit = hexOf(bytes[at])
    if (digit >= 0) made[digits >> 1] = Number(made[digits >> 1]) + (digits++ % 2 ? digit : digit * 16)
    else if (!isSpace(bytes[at])) throw new PdfRefused('SYNTAX', at)
  }
  return { kind: 'string', bytes: made.subarray(0, (digits + 1) >> 1), isHex: true, start, end: end + 1 }
}

/** The string that begins with the `(` at this offset (7.3.4.2). @throws PdfRefused with `SYNTAX` */
export function literalStringAt(bytes: Uint8Array, start: number): PdfString {
  let at = start + 1
  let isPlain = true
  for (let depth = 1; depth > 0; at++) {
    const sign = bytes[at]
    if (sign === undefined) throw new PdfRefused('SYNTAX', start)
    if (sign === 0x28) depth += 1
    else if (sign === 0x29) depth -= 1
    else if (sign === 0x5c || sign === 0x0d) {
      isPlain = false
      if (sign === 0x5c) at += 1
    }
  }
  const raw = bytes.subarray(start + 1, at - 1)
  return { kind: 'string', bytes: isPlain ? raw : unescaped(raw), isHex: false, start, end: at }
}

/** The end of a line counts as LF, and as nothing behind a backslash. */
function unescaped(raw: Uint8Array): Uint8Array {
  const made = new Uint8Array(raw.length)
  let length = 0
  for (let at = 0; at < raw.length; ) {
    const sign = Number(raw[at])
    if (sign === 0x5c) {
      const { code, end } = escapeAt(raw, at + 1)
      if (code !== undefined) made[length++] = code
      at = end
    } else {
      made[length++] = sign === 0x0d ? 0x0a : sign
      at = sign === 0x0d ? behindEndOfLine(raw, at) : at + 1
    }
  }
  return made.subarray(0, length)
}

function escapeAt(raw: Uint8Array, start: number): { readonly code?: number; readonly end: number } {
  const sign = Number(raw[start])
  if (sign < 0x30 || sign > 0x37) {
    const behind = behindEndOfLine(raw, start)
    return behind > start ? { end: behind } : { code: escapes.get(sign) ?? sign, end: start + 1 }
  }
  let code = 0
  let end = start
  for (; end < start + 3 && (Number(raw[end]) & 0xf8) === 0x30; end++) code = code * 8 + Number(raw[end]) - 0x30
  return { code: code & 0xff, end }
}
