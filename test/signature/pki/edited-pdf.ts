import { formFields } from '../../../core/lab/pdf/fields.ts'
import { stringText } from './pdf-text.ts'
import { PdfUpdate } from './pdf-update.ts'

/** The same form with a field's value replaced by an incremental update: behind a signature nobody may do that. */
export function editedPdf(file: Uint8Array, name: string, words: string): Buffer {
  const update = new PdfUpdate(file)
  const field = formFields(update.document, update.revision).find((one) => one.name === name)
  if (field === undefined) throw new Error(`no field ${name}`)
  update.change(field.object.number, { V: stringText(words) })
  return update.bytes()
}
