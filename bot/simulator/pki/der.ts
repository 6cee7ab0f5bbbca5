/** One value in DER (X.690): tag, the shortest length, content. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content])
}

function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length]
  const bytes = bytesOf(BigInt(length))
  return [0x80 | bytes.length, ...bytes]
}

function bytesOf(value: bigint): Buffer {
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
export const octets = (bytes: Uint8Array): Buffer => der(0x04, bytes)
export const bits = (bytes: Uint8Array, unused = 0): Buffer => der(0x03, Buffer.from([unused]), bytes)
export const text = (words: string): Buffer => der(0x0c, Buffer.from(words))
export const yes: Buffer = der(0x01, Buffer.from([0xff]))
export const nothing: Buffer = der(0x05)

/** `[n]`, of a structure or around a value. */
export const tagged = (n: number, ...parts: readonly Uint8Array[]): Buffer => der(0xa0 | n, ...parts)

/** A SET OF, in the order of its bytes (X.690 §11.6). */
export const setOf = (...parts: readonly Uint8Array[]): Buffer => der(0x31, ...parts.toSorted(Buffer.compare))

/** An INTEGER that is not negative. */
export function integer(value: bigint | number): Buffer {
  const bytes = bytesOf(BigInt(value))
  return der(0x02, ...((bytes[0] ?? 0) >= 0x80 ? [Buffer.from([0])] : []), bytes)
}

/** An OBJECT IDENTIFIER in its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...arcs] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...arcs].flatMap(digitsOf)))
}

function digitsOf(arc: number): readonly number[] {
  const digits = [arc % 128]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift((rest % 128) | 0x80)
  return digits
}

/** Time of RFC 5280 §4.1.2.5: UTCTime until 2049, GeneralizedTime from then on. */
export function time(moment: Date): Buffer {
  const isShort = moment.getUTCFullYear() < 2050
  return isShort ? der(0x17, Buffer.from(digits(moment).slice(2))) : generalizedTime(moment)
}

export const generalizedTime = (moment: Date): Buffer => der(0x18, Buffer.from(digits(moment)))

const digits = (moment: Date): string => moment.toISOString().replace(/[-:T]|\.\d+/g, '')
