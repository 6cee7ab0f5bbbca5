import { childOf, type Pair } from './claims.ts'
import { compareForms } from './form-changes.ts'
import { hasReference } from './reference-index.ts'
import { isSameValue } from './same-value.ts'
import { compareStores } from './security-store.ts'
import type { Step } from './step.ts'
import { compareStructures } from './structure-changes.ts'

/** Compares catalogs (ISO 32000-2 §7.7.2): what may change has a rule of its own, everything else must stay. */
export function compareCatalogs(step: Step, roots: Pair): void {
  const { before, after } = roots
  if (before.dictionary === undefined || after.dictionary === undefined) {
    step.changes.push({ kind: 'modified' })
    return
  }
  for (const key of new Set([...before.keys, ...after.keys])) {
    if (key === 'AcroForm') compareForms(step, childOf(roots, key))
    else if (key === 'DSS') compareStores(step, childOf(roots, key))
    else if (key === 'StructTreeRoot') compareStructures(step, childOf(roots, key))
    else if (key === 'Metadata') compareMetadata(step, childOf(roots, key))
    else if (key === 'Extensions' || key === 'Version') comparePlain(step, roots, key)
    else if (!isSameAt(step, roots, key))
      step.changes.push({ kind: isBookkeeping(after, key) ? 'unclear' : 'modified' })
  }
}

/** What says something of the document that nobody sees. */
const isBookkeeping = ({ dictionary }: Pair['after'], key: string): boolean =>
  ['MarkInfo', 'Lang', 'LastModified'].includes(key) && !hasReference(dictionary?.entries.get(key))

/** True when both have the same entry at a key, references by their numbers. */
export const isSameAt = ({ document }: Step, { before, after }: Pair, key: string): boolean =>
  isSameValue(document.bytes, before.dictionary?.entries.get(key), after.dictionary?.entries.get(key))

/** A stream of XMP says of the document what it likes, and refers to nothing but its own length. */
function compareMetadata(step: Step, pair: Pair): void {
  const { before, after } = pair
  if (isSameValue(step.document.bytes, before.value, after.value)) return
  const isPlain = after.value === undefined || after.value.kind === 'stream'
  step.changes.push({ kind: isPlain ? 'stored' : 'modified' })
}

/** Which extensions and version of PDF are used (§7.12): names and numbers, one dictionary within another. */
function comparePlain(step: Step, roots: Pair, key: string): void {
  const pair = childOf(roots, key)
  for (const inner of pair.after.keys) childOf(pair, inner)
  if (isSameValue(step.document.bytes, pair.before.value, pair.after.value)) return
  const { value } = pair.after
  const isPlain = value === undefined || value.kind === 'name' || (value.kind === 'dictionary' && isFlat(pair))
  step.changes.push({ kind: isPlain ? 'stored' : 'modified' })
}

const isFlat = ({ after }: Pair): boolean =>
  after.keys.every((key) => {
    const { value } = after.child(key)
    return value === undefined || !hasReference(value)
  })
