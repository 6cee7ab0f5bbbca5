import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { putSampleSignature, signedAsSample } from '../../core/lab/sample-signature.ts'

/** The issued form with a signature appended behind its bytes, as signing programs do it; worth nothing but its shape. */
export const signedCopy = (issued: Uint8Array, field = 'TTE_PJ'): Promise<Uint8Array> => signedAsSample(issued, field)

/** The same, with a value of one field changed before it was signed. */
export async function changedCopy(issued: Uint8Array, name: string, text: string): Promise<Uint8Array> {
  return appended(issued, (document) => {
    document.getForm().getTextField(name).setText(text)
    putSampleSignature(document, 'TTE_PJ')
  })
}

/** Something appended that is no signature. */
export const touchedCopy = (issued: Uint8Array): Promise<Uint8Array> =>
  appended(issued, (document) => {
    const { dict } = document.getForm().getSignature('TTE_PJ').acroField
    dict.set(PDFName.of('TU'), PDFHexString.fromText('dibuka'))
  })

async function appended(issued: Uint8Array, change: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(issued, { updateMetadata: false, forIncrementalUpdate: true })
  change(document)
  return document.save({ updateFieldAppearances: false, rewrite: false })
}
