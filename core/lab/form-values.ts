import { openPdf } from './pdf/document.ts'
import { formFields } from './pdf/fields.ts'
import { textOf } from './pdf/text.ts'
import type { PdfValue } from './pdf/value.ts'

/** What the fields of a form say, signatures apart. */
export interface FormValues {
  /** By full name; as a text that is equal for equal values. */
  readonly values: ReadonlyMap<string, string>
  /** What its text fields say. */
  readonly texts: readonly string[]
}

/** Reads the fields of a PDF strictly, as its newest revision has them. @throws PdfRefused */
export function formValues(bytes: Uint8Array): FormValues {
  const document = openPdf(bytes)
  const newest = document.revisions.at(-1)
  const values = new Map<string, string>()
  const texts: string[] = []
  for (const { name, type, value } of newest === undefined ? [] : formFields(document, newest)) {
    if (type === 'Sig') continue
    const said = `${type ?? 'none'} ${wordsOf(value)}`
    // Of two fields of one name a reader shows either.
    const known = values.get(name)
    values.set(name, known === undefined || known === said ? said : `${known}\u0000${said}`)
    if (type === 'Tx') texts.push(wordsOf(value))
  }
  return { values, texts }
}

function wordsOf(value: PdfValue | undefined): string {
  if (value === undefined) return ''
  switch (value.kind) {
    case 'string':
      return textOf(value.bytes)
    case 'name':
      return `/${value.name}`
    case 'number':
    case 'boolean':
      return String(value.value)
    case 'array':
      return `[${value.items.map(wordsOf).join(' ')}]`
    default:
      // Numbers of objects differ from file to file, and none of our fields has such a value.
      return `<${value.kind}>`
  }
}
