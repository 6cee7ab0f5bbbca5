import { createDecipheriv, createHash } from 'node:crypto'
import { fileKeyOf, type KeyFacts } from './file-key.ts'
import type { Resolve } from './filter.ts'
import { rc4 } from './rc4.ts'
import { PdfRefused } from './refused.ts'
import { nameOf, type PdfDictionary, type PdfStream, type PdfValue, wholeOf } from './value.ts'

/** Decrypts what belongs to one object. */
type Cipher = (data: Uint8Array, number: number, generation: number) => Uint8Array

/** Decrypts with the empty user password; both methods @throws PdfRefused with `ENCRYPTION` */
export interface Encryption {
  string: Cipher
  /** The bytes of a stream before its filters. */
  stream(data: Uint8Array, stream: PdfStream): Uint8Array
}

const asItIs: Cipher = (data) => data

/** Opens the standard security handler (ISO 32000-2, 7.6). @throws PdfRefused with `PASSWORD` or `ENCRYPTION` */
export function encryptionOf(dictionary: PdfDictionary, id: Uint8Array, resolve: Resolve): Encryption {
  const get = (key: string) => resolve(dictionary.entries.get(key))
  const version = wholeOf(get('V')) ?? 0
  if (nameOf(get('Filter')) !== 'Standard' || ![1, 2, 4, 5].includes(version)) throw new PdfRefused('ENCRYPTION')
  const metadata = get('EncryptMetadata')
  const encryptsMetadata = !(metadata?.kind === 'boolean' && !metadata.value)
  const key = fileKeyOf(keyFacts(get, version, id, encryptsMetadata))
  const named = (name: string | undefined): Cipher => {
    if (version < 4) return rc4Cipher(key)
    return name === undefined || name === 'Identity' ? asItIs : filterNamed(name, get('CF'), key, resolve)
  }
  const [forStrings, forStreams] = [named(nameOf(get('StrF'))), named(nameOf(get('StmF')))]
  return {
    string: forStrings,
    stream(data, stream) {
      const type = nameOf(stream.dictionary.entries.get('Type'))
      if (type === 'XRef' || (type === 'Metadata' && !encryptsMetadata)) return data
      const own = ownFilter(stream.dictionary, resolve)
      return (own === undefined ? forStreams : named(own))(data, stream.number, stream.generation)
    },
  }
}

function keyFacts(
  get: (key: string) => PdfValue | undefined,
  version: number,
  id: Uint8Array,
  encryptsMetadata: boolean,
): KeyFacts {
  const bytesOf = (key: string) => {
    const value = get(key)
    return value?.kind === 'string' ? value.bytes : new Uint8Array()
  }
  const [revision, permissions] = [wholeOf(get('R')) ?? 0, get('P')]
  const bits = version === 1 ? 40 : version === 4 ? 128 : (wholeOf(get('Length')) ?? 40)
  const isKnown = version === 5 ? revision === 5 || revision === 6 : revision >= 2 && revision <= 4
  const isWhole = bits % 8 === 0 && bits >= 40 && bits <= 256
  if (!isKnown || !isWhole || permissions?.kind !== 'number') throw new PdfRefused('ENCRYPTION')
  return {
    revision,
    keyBytes: Math.min(16, bits / 8),
    owner: bytesOf('O'),
    user: bytesOf('U'),
    userKey: bytesOf('UE'),
    permissions: permissions.value,
    encryptsMetadata,
    id,
  }
}

/** A stream may name a crypt filter of its own (7.6.6). */
function ownFilter({ entries }: PdfDictionary, resolve: Resolve): string | undefined {
  const filter = resolve(entries.get('Filter'))
  const isOwn = (value: PdfValue | undefined) => nameOf(resolve(value)) === 'Crypt'
  if (!isOwn(filter?.kind === 'array' ? filter.items[0] : filter)) return undefined
  const given = resolve(entries.get('DecodeParms'))
  const parameters = given?.kind === 'array' ? resolve(given.items[0]) : given
  return (parameters?.kind === 'dictionary' ? nameOf(resolve(parameters.entries.get('Name'))) : undefined) ?? 'Identity'
}

function filterNamed(name: string, filters: PdfValue | undefined, key: Uint8Array, resolve: Resolve): Cipher {
  const filter = filters?.kind === 'dictionary' ? resolve(filters.entries.get(name)) : undefined
  const method = filter?.kind === 'dictionary' ? nameOf(resolve(filter.entries.get('CFM'))) : undefined
  if (method === 'None') return asItIs
  if (method === 'V2') return rc4Cipher(key)
  if (method === 'AESV2')
    return (data, number, generation) => aes('aes-128-cbc', objectKey(key, number, generation, salt), data)
  if (method === 'AESV3' && key.length === 32) return (data) => aes('aes-256-cbc', key, data)
  throw new PdfRefused('ENCRYPTION')
}

const salt = Buffer.from('sAlT', 'latin1')

const rc4Cipher =
  (key: Uint8Array): Cipher =>
  (data, number, generation) =>
    rc4(objectKey(key, number, generation), data)

/** Algorithm 1. */
function objectKey(key: Uint8Array, number: number, generation: number, more = new Uint8Array()): Uint8Array {
  const which = Buffer.alloc(5)
  which.writeUIntLE(number & 0xffffff, 0, 3)
  which.writeUInt16LE(generation & 0xffff, 3)
  const made = createHash('md5').update(key).update(which).update(more).digest()
  return made.subarray(0, Math.min(16, key.length + 5))
}

/** CBC with the initial vector before the data; some writers leave what is empty as it is. */
function aes(name: 'aes-128-cbc' | 'aes-256-cbc', key: Uint8Array, data: Uint8Array): Uint8Array {
  if (data.length === 0) return data
  if (data.length < 32 || data.length % 16 !== 0) throw new PdfRefused('ENCRYPTION')
  try {
    const decipher = createDecipheriv(name, key, data.subarray(0, 16))
    return Buffer.concat([decipher.update(data.subarray(16)), decipher.final()])
  } catch {
    // Only wrong padding is left to go wrong.
    throw new PdfRefused('ENCRYPTION')
  }
}
