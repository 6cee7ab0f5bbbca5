import { hash as digest, randomBytes } from 'node:crypto'
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

/** SHA-256 in hexadecimal digits. */
export const sha256 = (bytes: string | Uint8Array): string => digest('sha256', bytes)

/** RFC 8785 text of a value; absent and undefined members are one thing in storage. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map((one) => (one === undefined ? 'null' : canonical(one))).join()}]`
  if (typeof value === 'object' && value !== null)
    return 'toJSON' in value && typeof value.toJSON === 'function' ? canonical(value.toJSON()) : canonicalObject(value)
  const text = JSON.stringify(value)
  if (text === undefined) throw new Error('a value without canonical form')
  return text
}

function canonicalObject(value: object): string {
  let text = ''
  for (const name of sorted(Object.keys(value))) {
    // Its own, by the line above.
    const member = (value as Readonly<Record<string, unknown>>)[name]
    if (member !== undefined) text += `${text === '' ? '' : ','}${quoted(name)}:${canonical(member)}`
  }
  return `{${text}}`
}

const fewNames = 16

/** In place, in the order of RFC 8785, which is the language's own; a few names are sorted far quicker by hand. */
function sorted(names: string[]): readonly string[] {
  if (names.length > fewNames) return names.sort()
  for (let n = 1; n < names.length; n += 1) {
    const name = names[n] ?? ''
    let place = n
    for (let before = names[n - 1] ?? ''; place > 0 && before > name; before = names[place - 1] ?? '') {
      names[place] = before
      place -= 1
    }
    names[place] = name
  }
  return names
}

/** Text that JSON writes as it is: printable ASCII without quotes and backslashes. */
const plain = /^[ !#-[\]-~]*$/

const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text))

/** The digest of a sealed part; its salt keeps short secrets from being guessed by their digest. */
export const digestOf = (sealed: NonNullable<Link['sealed']>): string => sha256(canonical(sealed))

/** The hash that binds an event to its case, its place and all that came before. */
export function hashOf(
  caseId: string,
  previous: string,
  link: Pick<Link, 'revision' | 'open' | 'sealedDigest'>,
): string {
  const { revision, open, sealedDigest } = link
  // The canonical text of these five, whose names stand in order.
  const [id, before, digest] = [caseId, previous, sealedDigest].map(canonical)
  return sha256(
    `{"caseId":${id},"open":${canonical(open)},"previous":${before},"revision":${revision},"sealedDigest":${digest}}`,
  )
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
