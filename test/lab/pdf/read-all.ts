import { unaccounted } from '../../../core/lab/pdf/accounting.ts'
import { openPdf, type PdfDocument, type PdfRevision } from '../../../core/lab/pdf/document.ts'
import { formFields } from '../../../core/lab/pdf/fields.ts'
import { PdfRefused } from '../../../core/lab/pdf/refused.ts'

/** Asks a file for all that it has. @returns `READ`, or the first code by which something of it was refused; nothing else is caught */
export function readAll(bytes: Uint8Array): string {
  const codes: string[] = []
  const attempt = (read: () => unknown) => {
    try {
      read()
    } catch (error) {
      if (!(error instanceof PdfRefused)) throw error
      codes.push(error.code)
    }
  }
  attempt(() => {
    const document = openPdf(bytes)
    attempt(() => unaccounted(document))
    for (const revision of document.revisions) readRevision(document, revision, attempt)
  })
  return codes[0] ?? 'READ'
}

function readRevision(document: PdfDocument, revision: PdfRevision, attempt: (read: () => unknown) => void): void {
  attempt(() => formFields(document, revision))
  for (const number of revision.numbers())
    attempt(() => {
      const value = revision.object(number)?.value
      if (value?.kind === 'stream') document.decode(value, revision)
    })
}
