import type { PdfValue } from '../pdf/value.ts'
import { wholeOf } from '../pdf/value.ts'
import { isSameAt } from './catalog-changes.ts'
import { childOf, type Pair, type Placed } from './claims.ts'
import { compareField } from './field-changes.ts'
import type { FieldNode } from './field-node.ts'
import { compareNewField, groupsOfSignatures } from './new-field.ts'
import { isSameValue } from './same-value.ts'
import type { Step } from './step.ts'
import { isDrawnByViewers, isFontAwaited } from './viewer-drawn.ts'

/** Compares interactive forms (ISO 32000-2 §12.7.3): they gain signature fields, and what those are drawn with. */
export function compareForms(step: Step, forms: Pair): void {
  if (forms.before.dictionary === undefined || forms.after.dictionary === undefined) {
    step.changes.push({ kind: 'modified' })
    return
  }
  for (const key of new Set([...forms.before.keys, ...forms.after.keys])) {
    if (key === 'Fields') compareFields(step, childOf(forms, key))
    else if (key === 'DR') compareResources(step, childOf(forms, key), forms.before)
    else if (key === 'SigFlags') compareFlags(step, childOf(forms, key))
    else if (!isSameAt(step, forms, key)) compareRest(step, forms, key)
  }
}

/** How fields look that do not say so themselves may be said later, where no viewer draws them by it. */
function compareRest(step: Step, { before }: Pair, key: string): void {
  if (key === 'DA' && before.child(key).value === undefined && !isDrawnByViewers(step, before)) return
  step.changes.push({ kind: key === 'NeedAppearances' ? 'unclear' : 'modified' })
}

function compareFlags(step: Step, { before, after }: Pair): void {
  const [had, has] = [wholeOf(before.value) ?? 0, wholeOf(after.value)]
  // A document that is signed does not become one that may be rewritten.
  if (has === undefined || (had & has) !== had) step.changes.push({ kind: 'unclear' })
}

function compareFields(step: Step, lists: Pair): void {
  const { before, after } = step.forms
  // Where nothing was changed no field was either.
  if (before === after && step.touched.size === 0) return
  if (!isGrownList(step, lists)) step.changes.push({ kind: 'modified' })
  for (const node of before.nodes) {
    const now = node.number === undefined ? undefined : after.byNumber.get(node.number)
    if (now) compareField(step, node, now)
    else if (before !== after && !isDirectAndSame(step, node)) step.changes.push({ kind: 'modified' })
  }
  if (before === after) return
  const groups = groupsOfSignatures(after.nodes)
  for (const node of after.nodes)
    if (node.number === undefined ? !before.names.has(node.name) : !before.byNumber.has(node.number))
      compareNewField(step, node, groups)
}

/** A field that stands in another object itself was compared with that object, but for forms that are read anew. */
const isDirectAndSame = ({ document, forms }: Step, { number, dictionary, name }: FieldNode): boolean =>
  number === undefined &&
  forms.after.nodes.some((node) => node.name === name && isSameValue(document.bytes, node.dictionary, dictionary))

/** True when a list has all that it had, in the same order; what was added may stand anywhere between. */
export function isGrownList({ document }: Step, { before, after }: Pair): boolean {
  const had = listOf(before)
  const has = listOf(after)
  if (had === undefined || has === undefined) return false
  let at = 0
  for (const item of has) if (at < had.length && isSameValue(document.bytes, item, had[at])) at += 1
  return at === had.length
}

const listOf = ({ value }: Placed): readonly PdfValue[] | undefined => {
  if (value === undefined) return []
  return value.kind === 'array' ? value.items : undefined
}

/** Default resources: two levels of names, which only grow (§7.8.3). */
function compareResources(step: Step, resources: Pair, form: Placed): void {
  for (const key of new Set([...resources.before.keys, ...resources.after.keys])) {
    const category = childOf(resources, key)
    if (isSameValue(step.document.bytes, category.before.value, category.after.value)) continue
    const isGrown = category.before.keys.every((name) => isSameAt(step, category, name))
    const isNamed = category.before.value === undefined || category.before.dictionary !== undefined
    if (!isGrown || !isNamed || category.after.value === undefined) step.changes.push({ kind: 'modified' })
    const gained = category.after.keys.filter((name) => category.before.child(name).value === undefined)
    if (gained.some((name) => isFontAwaited(step, form, name))) step.changes.push({ kind: 'modified' })
  }
}
