import { CmsRefused, type Der, tags } from './der.ts'

/** A dotted object identifier. @throws CmsRefused unless every arc is as short as it can be (X.690 §8.19) */
export function oidOf({ tag, content }: Der): string {
  if (tag !== tags.OID) throw new CmsRefused('not an object identifier')
  const arcs: number[] = []
  let arc = 0
  let isInside = false
  for (const byte of content) {
    if (!isInside && byte === 0x80) throw new CmsRefused('a padded arc')
    arc = arc * 128 + (byte & 0x7f)
    if (arc > 2 ** 45) throw new CmsRefused('an absurd arc')
    isInside = byte >= 0x80
    if (isInside) continue
    arcs.push(arc)
    arc = 0
  }
  const [first, ...others] = arcs
  if (isInside || first === undefined) throw new CmsRefused('half an object identifier')
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - top * 40, ...others].join('.')
}

/** An integer in hexadecimal, two's complement. @throws CmsRefused unless it is as short as it can be */
export function integerOf({ tag, content }: Der): string {
  const [first, second = 0] = content
  if (tag !== tags.INTEGER || first === undefined) throw new CmsRefused('not an integer')
  const isPadded = content.length > 1 && (first === 0 ? second < 0x80 : first === 0xff && second >= 0x80)
  if (isPadded) throw new CmsRefused('a padded integer')
  return Buffer.from(content).toString('hex')
}

/** A count that fits thirty-one bits. @throws CmsRefused */
export function countOf(value: Der): number {
  const hex = integerOf(value)
  const count = Number.parseInt(hex, 16)
  if (hex.length > 8 || (value.content[0] ?? 0) >= 0x80) throw new CmsRefused('not a count')
  return count
}

/** @throws CmsRefused */
export function booleanOf({ tag, content }: Der): boolean {
  const [byte, ...others] = content
  if (tag !== tags.BOOLEAN || others.length > 0 || (byte !== 0 && byte !== 0xff)) throw new CmsRefused('not a boolean')
  return byte === 0xff
}

/** The bytes of a bit string that is made of whole bytes. @throws CmsRefused */
export function bytesOfBits({ tag, content }: Der): Uint8Array {
  if (tag !== tags.BIT_STRING || content[0] !== 0) throw new CmsRefused('not a bit string of bytes')
  return content.subarray(1)
}

/** The numbers of the bits that are set (X.690 §11.2). @throws CmsRefused */
export function bitsOf({ content }: Der): ReadonlySet<number> {
  const [unused = 8, ...bytes] = content
  const last = bytes.at(-1) ?? 0
  if (unused > 7 || (bytes.length === 0 && unused > 0) || (last & ((1 << unused) - 1)) !== 0)
    throw new CmsRefused('not a bit string')
  const set = new Set<number>()
  for (let bit = 0; bit < bytes.length * 8; bit++) if ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) set.add(bit)
  return set
}

/** The bytes of an octet string. @throws CmsRefused */
export function octetsOf({ tag, content }: Der): Uint8Array {
  if (tag !== tags.OCTET_STRING) throw new CmsRefused('not an octet string')
  return content
}

/** A moment in milliseconds (RFC 5280 §4.1.2.5; fractions as RFC 3161 §2.4.2 allows). @throws CmsRefused */
export function timeOf({ tag, content }: Der): number {
  const text = Buffer.from(content).toString('latin1')
  const shape = tag === tags.UTC_TIME ? /^(\d\d)(\d{10})Z$/ : /^(\d{4})(\d{10})(\.\d+)?Z$/
  const [, year = '', rest = '', fraction = ''] = shape.exec(text) ?? []
  if ((tag !== tags.UTC_TIME && tag !== tags.GENERALIZED_TIME) || rest === '') throw new CmsRefused('not a time')
  const century = year.length === 4 ? '' : Number(year) < 50 ? '20' : '19'
  const [month, day, hour, minute, second] = rest.match(/../g) ?? []
  const iso = `${century}${year}-${month}-${day}T${hour}:${minute}:${second}`
  const at = Date.parse(`${iso}Z`)
  // The thirtieth of February would be moved on silently.
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(iso)) throw new CmsRefused('not a day')
  return at + Math.floor(Number(`0${fraction || '.0'}`) * 1000)
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A text of a name. T61 is read as Latin 1, as everybody writes it. @throws CmsRefused when it is no text */
export function textOf({ tag, content }: Der): string {
  const bytes = Buffer.from(content)
  switch (tag) {
    case 0x0c:
      try {
        return utf8.decode(content)
      } catch {
        throw new CmsRefused('not UTF-8')
      }
    case 0x12: // NumericString
    case 0x13: // PrintableString
    case 0x14: // T61String
    case 0x16: // IA5String
    case 0x1a: // VisibleString
      return bytes.toString('latin1')
    case 0x1e: // BMPString
      if (bytes.length % 2 === 1) throw new CmsRefused('half a character')
      return bytes.swap16().toString('utf16le')
    case 0x1c: // UniversalString
      return Array.from({ length: bytes.length / 4 }, (_, n) => pointAt(bytes, n * 4)).join('')
    default:
      throw new CmsRefused('not a text')
  }
}

function pointAt(bytes: Buffer, at: number): string {
  const point = bytes.readUInt32BE(at)
  if (point > 0x10ffff) throw new CmsRefused('not a character')
  return String.fromCodePoint(point)
}

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

export const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
