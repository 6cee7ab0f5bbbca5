import type { PdfDictionary, PdfStream, PdfValue } from '../pdf/value.ts'

/** True when two values of a file say the same, references by their numbers; null and absent entries are the same. */
export function isSameValue(bytes: Uint8Array, one: PdfValue | undefined, other: PdfValue | undefined): boolean {
  if (one === other) return true
  if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other)
  switch (one.kind) {
    case 'boolean':
      return other.kind === 'boolean' && other.value === one.value
    case 'number':
      return other.kind === 'number' && other.value === one.value
    case 'name':
      return other.kind === 'name' && other.name === one.name
    case 'string':
      return other.kind === 'string' && Buffer.compare(other.bytes, one.bytes) === 0
    case 'reference':
      return other.kind === 'reference' && other.number === one.number && other.generation === one.generation
    case 'array':
      return (
        other.kind === 'array' &&
        other.items.length === one.items.length &&
        one.items.every((item, n) => isSameValue(bytes, item, other.items[n]))
      )
    case 'dictionary':
      return other.kind === 'dictionary' && differingKeys(bytes, one, other).length === 0
    case 'stream':
      return other.kind === 'stream' && isSameStream(bytes, one, other)
  }
}

/** The keys whose values differ, or that only one of both has. */
export function differingKeys(bytes: Uint8Array, one: PdfDictionary, other: PdfDictionary): readonly string[] {
  const keys = new Set([...one.entries.keys(), ...other.entries.keys()])
  return [...keys].filter((key) => !isSameValue(bytes, one.entries.get(key), other.entries.get(key)))
}

const isNothing = (value: PdfValue | undefined): value is undefined | Extract<PdfValue, { kind: 'null' }> =>
  value === undefined || value.kind === 'null'

function isSameStream(bytes: Uint8Array, one: PdfStream, other: PdfStream): boolean {
  const data = ({ dataStart, dataEnd }: PdfStream) => bytes.subarray(dataStart, dataEnd)
  return isSameValue(bytes, one.dictionary, other.dictionary) && Buffer.compare(data(one), data(other)) === 0
}

/** True when a key stands twice anywhere in a value: readers do not agree on which of both counts. */
export function hasDuplicateKeys(value: PdfValue): boolean {
  if (value.kind === 'array') return value.items.some(hasDuplicateKeys)
  if (value.kind === 'stream') return hasDuplicateKeys(value.dictionary)
  if (value.kind !== 'dictionary') return false
  if (value.hasDuplicates) return true
  for (const entry of value.entries.values()) if (hasDuplicateKeys(entry)) return true
  return false
}
