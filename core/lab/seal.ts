import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { Sealer, WrappedKey } from '../handling/sealer.ts'

const KEY_BYTES = 32
const KEY_ID_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES
const OPENED_KEYS_MAX = 512

/** A sealer under a master key of 32 bytes; every use of the master key has its own key derived from it (HKDF, RFC 5869). */
export function createSealer(masterKey: Uint8Array): Sealer {
  if (masterKey.length !== KEY_BYTES) throw new RangeError(`the master key has ${KEY_BYTES} bytes`)
  const derived = (label: string) => Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(), label, KEY_BYTES))
  const wrapping = createSecretKey(derived('pandu/wrap/1'))
  const index = createSecretKey(derived('pandu/blind-index/1'))
  const check = derived('pandu/check/1').toString('base64url')
  const opened = openedKeys(wrapping)
  return {
    newKey: (scope) => sealed(wrapping, bound(scope, 'key'), randomBytes(KEY_BYTES)),
    seal: (key, scope, place, plain) => sealed(opened(key, scope), bound(scope, place), plain),
    open: (key, scope, place, bytes) => unsealed(opened(key, scope), bound(scope, place), bytes),
    blind: (kind, value) => createHmac('sha256', index).update(bound(kind, value)).digest('base64url'),
    checkValue: () => check,
  }
}

/** Unwraps data keys and keeps those last used, so that a busy case costs one unwrapping. */
function openedKeys(wrapping: KeyObject): (wrapped: WrappedKey, scope: string) => KeyObject {
  const kept = new Map<string, KeyObject>()
  return (wrapped, scope) => {
    const name = `${Buffer.from(wrapped).toString('base64')}|${scope}`
    const key = kept.get(name) ?? createSecretKey(unsealed(wrapping, bound(scope, 'key'), wrapped))
    // A Map remembers insertion order: taking a key out and back in makes it the youngest.
    kept.delete(name)
    kept.set(name, key)
    const [oldest] = kept.keys()
    if (kept.size > OPENED_KEYS_MAX && oldest !== undefined) kept.delete(oldest)
    return key
  }
}

function sealed(key: KeyObject, place: Uint8Array, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(place)
  const hidden = [cipher.update(plain), cipher.final()]
  return Buffer.concat([idOf(key), nonce, cipher.getAuthTag(), ...hidden])
}

function unsealed(key: KeyObject, place: Uint8Array, bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (whole.length < HEAD_BYTES || !idOf(key).equals(whole.subarray(0, KEY_ID_BYTES)))
    throw new Error('sealed under another key')
  const nonce = whole.subarray(KEY_ID_BYTES, KEY_ID_BYTES + NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(place).setAuthTag(whole.subarray(KEY_ID_BYTES + NONCE_BYTES, HEAD_BYTES))
  return Buffer.concat([decipher.update(whole.subarray(HEAD_BYTES)), decipher.final()])
}

/** Names a key without revealing it. */
function idOf(key: KeyObject): Buffer {
  return createHmac('sha256', key).update('pandu/key-id/1').digest().subarray(0, KEY_ID_BYTES)
}

// As JSON, so that no two pairs run together into the same bytes.
function bound(scope: string, place: string): Uint8Array {
  return Buffer.from(JSON.stringify([scope, place]))
}
