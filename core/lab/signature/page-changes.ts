import { nameOf, type PdfDictionary, type PdfValue } from '../pdf/value.ts'
import { childOf, type Pair, Placed } from './claims.ts'
import { isGrownList } from './form-changes.ts'
import { hasReference } from './reference-index.ts'
import { differingKeys, isSameValue } from './same-value.ts'
import { areIntrusive } from './stamp.ts'
import type { Step } from './step.ts'

/** Compares pages (ISO 32000-2 §7.7.3.3): they gain the widgets of signature fields and nothing else. */
export function comparePages(step: Step): void {
  const { touched, index, after, claims } = step
  for (const number of touched) {
    if (pageAt(step, number)) comparePage(step, number)
    else if (!claims.has(number) && after.object(number)?.value.kind === 'array') {
      // Its page itself stays as it was when the list of annotations is an object of its own.
      for (const parent of index.parentsOf(number))
        if (!touched.has(parent) && pageAt(step, parent)) compareAnnotations(step, pairAt(step, parent))
    }
  }
}

/** The page that was there at a number, and is still. */
function pageAt({ before, after }: Step, number: number): PdfDictionary | undefined {
  const [was, is] = [before.object(number)?.value, after.object(number)?.value]
  return was !== undefined && isPage(was) && is !== undefined && isPage(is) ? is : undefined
}

const isPage = (value: PdfValue): value is PdfDictionary =>
  value.kind === 'dictionary' && nameOf(value.entries.get('Type')) === 'Page'

function pairAt({ claims, before, after }: Step, number: number): Pair {
  return {
    before: new Placed(claims, before, before.object(number)?.value, number, ''),
    after: new Placed(claims, after, after.object(number)?.value, number, ''),
  }
}

function comparePage(step: Step, number: number): void {
  const pair = pairAt(step, number)
  // All of it is compared, so whoever refers to it finds what was compared.
  step.claims.addAnywhere(number)
  const { dictionary: was } = pair.before
  const { dictionary: is } = pair.after
  if (was === undefined || is === undefined) return
  for (const key of differingKeys(step.document.bytes, was, is))
    if (key !== 'Annots') step.changes.push({ kind: isBookkeeping(is, key) ? 'unclear' : 'modified' })
  compareAnnotations(step, pair)
}

/** In which order and for which tags a page is gone through, and since when: nothing of it is seen. */
const isBookkeeping = ({ entries }: PdfDictionary, key: string): boolean =>
  ['Tabs', 'StructParents', 'LastModified'].includes(key) && !hasReference(entries.get(key))

/** What a page gained must be widgets of signature fields, which lie over nothing else. */
function compareAnnotations(step: Step, page: Pair): void {
  const lists = childOf(page, 'Annots')
  if (!isGrownList(step, lists)) step.changes.push({ kind: 'modified' })
  const had = itemsIn(lists.before.value)
  const known = new Set(had.map(numberOf))
  const gained = itemsIn(lists.after.value).filter((item) => {
    const number = numberOf(item)
    return number === undefined ? !had.some((one) => isSameValue(step.document.bytes, one, item)) : !known.has(number)
  })
  const widgets = gained.flatMap((item) => step.forms.after.byNumber.get(numberOf(item) ?? -1) ?? [])
  const areAllowed = widgets.every(({ number }) => number !== undefined && step.fresh.has(number))
  if (widgets.length < gained.length || !areAllowed) step.changes.push({ kind: 'modified' })
  const { dictionary } = page.after
  const shown = widgets.map((widget) => widget.dictionary)
  if (dictionary && areIntrusive(step.after, dictionary, shown, had)) step.changes.push({ kind: 'unclear' })
}

const itemsIn = (list: PdfValue | undefined): readonly PdfValue[] => (list?.kind === 'array' ? list.items : [])

const numberOf = (item: PdfValue): number | undefined => (item.kind === 'reference' ? item.number : undefined)
