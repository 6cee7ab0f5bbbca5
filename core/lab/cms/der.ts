/** Thrown when a structure is not what its standard says; says what, and holds nothing of the file. */
export class CmsRefused extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'CmsRefused'
  }
}

/** What can be read, and undefined where it is refused: only for what may as well be missing. */
export function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof CmsRefused) return undefined
    throw error
  }
}

/** The tags that CMS and certificates are made of (X.690 §8.1.2): class, form and number in one byte. */
export const tags = {
  BOOLEAN: 0x01,
  INTEGER: 0x02,
  BIT_STRING: 0x03,
  OCTET_STRING: 0x04,
  NULL: 0x05,
  OID: 0x06,
  ENUMERATED: 0x0a,
  UTC_TIME: 0x17,
  GENERALIZED_TIME: 0x18,
  SEQUENCE: 0x30,
  SET: 0x31,
} as const

/** `[n]` in constructed form; explicit tags and implicit ones of structures look alike. */
export const context = (n: number): number => 0xa0 | n

/** `[n]` implicit, of a primitive type. */
export const contextPrimitive = (n: number): number => 0x80 | n

/** One value: its tag, all its bytes, and those behind its length; both are views of what was read. */
export interface Der {
  readonly tag: number
  readonly raw: Uint8Array
  readonly content: Uint8Array
}

/** Where the content of the value at `at` begins. @throws CmsRefused for high tags, indefinite and absurd lengths */
export function bodyAt(bytes: Uint8Array, at: number, limit: number): number {
  const first = bytes[at + 1]
  if (first === undefined || ((bytes[at] ?? 0x1f) & 0x1f) === 0x1f) throw new CmsRefused('not a tag')
  const body = first < 0x80 ? at + 2 : at + 2 + (first & 0x7f)
  if (first === 0x80 || first > 0x84 || body > limit) throw new CmsRefused('not a length')
  return body
}

/** Where the value at `at` ends, whose content is at `body`. @throws CmsRefused unless the length is the shortest */
export function endAt(bytes: Uint8Array, at: number, body: number, limit: number): number {
  let length = bytes[at + 1] ?? 0
  if (length >= 0x80) {
    length = 0
    for (let i = at + 2; i < body; i++) length = length * 256 + (bytes[i] ?? 0)
    if (length < 0x80 || bytes[at + 2] === 0) throw new CmsRefused('not the shortest length')
  }
  if (body + length > limit) throw new CmsRefused('longer than what holds it')
  return body + length
}

/** The value at an offset. @throws CmsRefused */
export function derAt(bytes: Uint8Array, at: number): Der {
  const body = bodyAt(bytes, at, bytes.length)
  const end = endAt(bytes, at, body, bytes.length)
  return { tag: bytes[at] ?? 0, raw: bytes.subarray(at, end), content: bytes.subarray(body, end) }
}

/** The one value that bytes are. @throws CmsRefused when anything follows it */
export function derOf(bytes: Uint8Array): Der {
  const value = derAt(bytes, 0)
  if (value.raw.length !== bytes.length) throw new CmsRefused('more than one value')
  return value
}

/** The values inside one. @throws CmsRefused when its tag is another */
export function childrenOf(value: Der, tag: number): readonly Der[] {
  const fields = new Fields(value, tag)
  const all: Der[] = []
  while (!fields.isDone) all.push(fields.next())
  return all
}

/** Walks the fields of a structure in order, each under its tag: what is missing, foreign or left over is refused. */
export class Fields {
  readonly #content: Uint8Array
  #at = 0

  /** @throws CmsRefused when the tag of the structure is another */
  constructor(value: Der, tag: number) {
    if (value.tag !== tag) throw new CmsRefused('another type')
    this.#content = value.content
  }

  get isDone(): boolean {
    return this.#at >= this.#content.length
  }

  next(): Der {
    const value = derAt(this.#content, this.#at)
    this.#at += value.raw.length
    return value
  }

  take(tag: number): Der {
    const value = this.maybe(tag)
    if (value === undefined) throw new CmsRefused('a field is missing')
    return value
  }

  maybe(tag: number): Der | undefined {
    return this.#content[this.#at] === tag ? this.next() : undefined
  }

  /** The value in an explicit `[n]`, when that is there. */
  explicit(n: number): Der | undefined {
    const wrapper = this.maybe(context(n))
    return wrapper && derOf(wrapper.content)
  }

  /** @throws CmsRefused when a field is left */
  end(): void {
    if (!this.isDone) throw new CmsRefused('a field too many')
  }
}
