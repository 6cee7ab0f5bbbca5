import type { PdfDictionary, PdfValue } from '../../../core/lab/pdf/value.ts'

/** Entries of a dictionary as they are written, one byte to a sign. */
export type Entries = Map<string, string>

/**
 * A value as it is written (ISO 32000-2 §7.3).
 * @param source the file, when a value is to stay as it is written there: strings of encrypted files are
 */
export function written(value: PdfValue, source?: Uint8Array): string {
  if (source) return Buffer.from(source.subarray(value.start, value.end)).toString('latin1')
  switch (value.kind) {
    case 'null':
      return 'null'
    case 'boolean':
    case 'number':
      return String(value.value)
    case 'name':
      return nameText(value.name)
    case 'string':
      return `<${Buffer.from(value.bytes).toString('hex')}>`
    case 'reference':
      return `${value.number} ${value.generation} R`
    case 'array':
      return `[${value.items.map((item) => written(item)).join(' ')}]`
    case 'dictionary':
      return dictionaryText(entriesOf(value))
    case 'stream':
      throw new Error('a stream is an object of its own')
  }
}

export const entriesOf = ({ entries }: PdfDictionary, source?: Uint8Array): Entries =>
  new Map([...entries].map(([key, value]) => [key, written(value, source)]))

export const dictionaryText = (entries: ReadonlyMap<string, string>): string =>
  `<< ${[...entries].map(([key, value]) => `${nameText(key)} ${value}`).join(' ')} >>`

const nameText = (name: string): string =>
  `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`

/** A text string (§7.9.2.2), by UTF-16 where it is not plain. */
export function stringText(words: string): string {
  if (/^[ -~]*$/.test(words)) return `(${words.replace(/[\\()]/g, '\\$&')})`
  return `<feff${Buffer.from(words, 'utf16le').swap16().toString('hex')}>`
}

/** A date (§7.9.4) in the zone of Jakarta, as signing programs there write it. */
export function dateText(at: Date): string {
  const digits = new Date(at.getTime() + 7 * 3_600_000).toISOString().replace(/[-:T]|\.\d+Z/g, '')
  return `(D:${digits}+07'00')`
}
