import type { PdfRevision } from '../pdf/document.ts'
import type { PdfValue } from '../pdf/value.ts'
import { Placed } from './claims.ts'
import { type FieldNode, ownerOf } from './field-node.ts'
import { isGrownList } from './form-changes.ts'
import { isTimestamp } from './found-signature.ts'
import { eachReference } from './reference-index.ts'
import { differingKeys } from './same-value.ts'
import { isVisible } from './stamp.ts'
import type { Step } from './step.ts'

/** What a field or widget gets when it is signed, and what a field gets when it is filled in. */
const signedKeys = new Set(['V', 'AP', 'F', 'M', 'P', 'MK', 'DA', 'DR', 'Type', 'Subtype'])
const filledKeys = new Set(['V', 'AP', 'AS', 'I', 'M', 'RV'])
/** What a new signature field or its widget may have: nothing that runs. */
const newKeys = new Set([
  ...signedKeys,
  ...['FT', 'T', 'TU', 'TM', 'Ff', 'Rect', 'AS', 'BS', 'Border', 'Q', 'Lock', 'SV', 'Parent', 'Kids', 'NM', 'H'],
  ...['StructParent', 'C', 'Contents', 'Lang', 'OC'],
])
const readOnly = 1

/** What stands above signature fields. */
export function groupsOfSignatures(nodes: readonly FieldNode[]): ReadonlySet<FieldNode> {
  const groups = new Set<FieldNode>()
  for (const { type, parent } of nodes)
    if (type === 'Sig') for (let group = parent; group && !groups.has(group); group = group.parent) groups.add(group)
  return groups
}

/** Compares a field, or one of its widgets, with what it was. */
export function compareField(step: Step, before: FieldNode, after: FieldNode): void {
  const { number } = before
  if (number === undefined || !isConcerned(step, before, after)) return
  claimField(step, before, after, number)
  if (before.type !== after.type || before.name !== after.name || before.flags !== after.flags) {
    step.changes.push({ kind: 'modified' })
    return
  }
  const keys = differingKeys(step.document.bytes, before.dictionary, after.dictionary)
  const isDrawnAnew = before.type !== 'Sig' && isAppearanceTouched(step, after)
  if (keys.length === 0 && !isDrawnAnew) return
  if (before.type === 'Sig') compareSignatureField(step, before, after, keys)
  else compareOtherField(step, before, keys)
}

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

/** All of a field that may change at all is compared, so it may be referred to from anywhere. */
function claimField(step: Step, before: FieldNode, after: FieldNode, number: number): void {
  step.claims.addAnywhere(number)
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
  const owners = [ownerOf(before), ownerOf(after)] as const
  const isSigned = owners[0].value === undefined && owners[1].value !== undefined
  const isGroup = keys.every((key) => key === 'Kids')
  if (isSigned && keys.every((key) => signedKeys.has(key) || key === 'Kids'))
    step.changes.push({ kind: 'signed', field: owners[1].name })
  else if (!isGroup) step.changes.push({ kind: 'modified' })
}

function compareOtherField(step: Step, before: FieldNode, keys: readonly string[]): void {
  const { name: field, flags } = ownerOf(before)
  const isGroup = before.type === undefined && keys.every((key) => key === 'Kids')
  if (isGroup) return
  if (keys.every((key) => filledKeys.has(key)))
    step.changes.push({ kind: 'filled', field, isReadOnly: (flags & readOnly) !== 0 })
  else step.changes.push({ kind: 'modified' })
}

/** Only signature fields may be new, and what stands above them. */
export function compareNewField(step: Step, node: FieldNode, groups: ReadonlySet<FieldNode>): void {
  const hasSignature = node.type === 'Sig' || groups.has(node)
  const isPlain = [...node.dictionary.entries.keys()].every((key) => newKeys.has(key))
  // Fields of one name are one field (12.7.4.2), so whoever repeats a name changes what stood under it.
  const isNamedAgain = node.hasOwnName && step.forms.before.names.has(node.name)
  if (!hasSignature || !isPlain || isNamedAgain) {
    step.changes.push({ kind: 'modified' })
    return
  }
  if (node.type !== 'Sig') return
  const owner = ownerOf(node)
  const { value } = owner
  const isStamp = value?.kind === 'dictionary' && isTimestamp(value)
  // Nobody signs with an empty field or a time stamp: neither has a reason to show anything.
  if ((value === undefined || isStamp) && isVisible(step.after, node.dictionary))
    step.changes.push({ kind: isStamp ? 'modified' : 'unclear' })
  step.changes.push(
    value === undefined ? { kind: 'stored' } : { kind: isStamp ? 'stamped' : 'signed', field: owner.name },
  )
}
