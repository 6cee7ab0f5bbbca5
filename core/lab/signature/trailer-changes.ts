import type { PdfValue } from '../pdf/value.ts'
import { childOf, type Pair } from './claims.ts'
import { eachReference, hasReference, trailerNumber } from './reference-index.ts'
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

const sourceKey = 'AdditionalStreams'

/** Compares trailers (ISO 32000-2 §7.5.5): the same catalog and encryption. */
export function compareTrailers(step: Step, { before, after }: Pair): void {
  const { bytes } = step.document
  const entry = (side: typeof before, key: string) => side.dictionary?.entries.get(key)
  const isSame = (key: string) => isSameValue(bytes, entry(before, key), entry(after, key))
  if (!isSame('Root') || !isSame('Encrypt')) step.changes.push({ kind: 'modified' })
  // Only encryption depends on the file's ID; without it some programs give a new one.
  const isSameFile = isSameValue(bytes, firstIn(entry(before, 'ID')), firstIn(entry(after, 'ID')))
  if (step.document.isEncrypted && !isSameFile) step.changes.push({ kind: 'modified' })
  const information = childOf({ before, after }, 'Info')
  if (!isSame('Info') || step.touched.has(information.after.number)) compareInformation(step, information)
  compareSource(step, { before, after })
  for (const [key, value] of after.dictionary?.entries ?? []) {
    if (ownKeys.has(key) || isSame(key)) continue
    if (key === sourceKey && entry(before, key) !== undefined) continue
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

/**
 * LibreOffice names the source of a document in the trailer, beside what is shown. Signing programs write such a key again
 * with numbers that mean nothing, or by and by something else.
 */
function compareSource(step: Step, { before, after }: Pair): void {
  const [was, is] = [before, after].map(({ dictionary }) => dictionary?.entries.get(sourceKey))
  if (was === undefined || is === undefined) return
  let isOther = !isSameValue(step.document.bytes, was, is)
  eachReference(is, ({ number }) => {
    step.claims.add(number, trailerNumber, `/${sourceKey}`)
    isOther ||= step.touched.has(number) || step.added.has(number)
  })
  if (isOther) step.changes.push({ kind: 'unclear' })
}

const firstIn = (value: PdfValue | undefined): PdfValue | undefined =>
  value?.kind === 'array' ? value.items[0] : undefined
