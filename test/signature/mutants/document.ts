import type { Chance } from '../../long/chance.ts'
import type { Anatomy } from './anatomy.ts'
import { oneOf } from './operator.ts'
import { firstPage } from './signing.ts'
import { entryOf, numberOf, withEntry } from './token.ts'

/** A stream object over a text. */
export const streamOf = (text: string, entries = ''): string =>
  `<< ${entries} /Length ${text.length} >>\nstream\n${text}\nendstream`

export const evilContent = streamOf('BT /F1 40 Tf 10 10 Td (DIUBAH) Tj ET 0 0 200 200 re f')

export const catalog = (pdf: Anatomy): string => pdf.objects.get(pdf.root) ?? ''

/** The catalog with an entry set, as the objects of an update. */
export const catalogWith = (pdf: Anatomy, key: string, value: string): Readonly<Record<number, string>> => ({
  [pdf.root]: withEntry(catalog(pdf), key, value),
})

/** The form and where it lies: an object of its own, or the catalog. */
export function formOf(pdf: Anatomy): {
  readonly text: string
  readonly with: (text: string) => Record<number, string>
} {
  const token = entryOf(catalog(pdf), 'AcroForm')
  const number = numberOf(token)
  const text = number === undefined ? (token?.text ?? '') : (pdf.objects.get(number) ?? '')
  return {
    text,
    with: (changed) => (number === undefined ? { ...catalogWith(pdf, 'AcroForm', changed) } : { [number]: changed }),
  }
}

/** The objects whose text fits a pattern. */
export const objectsLike = (pdf: Anatomy, pattern: RegExp): readonly (readonly [number, string])[] =>
  [...pdf.objects].filter(([, body]) => pattern.test(body))

/** One of the objects whose text fits a pattern, by chance. */
export function objectLike(pdf: Anatomy, chance: Chance, pattern: RegExp): readonly [number, string] | undefined {
  const all = objectsLike(pdf, pattern)
  return all.length === 0 ? undefined : oneOf(chance, all)
}

/** The first page and its text. */
export function pageOf(pdf: Anatomy): readonly [number, string] | undefined {
  const number = firstPage(pdf)
  const text = number === undefined ? undefined : pdf.objects.get(number)
  return number === undefined || text === undefined ? undefined : [number, text]
}

/** The first page with an entry set, as the objects of an update. */
export function pageWith(pdf: Anatomy, key: string, value: string): Record<number, string> | undefined {
  const page = pageOf(pdf)
  return page && { [page[0]]: withEntry(page[1], key, value) }
}

/** The first page with one more annotation. */
export function pageWithAnnotation(pdf: Anatomy, annotation: number): Record<number, string> | undefined {
  const page = pageOf(pdf)
  if (page === undefined) return undefined
  const token = entryOf(page[1], 'Annots')
  const number = numberOf(token)
  const list = number === undefined ? (token?.text ?? '[]') : (pdf.objects.get(number) ?? '[]').trim()
  const more = `[${list.slice(1, -1)} ${annotation} 0 R]`
  return number === undefined ? { [page[0]]: withEntry(page[1], 'Annots', more) } : { [number]: more }
}
