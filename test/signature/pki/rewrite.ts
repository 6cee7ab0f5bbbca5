import { PDFDocument } from '@cantoo/pdf-lib'

/** The same document saved anew, as programs do that rewrite a file before they sign it; its fields keep their values. */
export async function rewritten(file: Uint8Array, { isPacked = false } = {}): Promise<Uint8Array> {
  const document = await PDFDocument.load(file, { updateMetadata: false })
  return document.save({ useObjectStreams: isPacked, updateFieldAppearances: false })
}
