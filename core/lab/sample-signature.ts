import { PDFDocument, PDFHexString, PDFName, PDFSignature } from '@cantoo/pdf-lib'

/**
 * A PDF with something that has the shape of a signature appended behind its bytes, as signing programs do it: for the
 * simulator and for tests, worth nothing anywhere.
 * @param field its first signature field by default
 * @throws Error when the PDF has no such field
 */
export async function signedAsSample(pdf: Uint8Array, field?: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, forIncrementalUpdate: true })
  const fields = document.getForm().getFields()
  const first = fields.find((one) => one instanceof PDFSignature)?.getName()
  putSampleSignature(document, field ?? first ?? '')
  return document.save({ updateFieldAppearances: false, rewrite: false })
}

/** Puts that shape into a signature field of an open document. */
export function putSampleSignature(document: PDFDocument, field: string): void {
  const { dict } = document.getForm().getSignature(field).acroField
  const signature = document.context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, 100, 200, 100],
    Contents: PDFHexString.of('30820100'),
  })
  dict.set(PDFName.of('V'), document.context.register(signature))
}
