import type { PdfRevision } from '../pdf/document.ts'
import { PdfRefused } from '../pdf/refused.ts'
import { nameOf, type PdfDictionary, type PdfValue, wholeOf } from '../pdf/value.ts'
import { textString } from './text-string.ts'

/** One dictionary of a form's tree: a field, a group of fields, or a widget that has a field above it. */
export interface FieldNode {
  /** Of its object; undefined when it stands directly in another. */
  readonly number: number | undefined
  /** All partial names from the root, with dots between. */
  readonly name: string
  readonly hasOwnName: boolean
  readonly dictionary: PdfDictionary
  /** `FT`, its own or inherited. */
  readonly type: string | undefined
  /** `Ff`, its own or inherited. */
  readonly flags: number
  readonly parent: FieldNode | undefined
}

const nodesMax = 20_000
const depthMax = 50

/** The form of a revision (ISO 32000-2 §12.7.3); undefined when it has none. @throws PdfRefused */
export function formOf(revision: PdfRevision): PdfDictionary | undefined {
  const root = revision.resolve(revision.trailer.entries.get('Root'))
  if (root?.kind !== 'dictionary') throw new PdfRefused('TRAILER')
  const form = revision.resolve(root.entries.get('AcroForm'))
  return form?.kind === 'dictionary' ? form : undefined
}

/** Every dictionary of the form's tree, each object once, parents before kids. @throws PdfRefused */
export function fieldNodes(revision: PdfRevision): readonly FieldNode[] {
  const form = formOf(revision)
  const nodes: FieldNode[] = []
  const seen = new Set<number>()
  const top = kidsIn(revision, form?.entries.get('Fields'))
  const waiting: { value: PdfValue; depth: number; parent: FieldNode | undefined }[] = []
  for (const value of top) waiting.push({ value, depth: 0, parent: undefined })
  // What is found on the way is added behind.
  for (const { value, depth, parent } of waiting) {
    if (depth > depthMax || nodes.length > nodesMax) throw new PdfRefused('FORM')
    const number = value.kind === 'reference' ? value.number : undefined
    const dictionary = revision.resolve(value)
    if (dictionary?.kind !== 'dictionary' || (number !== undefined && seen.has(number))) continue
    if (number !== undefined) seen.add(number)
    const node = nodeOf(revision, dictionary, number, parent)
    nodes.push(node)
    for (const kid of kidsIn(revision, dictionary.entries.get('Kids')))
      waiting.push({ value: kid, depth: depth + 1, parent: node })
  }
  return nodes
}

function kidsIn(revision: PdfRevision, value: PdfValue | undefined): readonly PdfValue[] {
  const kids = revision.resolve(value)
  return kids?.kind === 'array' ? kids.items : []
}

function nodeOf(
  revision: PdfRevision,
  dictionary: PdfDictionary,
  number: number | undefined,
  parent: FieldNode | undefined,
): FieldNode {
  const entry = (key: string) => revision.resolve(dictionary.entries.get(key))
  const own = entry('T')
  const part = own?.kind === 'string' ? textString(own.bytes) : undefined
  const names = [parent?.name, part].filter((name) => name !== undefined && name !== '')
  return {
    number,
    name: names.join('.'),
    hasOwnName: part !== undefined || parent === undefined,
    dictionary,
    type: nameOf(entry('FT')) ?? parent?.type,
    flags: wholeOf(entry('Ff')) ?? parent?.flags ?? 0,
    parent,
  }
}

/** The field that a node belongs to: itself when it has a name of its own. */
export function ownerOf(node: FieldNode): FieldNode {
  let owner = node
  while (!owner.hasOwnName && owner.parent) owner = owner.parent
  return owner
}

/** What a node's own `V` refers to, if it is something. */
export const fieldValue = (revision: PdfRevision, { dictionary }: FieldNode): PdfValue | undefined => {
  const value = revision.resolve(dictionary.entries.get('V'))
  return value?.kind === 'null' ? undefined : value
}
