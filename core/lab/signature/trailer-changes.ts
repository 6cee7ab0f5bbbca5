import type { PdfValue } from '../pdf/value.ts'
import { childOf, type Pair } from './claims.ts'
import { eachReference, trailerNumber } from './reference-index.ts'
import { isSameValue } from './same-value.ts'
import type { Step } from './step.ts'

/** What describes the cross-reference section itself, or a stream that is one. */
const ownKeys = new Set(
  ['Size', 'Prev', 'XRefStm', 'Type', 'W', 'Index', 'Length', 'Filter', 'DecodeParms', 'DL'].concat(
    'Root',
    'Info',
    'ID',
  ),
)

/** Compares trailers (ISO 32000-2 §7.5.5): the same catalog and encryption, the same first half of the `ID`. */
export function compareTrailers(step: Step, { before, after }: Pair): void {
  const { bytes } = step.document
  const entry = (side: typeof before, key: string) => side.dictionary?.entries.get(key)
  const isSame = (key: string) => isSameValue(bytes, entry(before, key), entry(after, key))
  if (!isSame('Root') || !isSame('Encrypt')) step.changes.push({ kind: 'modified' })
  const [id, newId] = [entry(before, 'ID'), entry(after, 'ID')].map(firstIn)
  if (id !== undefined && newId !== undefined && !isSameValue(bytes, id, newId)) step.changes.push({ kind: 'unclear' })
  const information = childOf({ before, after }, 'Info')
  if (!isSame('Info') || step.touched.has(information.after.number)) compareInformation(step, information)
  for (const [key, value] of after.dictionary?.entries ?? []) {
    if (ownKeys.has(key) || isSame(key)) continue
    step.changes.push({ kind: hasReference(value) ? 'modified' : 'unclear' })
  }
}

/** Information on the document may be anything that is said at once. */
function compareInformation(step: Step, { after }: Pair): void {
  const { value } = after
  const isPlain = value === undefined || (after.dictionary !== undefined && !hasReference(value))
  // Where it is the trailer itself there was none.
  step.changes.push({ kind: isPlain || after.number === trailerNumber ? 'stored' : 'modified' })
}

const firstIn = (value: PdfValue | undefined): PdfValue | undefined =>
  value?.kind === 'array' ? value.items[0] : undefined

export function hasReference(value: PdfValue): boolean {
  let has = false
  eachReference(value, () => {
    has = true
  })
  return has
}
