import type { Sealer, WrappedKey } from '../../core/handling/sealer.ts'
import { type Client, rows } from './client.ts'

const cachedMax = 20_000

/** The data keys of cases and chats, read once and remembered; seals and opens JSON under them. */
export class Keys {
  readonly #client: Client
  readonly #sealer: Sealer
  readonly #known = new Map<string, WrappedKey>()

  constructor(client: Client, sealer: Sealer) {
    this.#client = client
    this.#sealer = sealer
  }

  /** Remembers the key of a scope (`case:<id>`, `chat:<ref>`, `house`) that came along with a row. */
  learn(scope: string, key: WrappedKey): void {
    const known = this.#known.get(scope)
    this.#known.delete(scope)
    const oldest = this.#known.size >= cachedMax ? this.#known.keys().next().value : undefined
    if (oldest !== undefined) this.#known.delete(oldest)
    // The same key stays the same object: a sealer unwraps each object once.
    this.#known.set(scope, known !== undefined && Buffer.compare(known, key) === 0 ? known : key)
  }

  /** Of a key that was made but could not be written down, or that is gone. */
  forget(scope: string): void {
    this.#known.delete(scope)
  }

  /** A new key for a scope that has none yet. */
  make(scope: string): WrappedKey {
    const key = this.#sealer.newKey(scope)
    this.learn(scope, key)
    return key
  }

  /** Reads the keys that are not known yet; a scope without a row stays unknown. */
  async ensure(scopes: Iterable<string>): Promise<void> {
    const wanted = [...new Set(scopes)].filter((scope) => !this.#touch(scope))
    if (wanted.length === 0) return
    const found = await rows<{ scope: string; key: Uint8Array }>(this.#client, KEYS, wanted)
    for (const { scope, key } of found) this.learn(scope, new Uint8Array(key))
    if (wanted.includes('house') && !this.#known.has('house')) await this.#makeHouseKey()
  }

  has(scope: string): boolean {
    return this.#known.has(scope)
  }

  /** The wrapped key of a known scope. */
  keyOf(scope: string): WrappedKey {
    return this.#of(scope)
  }

  /** True when this very key is the one that is known of a scope. */
  isOf(scope: string, key: Uint8Array | undefined): boolean {
    const known = this.#known.get(scope)
    return known !== undefined && key !== undefined && Buffer.compare(known, key) === 0
  }

  seal(scope: string, place: string, value: unknown): Uint8Array {
    return this.#sealer.seal(this.#of(scope), scope, place, Buffer.from(JSON.stringify(value)))
  }

  /** @throws Error when the bytes are not what was sealed there */
  open(scope: string, place: string, sealed: Uint8Array): unknown {
    return JSON.parse(Buffer.from(this.#sealer.open(this.#of(scope), scope, place, sealed)).toString())
  }

  sealBytes(scope: string, place: string, bytes: Uint8Array): Uint8Array {
    return this.#sealer.seal(this.#of(scope), scope, place, bytes)
  }

  openBytes(scope: string, place: string, sealed: Uint8Array): Uint8Array {
    return this.#sealer.open(this.#of(scope), scope, place, sealed)
  }

  /** Makes a known key the newest, so that learning the others of a batch does not push it out. @returns whether it is known */
  #touch(scope: string): boolean {
    const key = this.#known.get(scope)
    if (key !== undefined) this.learn(scope, key)
    return key !== undefined
  }

  async #makeHouseKey(): Promise<void> {
    const value = Buffer.from(this.#sealer.newKey('house')).toString('base64')
    // Two programs may start at once: the first one's key counts.
    await this.#client.$executeRawUnsafe(
      `INSERT INTO "setting" ("name", "value") VALUES ('house-key', $1) ON CONFLICT DO NOTHING`,
      value,
    )
    const row = await this.#client.setting.findUniqueOrThrow({ where: { name: 'house-key' } })
    this.learn('house', new Uint8Array(Buffer.from(row.value, 'base64')))
  }

  #of(scope: string): WrappedKey {
    const key = this.#known.get(scope)
    if (key === undefined) throw new Error(`no key for ${scope.split(':')[0]}`)
    return key
  }
}

// By the bare ids, so that the primary keys serve.
const KEYS = `
  SELECT 'chat:' || "ref" AS scope, "key" FROM "chat"
    WHERE "ref" IN (SELECT substr(s, 6) FROM unnest($1::text[]) s WHERE s LIKE 'chat:%')
  UNION ALL SELECT 'case:' || "id", "key" FROM "case"
    WHERE "id" IN (SELECT substr(s, 6)::uuid FROM unnest($1::text[]) s WHERE s LIKE 'case:%') AND "erased_at" IS NULL
  UNION ALL SELECT 'house', decode("value", 'base64') FROM "setting" WHERE "name" = 'house-key' AND 'house' = ANY ($1::text[])`
