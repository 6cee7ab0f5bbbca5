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
  /** What its own `V` refers to, if it is something. */
  readonly value: PdfValue | undefined
  readonly parent: FieldNode | undefined
}

/** Reads one dictionary of a form's tree below another. */
export function fieldNode(
  dictionary: PdfDictionary,
  number: number | undefined,
  parent: FieldNode | undefined,
  resolve: (value: PdfValue | undefined) => PdfValue | undefined,
): FieldNode {
  const entry = (key: string) => resolve(dictionary.entries.get(key))
  const own = entry('T')
  const part = own?.kind === 'string' ? textString(own.bytes) : undefined
  const names = [parent?.name, part].filter((name) => name !== undefined && name !== '')
  const value = entry('V')
  return {
    number,
    name: names.join('.'),
    hasOwnName: part !== undefined || parent === undefined,
    dictionary,
    type: nameOf(entry('FT')) ?? parent?.type,
    flags: wholeOf(entry('Ff')) ?? parent?.flags ?? 0,
    value: value?.kind === 'null' ? undefined : value,
    parent,
  }
}

/** The field that a node belongs to: itself when it has a name of its own. */
export function ownerOf(node: FieldNode): FieldNode {
  let owner = node
  while (!owner.hasOwnName && owner.parent) owner = owner.parent
  return owner
}
