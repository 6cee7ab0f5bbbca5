/** A DER value (X.690) with its tag and the shortest length. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  if (length > 0xffff) throw new RangeError('a value of more than 64 KB')
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
export const setOf = (...parts: readonly Uint8Array[]): Buffer => der(0x31, ...parts.toSorted(Buffer.compare))
export const octets = (bytes: Uint8Array): Buffer => der(0x04, bytes)
export const bits = (bytes: Uint8Array, unused = 0): Buffer => der(0x03, Buffer.from([unused]), bytes)
export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text))
export const yes: Buffer = der(0x01, Buffer.from([0xff]))
/** `[n]`, constructed. */
export const tagged = (n: number, ...parts: readonly Uint8Array[]): Buffer => der(0xa0 + n, ...parts)

/** A whole number from 0, by its bytes or itself. */
export function integer(value: number | Uint8Array): Buffer {
  const bytes = typeof value === 'number' ? Buffer.from(value.toString(16).padStart(2, '0'), 'hex') : value
  const start = bytes.findIndex((byte) => byte !== 0)
  const shortest = start < 0 ? bytes.subarray(-1) : bytes.subarray(start)
  const [first = 0] = shortest
  return first >= 0x80 ? der(0x02, Buffer.from([0]), shortest) : der(0x02, shortest)
}

/** An object identifier by its numbers with dots between. */
export function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number)
  const encoded = [first * 40 + second, ...rest].flatMap((number) => {
    const groups = [number & 0x7f]
    for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left & 0x7f) | 0x80)
    return groups
  })
  return der(0x06, Buffer.from(encoded))
}

const digitsOf = (at: string): string => new Date(at).toISOString().replace(/[-:T]|\.\d+Z/g, '')

/** UTCTime for moments (ISO 8601) before 2050 (RFC 5280 §4.1.2.5). */
export const utcTime = (at: string): Buffer => der(0x17, Buffer.from(`${digitsOf(at).slice(2)}Z`))

/** GeneralizedTime, to the second. */
export const generalizedTime = (at: string): Buffer => der(0x18, Buffer.from(`${digitsOf(at)}Z`))
