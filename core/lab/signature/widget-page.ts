import { nameOf, type PdfDictionary } from '../pdf/value.ts'
import type { FieldNode } from './field-node.ts'
import { areIntrusive } from './stamp.ts'
import type { Step } from './step.ts'

/** True when a field that was there before its signature lies where a signature has no place, on any page that shows it. */
export function isIntrusiveOnItsPage(step: Step, { number, dictionary }: FieldNode): boolean {
  if (number === undefined) return false
  return pagesWith(step, number).some((page) => {
    const list = step.after.resolve(page.entries.get('Annots'))
    const others =
      list?.kind === 'array' ? list.items.filter((one) => !(one.kind === 'reference' && one.number === number)) : []
    return areIntrusive(step.after, page, [dictionary], others)
  })
}

/** Pages whose list of annotations names it; the list may be an object of its own. */
function pagesWith({ after, index }: Step, number: number): readonly PdfDictionary[] {
  const parents = [...index.parentsOf(number)]
  const above = parents
    .filter((one) => after.object(one)?.value.kind === 'array')
    .flatMap((one) => [...index.parentsOf(one)])
  return [...new Set([...parents, ...above])].flatMap((one) => {
    const value = after.object(one)?.value
    return value?.kind === 'dictionary' && nameOf(value.entries.get('Type')) === 'Page' ? [value] : []
  })
}
