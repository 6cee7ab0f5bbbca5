/** One DER value (X.690) as it lies in its bytes; `children` only of constructed ones. */
export interface Der {
  readonly tag: number
  readonly start: number
  readonly contentStart: number
  readonly end: number
  readonly children: readonly Der[]
}

/** Reads the value at a position, children included. @throws Error when it does not fit its bytes */
export function derAt(bytes: Uint8Array, start = 0): Der {
  const [tag = 0, first = 0] = [bytes[start], bytes[start + 1]]
  const more = first < 0x80 ? 0 : first & 0x7f
  let length = more === 0 ? first : 0
  for (let n = 0; n < more; n += 1) length = length * 256 + (bytes[start + 2 + n] ?? 0)
  const contentStart = start + 2 + more
  const end = contentStart + length
  if (first === 0x80 || more > 4 || end > bytes.length) throw new Error('not DER')
  const children: Der[] = []
  if ((tag & 0x20) !== 0)
    for (let at = contentStart; at < end; at = children.at(-1)!.end) children.push(derAt(bytes, at))
  return { tag, start, contentStart, end, children }
}

/** A value of tag and content. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content)
  const size = body.length
  const bytes = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...bytes]), body])
}

export const sequence = (...content: readonly Uint8Array[]): Buffer => der(0x30, ...content)
export const setOf = (...content: readonly Uint8Array[]): Buffer => der(0x31, ...content)
export const octets = (content: Uint8Array): Buffer => der(0x04, content)
export const bits = (content: Uint8Array): Buffer => der(0x03, Buffer.from([0]), content)
export const nothing: Buffer = der(0x05)

/** A positive INTEGER. */
export function integer(value: number | bigint): Buffer {
  const hex = value.toString(16)
  const body = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return der(0x02, (body[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), body]) : body)
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const septets = (value: number): readonly number[] => {
    const low = [value & 0x7f]
    for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) low.unshift((left % 128) | 0x80)
    return low
  }
  return der(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(septets)))
}

/** UTCTime of an ISO 8601 instant. */
export const utcTime = (instant: string): Buffer =>
  der(0x17, Buffer.from(`${instant.replace(/[-:T]/g, '').slice(2, 14)}Z`))
