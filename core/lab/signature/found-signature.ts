import type { PdfDocument, PdfRevision } from '../pdf/document.ts'
import { nameOf, type PdfDictionary } from '../pdf/value.ts'
import { type FieldNode, ownerOf } from './field-node.ts'
import type { Form } from './forms.ts'

/** A signature that a form held in some revision. */
export interface FoundSignature {
  /** The full name of its field. */
  readonly field: string
  readonly kind: 'signature' | 'timestamp'
  /** `/SubFilter`; empty when absent. */
  readonly format: string
  readonly dictionary: PdfDictionary
  /** Of its object when it stands in a plain one. */
  readonly number: number | undefined
  /** The first revision that has it. */
  readonly revision: number
  /** True when two fields of one revision have it. */
  readonly isShared: boolean
  /** True when the last revision no longer has it. */
  readonly isReplaced: boolean
}

interface Sighting {
  readonly node: FieldNode
  readonly dictionary: PdfDictionary
  readonly number: number | undefined
  readonly first: number
  last: number
  /** Of the field that had it last: a widget may repeat the value of its own field. */
  owner: FieldNode
  isShared: boolean
}

const noDictionary: PdfDictionary = { kind: 'dictionary', entries: new Map(), hasDuplicates: false, start: 0, end: 0 }

/** The signatures that the forms of any revision hold, the oldest first. @throws PdfRefused */
export function signaturesIn(document: PdfDocument, forms: readonly Form[]): readonly FoundSignature[] {
  const sightings = new Map<string, Sighting>()
  let current: readonly Sighting[] = []
  for (const revision of document.revisions) {
    const form = forms[revision.index]
    if (form !== forms[revision.index - 1]) {
      const nodes = form?.nodes ?? []
      current = nodes.flatMap((node) => (isSigned(node) ? [sightingOf(sightings, revision, node)] : []))
    }
    for (const sighting of current) sighting.last = revision.index
  }
  const last = document.revisions.length - 1
  return [...sightings.values()].map((sighting) => found(sighting, last))
}

/** Whatever stands in a signature field claims to be a signature, and what has a `ByteRange` does so anywhere. */
const isSigned = ({ type, value }: FieldNode): boolean =>
  value !== undefined && (type === 'Sig' || (value.kind === 'dictionary' && value.entries.has('ByteRange')))

/** The same signature as before, or one more; it is shared when this revision has named it already. */
function sightingOf(sightings: Map<string, Sighting>, revision: PdfRevision, node: FieldNode): Sighting {
  const { value } = node
  const entry = node.dictionary.entries.get('V')
  const object = entry?.kind === 'reference' ? revision.object(entry.number, entry.generation) : undefined
  const isPlain = object?.place.in === 'file'
  // The same place in the file is the same signature; within an object stream offsets say nothing of the file.
  const key = isPlain ? `${value?.start}` : `${node.name}|${object?.number}|${value?.start}`
  const seen = sightings.get(key)
  const sighting: Sighting = seen ?? {
    node,
    dictionary: value?.kind === 'dictionary' ? value : noDictionary,
    number: isPlain ? object.number : undefined,
    first: revision.index,
    last: -1,
    owner: ownerOf(node),
    isShared: false,
  }
  const owner = ownerOf(node)
  sighting.isShared ||= sighting.last === revision.index && sighting.owner !== owner
  sighting.last = revision.index
  sighting.owner = owner
  sightings.set(key, sighting)
  return sighting
}

function found({ node, dictionary, number, first, last, isShared }: Sighting, newest: number): FoundSignature {
  return {
    field: node.name,
    kind: isTimestamp(dictionary) ? 'timestamp' : 'signature',
    format: nameOf(dictionary.entries.get('SubFilter')) ?? '',
    dictionary,
    number,
    revision: first,
    isShared,
    isReplaced: last < newest,
  }
}

/** True for a time stamp of the whole document (ISO 32000-2 §12.8.5); some call it a signature. */
export const isTimestamp = ({ entries }: PdfDictionary): boolean =>
  nameOf(entries.get('SubFilter')) === 'ETSI.RFC3161' || nameOf(entries.get('Type')) === 'DocTimeStamp'
