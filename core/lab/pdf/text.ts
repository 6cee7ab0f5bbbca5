/** Where PDFDocEncoding is not Latin-1 (ISO 32000-2, annex D.2): 0x18 to 0x1f, 0x80 to 0x9e and 0xa0. */
const low = '\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc'
const high =
  '\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e'

/** Reads a text string: UTF-16BE or UTF-8 behind their marks, PDFDocEncoding otherwise (7.9.2.2); languages are left out. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return withoutLanguage(utf16(bytes.subarray(2)))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return withoutLanguage(new TextDecoder('utf-8').decode(bytes))
  return Array.from(bytes, documentSign).join('')
}

function documentSign(code: number): string {
  if (code >= 0x18 && code <= 0x1f) return low.charAt(code - 0x18)
  if (code >= 0x80 && code <= 0x9e) return high.charAt(code - 0x80)
  if (code === 0xa0) return '\u20ac'
  return code === 0x7f || code === 0x9f || code === 0xad ? '\ufffd' : String.fromCharCode(code)
}

function utf16(bytes: Uint8Array): string {
  const swapped = Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16()
  return new TextDecoder('utf-16le').decode(swapped)
}

/** Escapes stand in pairs around the name of the language that follows (7.9.2.2.3). */
function withoutLanguage(text: string): string {
  const parts = text.split('\u001b')
  return parts.length % 2 === 0 ? text : parts.filter((_, i) => i % 2 === 0).join('')
}

const datePattern =
  /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z(?:00'?(?:00'?)?)?|([+-])(\d\d)'?(?:(\d\d)'?)?)?$/

/** Reads a date (7.9.4) as ISO 8601 in UTC; one without a zone is taken as UTC. */
export function dateOf(text: string): string | undefined {
  const match = datePattern.exec(text.trim())
  if (match === null) return undefined
  const part = (index: number, byDefault: number) => Number(match[index] ?? byDefault)
  const [year, month, day, hour, minute, second] = [
    part(1, 0),
    part(2, 1),
    part(3, 1),
    part(4, 0),
    part(5, 0),
    part(6, 0),
  ]
  const isInDay = hour < 24 && minute < 60 && second < 60 && part(8, 0) < 24 && part(9, 0) < 60
  const local = new Date(0)
  local.setUTCFullYear(year, month - 1, day)
  local.setUTCHours(hour, minute, second)
  if (!isInDay || local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return undefined
  const offsetMinutes = (match[7] === '-' ? -1 : 1) * (part(8, 0) * 60 + part(9, 0))
  return new Date(local.getTime() - offsetMinutes * 60_000).toISOString()
}
