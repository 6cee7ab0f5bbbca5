/** Bytes of a value, or of several in a row. */
export type Part = Uint8Array

/** A value with its tag and the shortest length. */
export function der(tag: number, ...parts: readonly Part[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const head =
    length < 128 ? [length] : length < 256 ? [0x81, length] : length < 65536 ? [0x82, length >> 8, length & 255] : null
  const long = head ?? [0x83, length >> 16, (length >> 8) & 255, length & 255]
  return Buffer.concat([Buffer.from([tag, ...long]), content])
}

export const seq = (...parts: readonly Part[]): Buffer => der(0x30, ...parts)
export const set = (...parts: readonly Part[]): Buffer => der(0x31, ...parts)
export const ctx = (n: number, ...parts: readonly Part[]): Buffer => der(0xa0 | n, ...parts)
export const octets = (bytes: Part): Buffer => der(0x04, bytes)
export const bits = (bytes: Part, unused = 0): Buffer => der(0x03, Buffer.from([unused]), bytes)
export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text))
export const nul = der(0x05)
export const bool = (value: boolean): Buffer => der(0x01, Buffer.from([value ? 0xff : 0]))

export function int(value: bigint | number): Buffer {
  const hex = BigInt(value).toString(16)
  const bytes = Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, 'hex')
  return der(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
}

export function oid(dotted: string): Buffer {
  const [a = 0, b = 0, ...arcs] = dotted.split('.').map(Number)
  const bytes = [a * 40 + b, ...arcs].flatMap((arc) => {
    const digits = [arc % 128]
    for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift((rest % 128) + 128)
    return digits
  })
  return der(0x06, Buffer.from(bytes))
}

/** GeneralizedTime of an ISO moment. */
export const moment = (iso: string): Buffer =>
  der(0x18, Buffer.from(new Date(iso).toISOString().replace(/[-:T]|\.\d+/g, '')))

/** UTCTime of an ISO moment. */
export const utcMoment = (iso: string): Buffer =>
  der(
    0x17,
    Buffer.from(
      new Date(iso)
        .toISOString()
        .slice(2)
        .replace(/[-:T]|\.\d+/g, ''),
    ),
  )
