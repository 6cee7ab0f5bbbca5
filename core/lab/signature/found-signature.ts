import type { PdfDocument, PdfRevision } from '../pdf/document.ts'
import { nameOf, type PdfDictionary, type PdfValue } from '../pdf/value.ts'
import { type FieldNode, fieldNodes, fieldValue } from './field-node.ts'

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
  isShared: boolean
}

const noDictionary: PdfDictionary = { kind: 'dictionary', entries: new Map(), hasDuplicates: false, start: 0, end: 0 }

/** The signatures that the forms of any revision hold, the oldest first. @throws PdfRefused */
export function signaturesIn(document: PdfDocument): readonly FoundSignature[] {
  const sightings = new Map<string, Sighting>()
  for (const revision of document.revisions) {
    for (const node of fieldNodes(revision)) {
      const value = fieldValue(revision, node)
      if (value !== undefined && isSigned(node, value)) note(sightings, revision, node, value)
    }
  }
  const last = document.revisions.length - 1
  return [...sightings.values()].map((sighting) => found(sighting, last))
}

/** Whatever stands in a signature field claims to be a signature, and what has a `ByteRange` does so anywhere. */
const isSigned = (node: FieldNode, value: PdfValue): boolean =>
  node.type === 'Sig' || (value.kind === 'dictionary' && value.entries.has('ByteRange'))

function note(sightings: Map<string, Sighting>, revision: PdfRevision, node: FieldNode, value: PdfValue): void {
  const entry = node.dictionary.entries.get('V')
  const object = entry?.kind === 'reference' ? revision.object(entry.number, entry.generation) : undefined
  const isPlain = object?.place.in === 'file'
  // The same place in the file is the same signature; within an object stream offsets say nothing of the file.
  const key = isPlain ? `${value.start}` : `${node.name}|${object?.number}|${value.start}`
  const seen = sightings.get(key)
  if (seen) {
    seen.isShared ||= seen.last === revision.index
    seen.last = revision.index
    return
  }
  sightings.set(key, {
    node,
    dictionary: value.kind === 'dictionary' ? value : noDictionary,
    number: isPlain ? object.number : undefined,
    first: revision.index,
    last: revision.index,
    isShared: false,
  })
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
