import type { PdfRevision } from '../pdf/document.ts'
import { nameOf, type PdfDictionary, type PdfValue, wholeOf } from '../pdf/value.ts'
import { textString } from './text-string.ts'

/** What a signature forbids to change after it (ISO 32000-2 §12.8.2.2 and §12.8.2.4). */
export interface Lock {
  /** True for a certified document that nobody may change any more (`DocMDP` with `P` 1). */
  readonly isFinal: boolean
  locks(field: string): boolean
}

type Locks = Lock['locks']

/** Reads `Reference`, and the `Lock` of the field. @throws PdfRefused */
export function lockOf(revision: PdfRevision, signature: PdfDictionary): Lock {
  const references = revision.resolve(signature.entries.get('Reference'))
  const all = references?.kind === 'array' ? references.items : []
  let isFinal = false
  const locked: Locks[] = []
  for (const one of all) {
    const reference = dictionaryIn(revision, one)
    const method = nameOf(revision.resolve(reference?.entries.get('TransformMethod')))
    const parameters = dictionaryIn(revision, reference?.entries.get('TransformParams'))
    if (method === 'DocMDP') isFinal ||= wholeOf(revision.resolve(parameters?.entries.get('P'))) === 1
    if (method === 'FieldMDP' && parameters) locked.push(locksIn(revision, parameters))
  }
  return { isFinal, locks: (field) => locked.some((locks) => locks(field)) }
}

function locksIn(revision: PdfRevision, parameters: PdfDictionary): Locks {
  const action = nameOf(revision.resolve(parameters.entries.get('Action')))
  const fields = revision.resolve(parameters.entries.get('Fields'))
  const names = fields?.kind === 'array' ? fields.items.map((item) => textOf(revision.resolve(item))) : []
  const isNamed: Locks = (field) => names.some((name) => field === name || field.startsWith(`${name}.`))
  if (action === 'Include') return isNamed
  // Whatever else the action may be, it is taken for the strictest.
  return action === 'Exclude' ? (field) => !isNamed(field) : () => true
}

function dictionaryIn(revision: PdfRevision, value: PdfValue | undefined): PdfDictionary | undefined {
  const found = revision.resolve(value)
  return found?.kind === 'dictionary' ? found : undefined
}

const textOf = (value: PdfValue | undefined): string => (value?.kind === 'string' ? textString(value.bytes) : '')
