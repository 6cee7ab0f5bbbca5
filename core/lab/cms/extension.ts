import { CmsRefused, childrenOf, context, contextPrimitive, type Der, derOf, Fields, tags } from './der.ts'
import { bitsOf, booleanOf, countOf, hexOf, octetsOf, oidOf } from './value.ts'

/** What a certificate's extensions say (RFC 5280 §4.2); undefined when the extension is not there. */
export interface Extensions {
  readonly isCa: boolean | undefined
  readonly pathLength: number | undefined
  /** Numbers of the bits of KeyUsage (RFC 5280 §4.2.1.3). */
  readonly keyUsage: ReadonlySet<number> | undefined
  readonly extendedUsage: { readonly purposes: readonly string[]; readonly isCritical: boolean } | undefined
  readonly subjectKeyId: string | undefined
  readonly authorityKeyId: string | undefined
  /** The names in SubjectAltName, still to be read. */
  readonly otherNames: readonly Der[]
  readonly nameConstraints: Der | undefined
  /** Distribution points of revocation lists, each as its names' DER in hexadecimal. */
  readonly listPlaces: readonly string[]
  /** True when something critical is not understood. */
  readonly isBeyondUs: boolean
}

/** One extension of a certificate, a list or a timestamp. */
export interface Extension {
  readonly type: string
  readonly isCritical: boolean
  /** DER of what its type says, but for a few such as nonces of OCSP, which may be anything. */
  readonly value: Uint8Array
}

const known = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  otherNames: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  listPlaces: '2.5.29.31',
  authorityKeyId: '2.5.29.35',
  extendedUsage: '2.5.29.37',
} as const

/**
 * Understood by not mattering here: issuer's other names, policies and their constraints (no policy is asked for),
 * qualified statements, and that a responder need not be asked about (RFC 6960 §4.2.2.2.1).
 */
const indifferent = [
  '2.5.29.18',
  '2.5.29.32',
  '2.5.29.33',
  '2.5.29.36',
  '2.5.29.54',
  '1.3.6.1.5.5.7.1.3',
  '1.3.6.1.5.5.7.48.1.5',
]

/** The extensions of a SEQUENCE, each once. @throws CmsRefused */
export function extensionsIn(list: Der): readonly Extension[] {
  const all = childrenOf(list, tags.SEQUENCE).map((entry) => {
    const fields = new Fields(entry, tags.SEQUENCE)
    const type = oidOf(fields.take(tags.OID))
    const critical = fields.maybe(tags.BOOLEAN)
    const value = octetsOf(fields.take(tags.OCTET_STRING))
    fields.end()
    return { type, isCritical: critical !== undefined && booleanOf(critical), value }
  })
  if (new Set(all.map(({ type }) => type)).size < all.length) throw new CmsRefused('an extension stands twice')
  return all
}

/** Reads those that a verdict rests on. @throws CmsRefused */
export function readExtensions(all: readonly Extension[]): Extensions {
  const of = (name: keyof typeof known) => all.find(({ type }) => type === known[name])
  const read = (name: keyof typeof known) => {
    const value = of(name)?.value
    return value && derOf(value)
  }
  const basic = read('basicConstraints')
  const usage = read('keyUsage')
  const extended = of('extendedUsage')
  const understood: readonly string[] = [...Object.values(known), ...indifferent]
  const keyId = read('subjectKeyId')
  return {
    ...(basic ? basicOf(basic) : { isCa: undefined, pathLength: undefined }),
    keyUsage: usage && bitsOf(expect(usage, tags.BIT_STRING)),
    extendedUsage: extended && {
      purposes: childrenOf(derOf(extended.value), tags.SEQUENCE).map(oidOf),
      isCritical: extended.isCritical,
    },
    subjectKeyId: keyId && hexOf(octetsOf(keyId)),
    authorityKeyId: authorityOf(read('authorityKeyId')),
    otherNames: listOf(read('otherNames')),
    nameConstraints: read('nameConstraints'),
    listPlaces: listOf(read('listPlaces')).flatMap(placesOf),
    isBeyondUs: all.some(({ type, isCritical }) => isCritical && !understood.includes(type)),
  }
}

const listOf = (value: Der | undefined): readonly Der[] => (value ? childrenOf(value, tags.SEQUENCE) : [])

function expect(value: Der, tag: number): Der {
  if (value.tag !== tag) throw new CmsRefused('another type')
  return value
}

function basicOf(value: Der): Pick<Extensions, 'isCa' | 'pathLength'> {
  const fields = new Fields(value, tags.SEQUENCE)
  const ca = fields.maybe(tags.BOOLEAN)
  const length = fields.maybe(tags.INTEGER)
  fields.end()
  return { isCa: ca !== undefined && booleanOf(ca), pathLength: length && countOf(length) }
}

function authorityOf(value: Der | undefined): string | undefined {
  const id = value && new Fields(value, tags.SEQUENCE).maybe(contextPrimitive(0))
  return id && hexOf(id.content)
}

/** The full names of a DistributionPoint (RFC 5280 §4.2.1.13); also of the one in a list itself. */
export function placesOf(point: Der): readonly string[] {
  const name = new Fields(point, tags.SEQUENCE).explicit(0)
  return name?.tag === context(0) ? childrenOf(name, context(0)).map(({ raw }) => hexOf(raw)) : []
}
