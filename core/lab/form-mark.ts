import { createHash } from 'node:crypto'
import { type PDFDocument, PDFHexString } from '@cantoo/pdf-lib'
import type { FilledForm } from '../legalise/filled-form.ts'

/** Writes what a form is into the document's own data: title, number, content hash, and an id that the content gives. */
export function markForm(document: PDFDocument, { layout, number, formSha256, madeAt }: FilledForm): void {
  document.setTitle(`${layout.title} ${number}`, { showInWindowTitleBar: true })
  document.setSubject(number)
  document.setKeywords([`pandu:form=${layout.name}`, `pandu:number=${number}`, `pandu:sha256=${formSha256}`])
  document.setProducer('Pandu')
  document.setLanguage('id-ID')
  if (madeAt !== null) document.setCreationDate(new Date(madeAt))
  const id = PDFHexString.of(createHash('sha256').update(`${number} ${formSha256}`).digest('hex').slice(0, 32))
  document.context.trailerInfo.ID = document.context.obj([id, id])
}
