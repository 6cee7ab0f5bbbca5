import { openPdf } from '../../../core/lab/pdf/document.ts'
import { formFields } from '../../../core/lab/pdf/fields.ts'
import { textOf } from '../../../core/lab/pdf/text.ts'

/** The texts of a form's fields by name, as its newest revision says. */
export function fieldsIn(file: Uint8Array): Readonly<Record<string, string>> {
  const document = openPdf(file)
  const revision = document.revisions.at(-1)
  if (revision === undefined) throw new Error('a file without revisions')
  const texts = formFields(document, revision).filter(({ type }) => type === 'Tx')
  return Object.fromEntries(texts.map(({ name, value }) => [name, value?.kind === 'string' ? textOf(value.bytes) : '']))
}
