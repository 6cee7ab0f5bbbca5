import type { SignatureReason } from '../../signature/reason.ts'
import type { Changes } from '../../signature/report.ts'
import { unaccounted } from '../pdf/accounting.ts'
import type { PdfDocument, PdfRevision } from '../pdf/document.ts'
import { PdfRefused } from '../pdf/refused.ts'
import type { SignedRange } from './byte-range.ts'
import { falseStructures } from './false-structure.ts'
import type { Form } from './forms.ts'
import type { Lock } from './lock.ts'
import { ReferenceIndex } from './reference-index.ts'
import { type Change, changesIn } from './step.ts'

/** What was done to a document since a revision of it was signed. */
export interface History {
  since(range: SignedRange, lock: Lock): Changes
}

/**
 * Compares every revision with the one before, from the first signed one on, so that what was changed and changed back
 * is found too. What comes before the first signature is no change. @throws PdfRefused
 */
export function historyOf(document: PdfDocument, forms: readonly Form[], ranges: readonly SignedRange[]): History {
  const first = Math.min(...ranges.map(({ revision }) => revision))
  const from = Math.min(...ranges.map(({ end }) => end))
  const steps = ranges.length === 0 ? [] : stepsFrom(document, forms, first)
  const strays =
    ranges.length === 0
      ? []
      : [...unaccounted(document, from).map((stray) => stray.end), ...falseStructures(document, from)]
  return {
    since({ revision, end }, lock) {
      const changes = steps.slice(revision - first).flat()
      const isStray = strays.some((stray) => stray > end) || hasTail(document, end)
      return summary(isStray ? [...changes, { kind: 'unclear' }] : changes, lock)
    },
  }
}

/** Fields that are compared in all steps together; what is more is made to take long. */
const comparedMax = 500_000

function stepsFrom(document: PdfDocument, forms: readonly Form[], first: number): readonly (readonly Change[])[] {
  const [start, ...later] = document.revisions.slice(first)
  if (start === undefined || later.length === 0) return []
  if (later.reduce((sum, { index }) => sum + (forms[index]?.nodes.length ?? 0), 0) > comparedMax)
    throw new PdfRefused('BUDGET')
  const index = new ReferenceIndex(start)
  let before: PdfRevision = start
  return later.map((after) => {
    const [one, other] = [forms[before.index], forms[after.index]]
    if (one === undefined || other === undefined) throw new PdfRefused('FORM')
    const changes = changesIn(document, { before, after }, { before: one, after: other }, index)
    before = after
    return changes
  })
}

/** True when the file goes on behind its last revision, if only by an end of line that was not signed. */
function hasTail({ bytes, revisions }: PdfDocument, signedEnd: number): boolean {
  const end = revisions.at(-1)?.end ?? 0
  return bytes.length > Math.max(end, signedEnd) || (signedEnd < end && isLast(revisions, signedEnd))
}

const isLast = (revisions: readonly PdfRevision[], signedEnd: number): boolean => revisions.at(-1)?.eofEnd === signedEnd

function summary(changes: readonly Change[], lock: Lock): Changes {
  if (changes.some((change) => isForbidden(change, lock))) return 'MODIFIED'
  const kinds = new Set(changes.map(({ kind }) => kind))
  if (kinds.has('unclear')) return 'UNCLEAR'
  if (kinds.has('filled')) return 'FORM_FILLED'
  if (kinds.has('signed')) return 'SIGNED_AGAIN'
  return kinds.has('stored') || kinds.has('stamped') ? 'LTA_UPDATES' : 'NONE'
}

function isForbidden(change: Change, { isFinal, locks }: Lock): boolean {
  if (change.kind === 'filled') return change.isReadOnly || isFinal || locks(change.field)
  return change.kind === 'modified' || (change.kind === 'signed' && isFinal)
}

/** What changes make of a signature. */
export const reasonOf = {
  NONE: [],
  LTA_UPDATES: ['LTA_UPDATES'],
  SIGNED_AGAIN: ['SIGNED_AGAIN'],
  FORM_FILLED: ['FORM_FILLED'],
  UNCLEAR: ['UNCLEAR_CHANGES'],
  MODIFIED: ['MODIFIED_AFTER_SIGNING'],
} as const satisfies Record<Changes, readonly SignatureReason[]>
