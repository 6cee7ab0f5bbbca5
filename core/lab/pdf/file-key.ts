import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { rc4 } from './rc4.ts'
import { PdfRefused } from './refused.ts'

/** What an encryption dictionary says of the key (ISO 32000-2, table 21), and the first part of the file's `ID`. */
export interface KeyFacts {
  readonly revision: number
  readonly keyBytes: number
  readonly owner: Uint8Array
  readonly user: Uint8Array
  readonly userKey: Uint8Array
  readonly permissions: number
  readonly encryptsMetadata: boolean
  readonly id: Uint8Array
}

/** Stands for the empty password (7.6.4.3.2). */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const noSecret = Buffer.alloc(0)

const md5 = (...parts: readonly Uint8Array[]) => digest('md5', ...parts)

function digest(name: string, ...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(name)
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** The key of a file that the empty user password opens. @throws PdfRefused with `PASSWORD` when it does not */
export function fileKeyOf(facts: KeyFacts): Uint8Array {
  return facts.revision >= 5 ? aes256Key(facts) : md5Key(facts)
}

/** Algorithms 2, 4 and 5: revisions 2 to 4. */
function md5Key({ revision, keyBytes, owner, user, permissions, encryptsMetadata, id }: KeyFacts): Uint8Array {
  const mask = Buffer.alloc(4)
  mask.writeInt32LE(permissions | 0)
  const metadata = revision >= 4 && !encryptsMetadata ? Buffer.alloc(4, 0xff) : noSecret
  let key = md5(padding, owner.subarray(0, 32), mask, id, metadata).subarray(0, keyBytes)
  if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key).subarray(0, keyBytes)
  const compared = revision === 2 ? 32 : 16
  const expected = revision === 2 ? rc4(key, padding) : nineteenTimes(key, rc4(key, md5(padding, id)))
  if (!isSame(expected.subarray(0, compared), user.subarray(0, compared))) throw new PdfRefused('PASSWORD')
  return key
}

function nineteenTimes(key: Uint8Array, first: Uint8Array): Uint8Array {
  let data = first
  for (let i = 1; i < 20; i++)
    data = rc4(
      key.map((byte) => byte ^ i),
      data,
    )
  return data
}

/** Algorithms 2.A and 11: revisions 5 and 6. */
function aes256Key({ revision, user, userKey }: KeyFacts): Uint8Array {
  if (user.length < 48 || userKey.length < 32) throw new PdfRefused('ENCRYPTION')
  const hash = (salt: Uint8Array) => (revision === 5 ? digest('sha256', salt) : hardenedHash(salt))
  if (!isSame(hash(user.subarray(32, 40)), user.subarray(0, 32))) throw new PdfRefused('PASSWORD')
  const decipher = createDecipheriv('aes-256-cbc', hash(user.subarray(40, 48)), Buffer.alloc(16))
  decipher.setAutoPadding(false)
  return decipher.update(userKey.subarray(0, 32))
}

/** Algorithm 2.B for the empty password: no more than some hundred rounds are ever probable. */
function hardenedHash(salt: Uint8Array): Uint8Array {
  let key = digest('sha256', salt)
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    if (round > 2000) throw new PdfRefused('ENCRYPTION')
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => key))
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32))
    cipher.setAutoPadding(false)
    const mixed = cipher.update(repeated)
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = digest(['sha256', 'sha384', 'sha512'][rest] ?? 'sha256', mixed)
    last = mixed[mixed.length - 1] ?? 0
  }
  return key.subarray(0, 32)
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0
