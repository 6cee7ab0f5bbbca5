import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFSignature, PDFString } from '@cantoo/pdf-lib'

const [value, range, contents] = [PDFName.of('V'), PDFName.of('ByteRange'), PDFName.of('Contents')]

/**
 * True when a signature field of the file, one that was let in (`admit`), holds something in the shape of a signature
 * (ISO 32000-1, 12.8.1). What it is worth is not looked at.
 */
export async function hasSignatureMark(bytes: Uint8Array): Promise<boolean> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document
    .getForm()
    .getFields()
    .some((field) => {
      const signature = field instanceof PDFSignature ? field.acroField.dict.lookup(value) : undefined
      return signature instanceof PDFDict && isCovering(signature) && isFilled(signature)
    })
}

function isCovering(signature: PDFDict): boolean {
  const covered = signature.lookup(range)
  return covered instanceof PDFArray && covered.size() >= 4
}

function isFilled(signature: PDFDict): boolean {
  const filled = signature.lookup(contents)
  return (filled instanceof PDFHexString || filled instanceof PDFString) && filled.asBytes().some((byte) => byte !== 0)
}
