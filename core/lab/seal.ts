import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  randomFillSync,
} from 'node:crypto'
import type { Sealer, WrappedKey } from '../handling/sealer.ts'

const KEY_BYTES = 32
const KEY_ID_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16
const PIECE_BYTES = 64 * 1024
const HEAD_BYTES = KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES

/** A sealer under a master key of 32 bytes; every use of the master key has its own key derived from it (HKDF, RFC 5869). */
export function createSealer(masterKey: Uint8Array): Sealer {
  if (masterKey.length !== KEY_BYTES) throw new RangeError(`the master key has ${KEY_BYTES} bytes`)
  const derived = (label: string) => Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(), label, KEY_BYTES))
  const wrapping = ready(createSecretKey(derived('pandu/wrap/1')))
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

/** A key that is ready for use, with the name that its seals carry. */
interface OpenKey {
  readonly secret: KeyObject
  readonly id: Buffer
}

const ready = (secret: KeyObject): OpenKey => ({ secret, id: idOf(secret) })

/** Unwraps data keys; one that is held in its wrapped form is unwrapped once. */
function openedKeys(wrapping: OpenKey): (wrapped: WrappedKey, scope: string) => OpenKey {
  const kept = new WeakMap<WrappedKey, { readonly scope: string; readonly key: OpenKey }>()
  return (wrapped, scope) => {
    const known = kept.get(wrapped)
    if (known?.scope === scope) return known.key
    const key = ready(createSecretKey(unsealed(wrapping, bound(scope, 'key'), wrapped)))
    kept.set(wrapped, { scope, key })
    return key
  }
}

function sealed({ secret, id }: OpenKey, place: Uint8Array, plain: Uint8Array): Uint8Array {
  const nonce = nextNonce()
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(place)
  const whole = Buffer.allocUnsafe(HEAD_BYTES + plain.length)
  // Piece by piece into its place: a large file is neither held twice nor copied at the end.
  for (let at = 0; at < plain.length; at += PIECE_BYTES)
    whole.set(cipher.update(plain.subarray(at, at + PIECE_BYTES)), HEAD_BYTES + at)
  cipher.final()
  whole.set(id, 0)
  whole.set(nonce, KEY_ID_BYTES)
  whole.set(cipher.getAuthTag(), KEY_ID_BYTES + NONCE_BYTES)
  return whole
}

function unsealed({ secret, id }: OpenKey, place: Uint8Array, bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (whole.length < HEAD_BYTES || !id.equals(whole.subarray(0, KEY_ID_BYTES)))
    throw new Error('sealed under another key')
  const nonce = whole.subarray(KEY_ID_BYTES, KEY_ID_BYTES + NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', secret, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(place).setAuthTag(whole.subarray(KEY_ID_BYTES + NONCE_BYTES, HEAD_BYTES))
  return Buffer.concat([decipher.update(whole.subarray(HEAD_BYTES)), decipher.final()])
}

const nonces = Buffer.alloc(NONCE_BYTES * 256)
let noncesLeft = 0

/** Randomness is fetched for many nonces at once: asking for it costs as much as sealing. */
function nextNonce(): Buffer {
  if (noncesLeft === 0) {
    randomFillSync(nonces)
    noncesLeft = nonces.length / NONCE_BYTES
  }
  noncesLeft -= 1
  return nonces.subarray(noncesLeft * NONCE_BYTES, (noncesLeft + 1) * NONCE_BYTES)
}

/** Names a key without revealing it. */
function idOf(key: KeyObject): Buffer {
  return createHmac('sha256', key).update('pandu/key-id/1').digest().subarray(0, KEY_ID_BYTES)
}

// As JSON, so that no two pairs run together into the same bytes.
function bound(scope: string, place: string): Uint8Array {
  return Buffer.from(JSON.stringify([scope, place]))
}
