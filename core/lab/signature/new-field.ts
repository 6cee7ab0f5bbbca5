import { type FieldNode, ownerOf } from './field-node.ts'
import { isTimestamp } from './found-signature.ts'
import { isVisible } from './stamp.ts'
import type { Step } from './step.ts'

/** What a signature field or its widget gets when it is signed. */
export const signedKeys: ReadonlySet<string> = new Set(
  'V AP F M P MK DA DR Type Subtype AS BS H Q NM StructParent'.split(' '),
)
/** What a new signature field or its widget may have: nothing that runs. */
const newKeys: ReadonlySet<string> = new Set([
  ...signedKeys,
  ...'FT T TU TM Ff Rect Border Lock SV Parent Kids C Contents Lang'.split(' '),
])

/** What stands above signature fields. */
export function groupsOfSignatures(nodes: readonly FieldNode[]): ReadonlySet<FieldNode> {
  const groups = new Set<FieldNode>()
  for (const { type, parent } of nodes)
    if (type === 'Sig') for (let group = parent; group && !groups.has(group); group = group.parent) groups.add(group)
  return groups
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
  if (node.type === 'Sig') compareNewSignature(step, node, ownerOf(node))
}

function compareNewSignature(step: Step, node: FieldNode, owner: FieldNode): void {
  const before = owner.number === undefined ? undefined : step.forms.before.byNumber.get(owner.number)
  // What was signed, or is no place for a signature, gets no more widgets.
  if (owner.type !== 'Sig' || before?.value !== undefined) step.changes.push({ kind: 'modified' })
  else if (owner.value !== undefined) noteSigned(step, node, owner)
  else {
    if (node.number !== undefined) step.fresh.add(node.number)
    step.changes.push({ kind: isVisible(step.after, node.dictionary) ? 'unclear' : 'stored' })
  }
}

/** A time stamp is nobody's signature, so it has no reason to show anything. */
export function noteSigned(step: Step, node: FieldNode, { name: field, value }: FieldNode): void {
  const isStamp = value?.kind === 'dictionary' && isTimestamp(value)
  if (isStamp && isVisible(step.after, node.dictionary)) step.changes.push({ kind: 'modified' })
  if (node.number !== undefined) step.fresh.add(node.number)
  step.changes.push({ kind: isStamp ? 'stamped' : 'signed', field })
}
