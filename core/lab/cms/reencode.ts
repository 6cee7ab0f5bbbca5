import asn1, { type Asn1 } from 'node-forge/lib/asn1.js'
import { bodyAt, CmsRefused, endAt, tags } from './der.ts'

const sizeMaxBytes = 1024 * 1024
const depthMax = 48
const valuesMax = 100_000

/**
 * Takes the structure at the head of `/Contents`, whose tail must be zeros. Two readers must agree on it: node-forge's
 * re-encoding is the input again, unless lengths are indefinite (BER), which it makes definite.
 * @returns DER
 * @throws CmsRefused
 */
export function reencode(contents: Uint8Array): Uint8Array {
  const { end, isBer } = scan(contents)
  if (contents.subarray(end).some((byte) => byte !== 0)) throw new CmsRefused('bytes behind the structure')
  const input = Buffer.from(contents.subarray(0, end)).toString('latin1')
  const options = { strict: true, parseAllBytes: true, decodeBitStrings: false, maxDepth: depthMax + 2 }
  const output = asn1.toDer(withIntegers(asn1.fromDer(input, options))).getBytes()
  if (!isBer && output !== input) throw new CmsRefused('not DER')
  return isBer ? Buffer.from(output, 'latin1') : contents.subarray(0, end)
}

/**
 * Has integers written as they stand. The library would shorten padded ones, which we refuse where one is read; some
 * old time stamps hold attribute certificates with such, which nobody reads.
 */
function withIntegers(value: Asn1): Asn1 {
  if (typeof value.value !== 'string') for (const inner of value.value) withIntegers(inner)
  else if (value.type === tags.INTEGER) value.bitStringContents = value.value
  return value
}

/** Goes over all values once, so that nothing too deep, too long or too many reaches a reader that recurses. */
function scan(bytes: Uint8Array): { readonly end: number; readonly isBer: boolean } {
  const limit = Math.min(bytes.length, sizeMaxBytes)
  /** Ends of the structures that are open, and -1 for one that a mark ends. */
  const open: number[] = []
  let isBer = false
  let at = 0
  for (let count = 0; count < valuesMax; count++) {
    const mark = bytes[at] === 0 && bytes[at + 1] === 0
    const inside = open.findLast((end) => end >= 0) ?? limit
    if (mark && open.at(-1) === -1) {
      open.pop()
      at += 2
    } else if (bytes[at + 1] === 0x80 && isConstructed(bytes[at])) {
      isBer = true
      open.push(-1)
      at += 2
    } else {
      const body = bodyAt(bytes, at, inside)
      const end = endAt(bytes, at, body, inside)
      if (isConstructed(bytes[at])) open.push(end)
      at = isConstructed(bytes[at]) ? body : end
    }
    while (open.at(-1) === at) open.pop()
    if (open.length === 0) return { end: at, isBer }
    if (open.length > depthMax) throw new CmsRefused('too deep')
  }
  throw new CmsRefused('too many values')
}

const isConstructed = (tag = 0): boolean => (tag & 0x20) !== 0
