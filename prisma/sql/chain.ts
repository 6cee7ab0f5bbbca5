import { createHash, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Event } from '../../core/case/event.ts'

/** An event as it is stored: what is open, what is sealed, and the link to the one before. */
export interface Link {
  readonly revision: number
  /** Everything but the personal values. */
  readonly open: Record<string, unknown>
  readonly sealed: { readonly salt: string; readonly secret: unknown } | null
  readonly sealedDigest: string | null
  readonly hash: string
}

// A CommonJS package whose types speak of a default export that Node does not see.
const serialize = canonicalize as unknown as (value: unknown) => string | undefined

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** RFC 8785 text of a value. */
export const canonical = (value: unknown): string => {
  // Absent and undefined members are one thing in storage.
  const text = serialize(JSON.parse(JSON.stringify(value)))
  if (text === undefined) throw new Error('a value without canonical form')
  return text
}

/** The digest of a sealed part; its salt keeps short secrets from being guessed by their digest. */
export const digestOf = (sealed: NonNullable<Link['sealed']>): string => sha256(canonical(sealed))

/** The hash that binds an event to its case, its place and all that came before. */
export function hashOf(
  caseId: string,
  previous: string,
  link: Pick<Link, 'revision' | 'open' | 'sealedDigest'>,
): string {
  const { revision, open, sealedDigest } = link
  return sha256(canonical({ caseId, previous, revision, open, sealedDigest }))
}

/** Links new events to a history whose last hash is `previous`. */
export function linksOf(caseId: string, previous: string, revision: number, events: readonly Event[]): readonly Link[] {
  let last = previous
  return events.map((event, n) => {
    const { secret, ...open } = { secret: undefined, ...event }
    const sealed = secret === undefined ? null : { salt: randomBytes(16).toString('base64'), secret }
    const sealedDigest = sealed === null ? null : digestOf(sealed)
    const link = { revision: revision + n + 1, open, sealed, sealedDigest }
    last = hashOf(caseId, last, link)
    return { ...link, hash: last }
  })
}

/** The event behind a stored link. */
export function eventOf(open: Record<string, unknown>, sealed: Link['sealed']): Event {
  const event = sealed === null ? open : { ...open, secret: sealed.secret }
  // The store wrote it from an Event and the chain says that it is unchanged.
  return event as unknown as Event
}
