import type { PdfDocument, PdfRevision } from '../pdf/document.ts'
import { nameOf } from '../pdf/value.ts'
import { compareCatalogs } from './catalog-changes.ts'
import { Claims, isReferredElsewhere, type Pair, Placed } from './claims.ts'
import type { Form } from './forms.ts'
import { comparePages } from './page-changes.ts'
import { eachReference, type ReferenceIndex, trailerNumber } from './reference-index.ts'
import { hasDuplicateKeys, isSameValue } from './same-value.ts'
import { compareTrailers } from './trailer-changes.ts'

/** One thing that a revision did to the one before; whatever is not named here is `modified`. */
export type Change =
  | { readonly kind: 'stored' | 'unclear' | 'modified' }
  | { readonly kind: 'signed' | 'stamped'; readonly field: string }
  | { readonly kind: 'filled'; readonly field: string; readonly isReadOnly: boolean }

interface Both<Kind> {
  readonly before: Kind
  readonly after: Kind
}

/** Two revisions, one right behind the other, while they are compared. */
export interface Step {
  readonly document: PdfDocument
  readonly before: PdfRevision
  readonly after: PdfRevision
  /** Objects that were there and are others now, or are gone. */
  readonly touched: ReadonlySet<number>
  readonly added: ReadonlySet<number>
  readonly index: ReferenceIndex
  readonly claims: Claims
  readonly forms: Both<Form>
  readonly changes: Change[]
  /** Widgets that are new, or were signed: those that a page may gain. */
  readonly fresh: Set<number>
}

/**
 * What a revision changed of the one before, by a list of what may be changed at all: everything else is `modified`.
 * Moves the index on. @throws PdfRefused when an object that it writes cannot be read
 */
export function changesIn(
  document: PdfDocument,
  { before, after }: Both<PdfRevision>,
  forms: Both<Form>,
  index: ReferenceIndex,
): readonly Change[] {
  const { touched, added, isDoubtful } = written(document, before, after)
  index.advance(after, [...touched, ...added])
  const step: Step = {
    document,
    before,
    after,
    touched,
    added,
    index,
    claims: new Claims(),
    forms,
    changes: [],
    fresh: new Set(),
  }
  if (isDoubtful) step.changes.push({ kind: 'modified' })
  // The head of the list of free numbers is nothing that can be used (7.5.4), and nothing stands before the first object.
  if (touched.has(0) || added.has(0) || !isNextToIt(document, before)) step.changes.push({ kind: 'unclear' })
  if (index.isBlind) step.changes.push({ kind: isOutOfSight(step) ? 'modified' : 'unclear' })
  const trailers = {
    before: new Placed(step.claims, before, before.trailer, trailerNumber, ''),
    after: new Placed(step.claims, after, after.trailer, trailerNumber, ''),
  }
  compareTrailers(step, trailers)
  compareCatalogs(step, rootsOf(trailers))
  comparePages(step)
  if ([...touched].some((number) => !step.claims.has(number) && !isOfSections(step, number)))
    step.changes.push({ kind: 'unclear' })
  if (areOthersTouched(step)) step.changes.push({ kind: 'modified' })
  return step.changes
}

/** True when something was changed that only what cannot be read may refer to. */
const isOutOfSight = ({ touched, index }: Step): boolean => [...touched].some((number) => !index.isReached(number))

/** True when ends of lines alone stand between a revision and the next one. */
function isNextToIt({ bytes }: PdfDocument, { eofEnd }: PdfRevision): boolean {
  let at = eofEnd
  while (bytes[at] === 0x0a || bytes[at] === 0x0d) at += 1
  const sign = String.fromCharCode(bytes[at] ?? 0)
  return /[0-9x]/.test(sign)
}

const rootsOf = ({ before, after }: Pair): Pair => ({ before: before.child('Root'), after: after.child('Root') })

/** What the later revision wrote; doubtful when a key of it stands twice. */
function written(document: PdfDocument, before: PdfRevision, after: PdfRevision) {
  const touched = new Set<number>()
  const added = new Set<number>()
  let isDoubtful = hasDuplicateKeys(after.trailer)
  for (const number of after.defines.keys()) {
    const one = before.object(number)
    const other = after.object(number)
    if (other && hasDuplicateKeys(other.value)) isDoubtful = true
    if (one === undefined && other !== undefined) added.add(number)
    else if (one !== undefined && !isSameObject(document.bytes, one, other)) touched.add(number)
  }
  return { touched, added, isDoubtful }
}

type Found = ReturnType<PdfRevision['object']>

const isSameObject = (bytes: Uint8Array, one: NonNullable<Found>, other: Found): boolean =>
  other !== undefined && one.generation === other.generation && isSameValue(bytes, one.value, other.value)

/** What only says where objects are is written anew under its own number by some. */
function isOfSections({ before, after }: Step, number: number): boolean {
  const types = [before, after].map((revision) => {
    const value = revision.object(number)?.value
    return value?.kind === 'stream' ? nameOf(value.dictionary.entries.get('Type')) : undefined
  })
  return types.every((type) => type === 'XRef' || type === 'ObjStm')
}

/**
 * True when something that can still be reached was changed without a rule that allows it, is referred to from elsewhere
 * than where it was compared, or was missing before and is filled now.
 */
function areOthersTouched(step: Step): boolean {
  const { touched, added, claims, index } = step
  const waiting = [...touched, ...added]
  const seen = new Set(waiting)
  for (const number of waiting) {
    if (claims.isAnywhere(number)) continue
    // New objects may be anything for what is new or was compared; what asked for them before must not find them now.
    const isNewFor = (parent: number) => added.has(number) && touched.has(parent) && !didReferTo(step, parent, number)
    if (isReferredElsewhere(number, step, isNewFor)) return true
    // A container that was not changed itself must not be taken for something else either.
    for (const parent of index.parentsOf(number)) {
      if (parent === trailerNumber || seen.has(parent) || added.has(parent) || !claims.has(parent)) continue
      seen.add(parent)
      waiting.push(parent)
    }
  }
  return false
}

function didReferTo({ before }: Step, parent: number, number: number): boolean {
  let did = false
  const value = before.object(parent)?.value
  if (value !== undefined)
    eachReference(value, (reference) => {
      did ||= reference.number === number
    })
  return did
}
