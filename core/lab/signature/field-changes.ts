import type { PdfRevision } from '../pdf/document.ts'
import type { PdfValue } from '../pdf/value.ts'
import { Placed } from './claims.ts'
import { type FieldNode, ownerOf } from './field-node.ts'
import { isGrownList } from './form-changes.ts'
import { noteSigned, signedKeys } from './new-field.ts'
import { eachReference } from './reference-index.ts'
import { differingKeys } from './same-value.ts'
import type { Step } from './step.ts'
import { isIntrusiveOnItsPage } from './widget-page.ts'

/** What a field gets when it is filled in. */
const filledKeys = new Set(['V', 'AP', 'AS', 'I', 'M', 'RV', 'DA', 'Q', 'F', 'MK'])
const readOnly = 1
/** Under what forms, pages, tags and actions name a field or widget. */
const fieldKeys: ReadonlySet<string> = new Set('Fields Kids Parent Annots Obj CO T IRT'.split(' '))

/** Compares a field, or one of its widgets, with what it was. */
export function compareField(step: Step, before: FieldNode, after: FieldNode): void {
  const { number } = before
  if (number === undefined || !isConcerned(step, before, after)) return
  claimField(step, before, after, number)
  if (before.type !== after.type || before.name !== after.name || !isSameOrLocked(before.flags, after.flags)) {
    step.changes.push({ kind: 'modified' })
    return
  }
  // Locks that a signature sets make fields read-only, which changes nothing of what they say.
  const keys = differingKeys(step.document.bytes, before.dictionary, after.dictionary).filter((key) => key !== 'Ff')
  const isDrawnAnew = before.type !== 'Sig' && isAppearanceTouched(step, after)
  if (keys.length === 0 && !isDrawnAnew) return
  if (before.type === 'Sig') compareSignatureField(step, before, after, keys)
  else compareOtherField(step, before, keys)
}

const isSameOrLocked = (before: number, after: number): boolean => after === before || after === (before | readOnly)

/** True when a field is another one, or leads to something that is: most of a long form is not. */
function isConcerned(step: Step, before: FieldNode, after: FieldNode): boolean {
  const isSame = before.dictionary === after.dictionary && before.name === after.name
  if (!isSame || before.type !== after.type || before.flags !== after.flags) return true
  return leadsToTouched(step, after.dictionary, 0) || leadsToTouched(step, after.dictionary.entries.get('AP'), 2)
}

/** Streams are where appearances end. */
function leadsToTouched(step: Step, value: PdfValue | undefined, levels: number): boolean {
  let leads = false
  if (value === undefined || value.kind === 'stream') return false
  eachReference(value, ({ number }) => {
    leads ||= step.touched.has(number)
    if (!leads && levels > 0) leads = leadsToTouched(step, step.after.object(number)?.value, levels - 1)
  })
  return leads
}

/** What may change of a field means something else elsewhere, so only what refers to fields may refer to it. */
function claimField(step: Step, before: FieldNode, after: FieldNode, number: number): void {
  step.claims.addUnder(number, fieldKeys)
  const place = (node: FieldNode, revision: PdfRevision) =>
    new Placed(step.claims, revision, node.dictionary, number, '')
  const pair = { before: place(before, step.before).child('Kids'), after: place(after, step.after).child('Kids') }
  if (!isGrownList(step, pair)) step.changes.push({ kind: 'modified' })
  if (before.type === 'Sig' || before.type === undefined) return
  for (const side of [place(before, step.before), place(after, step.after)]) claimValues(side)
}

/** Whatever a filled field says and shows: its own values, and pictures that belong to nobody else. */
function claimValues(field: Placed): void {
  for (const key of filledKeys) field.child(key)
  const appearances = field.child('AP')
  for (const key of appearances.keys) {
    const appearance = appearances.child(key)
    for (const state of appearance.keys) appearance.child(state)
  }
}

function isAppearanceTouched({ claims, after, touched }: Step, { number, dictionary }: FieldNode): boolean {
  if (number === undefined) return false
  const field = new Placed(claims, after, dictionary, number, '')
  const appearances = field.child('AP')
  const all = appearances.keys.flatMap((key) => {
    const appearance = appearances.child(key)
    return [appearance, ...appearance.keys.map((state) => appearance.child(state))]
  })
  return [field.child('V'), appearances, ...all].some((one) => one.number !== number && touched.has(one.number))
}

/** An empty signature field may be signed, once; a signed one stays what it is. */
function compareSignatureField(step: Step, before: FieldNode, after: FieldNode, keys: readonly string[]): void {
  const [was, is] = [ownerOf(before), ownerOf(after)]
  const isSigned = was.value === undefined && is.value !== undefined
  if (isSigned && keys.every((key) => signedKeys.has(key) || key === 'Kids')) {
    // It may have been prepared, empty and unseen, to be drawn over what others signed.
    if (isIntrusiveOnItsPage(step, after)) step.changes.push({ kind: 'unclear' })
    noteSigned(step, after, is)
  } else if (!keys.every((key) => key === 'Kids')) step.changes.push({ kind: 'modified' })
}

function compareOtherField(step: Step, before: FieldNode, keys: readonly string[]): void {
  const { name: field, flags } = ownerOf(before)
  const isGroup = before.type === undefined && keys.every((key) => key === 'Kids')
  if (isGroup) return
  if (keys.every((key) => filledKeys.has(key)))
    step.changes.push({ kind: 'filled', field, isReadOnly: (flags & readOnly) !== 0 })
  else step.changes.push({ kind: 'modified' })
}
