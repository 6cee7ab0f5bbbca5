import { PdfRefused } from './refused.ts'
import { nameOf, type PdfDictionary, type PdfValue } from './value.ts'

type Decrypt = (bytes: Uint8Array) => Uint8Array

/** Some signers write their strings without encrypting them: what cannot be decrypted stays as it is written. */
function plain(bytes: Uint8Array, decrypt: Decrypt): Uint8Array {
  try {
    return decrypt(bytes)
  } catch (error) {
    if (error instanceof PdfRefused) return bytes
    throw error
  }
}

/** A value with its strings decrypted, but for the `Contents` of a signature (ISO 32000-2, 7.6.2). */
export function plainStrings(value: PdfValue, decrypt: Decrypt): PdfValue {
  switch (value.kind) {
    case 'string':
      return { ...value, bytes: plain(value.bytes, decrypt) }
    case 'array':
      return { ...value, items: value.items.map((item) => plainStrings(item, decrypt)) }
    case 'dictionary':
      return plainDictionary(value, decrypt)
    case 'stream':
      return nameOf(value.dictionary.entries.get('Type')) === 'XRef'
        ? value
        : { ...value, dictionary: plainDictionary(value.dictionary, decrypt) }
    default:
      return value
  }
}

function plainDictionary(dictionary: PdfDictionary, decrypt: Decrypt): PdfDictionary {
  const isSignature = dictionary.entries.has('ByteRange')
  const entries = new Map<string, PdfValue>()
  for (const [key, value] of dictionary.entries)
    entries.set(key, isSignature && key === 'Contents' ? value : plainStrings(value, decrypt))
  return { ...dictionary, entries }
}
