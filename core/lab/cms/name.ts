import { childrenOf, type Der, Fields, tags } from './der.ts'
import { hexOf, oidOf, textOf } from './value.ts'

/** A distinguished name (RFC 5280 §4.1.2.4). */
export interface Name {
  readonly raw: Uint8Array
  /** The name's DER in hexadecimal: two names are one when these are. */
  readonly id: string
  /** Relative names from the root downwards: type, and text without the freedoms of writing it. */
  readonly steps: readonly (readonly NamePart[])[]
}

interface NamePart {
  readonly type: string
  readonly text: string
}

const types = {
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  organization: '2.5.4.10',
  title: '2.5.4.12',
  mailAddress: '1.2.840.113549.1.9.1',
} as const

/** @throws CmsRefused */
export function nameOf(value: Der): Name {
  const steps = childrenOf(value, tags.SEQUENCE).map((step) => childrenOf(step, tags.SET).map(partOf))
  return { raw: value.raw, id: hexOf(value.raw), steps }
}

function partOf(value: Der): NamePart {
  const fields = new Fields(value, tags.SEQUENCE)
  const type = oidOf(fields.take(tags.OID))
  const text = fields.next()
  fields.end()
  return { type, text: isText(text) ? textOf(text) : hexOf(text.raw) }
}

// A name may hold a value of any type (such as a date of birth), which is compared and not shown.
const isText = ({ tag }: Der): boolean => [0x0c, 0x12, 0x13, 0x14, 0x16, 0x1a, 0x1c, 0x1e].includes(tag)

/** What a name says under one type; of several the last, which is the nearest to its holder. */
export function textIn(name: Name, type: keyof typeof types): string | undefined {
  return name.steps
    .flat()
    .filter((part) => part.type === types[type])
    .at(-1)?.text
}

/** What people call the holder of a name. */
export function callName(name: Name): string {
  return textIn(name, 'commonName') ?? textIn(name, 'organization') ?? name.steps.flat().at(-1)?.text ?? ''
}

/** True when a name lies in the subtree under another (RFC 5280 §4.2.1.10), in whatever case and spaces. */
export function isUnder(name: Name, base: Name): boolean {
  return base.steps.every((step, n) => plain(step) === plain(name.steps[n] ?? []))
}

function plain(step: readonly NamePart[]): string {
  const parts = step.map(
    ({ type, text }) => `${type}=${text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')}`,
  )
  return JSON.stringify(parts.toSorted())
}
