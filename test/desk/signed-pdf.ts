import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { TestPki } from '../../bot/simulator/signing/test-pki.ts'
import type { Signatures } from '../../core/handling/signatures.ts'
import { anchorsOf } from '../../core/lab/cms/anchors.ts'
import { verifyPdf } from '../../core/lab/signature/verify-pdf.ts'
import { diy } from '../case/given.ts'

/** Certificates of the people in tests; everything below is signed with them. */
export const pki = new TestPki(new Date().toISOString())

/** Verifies against the root of those certificates. */
export function testSignatures(now: () => string): Signatures {
  const anchors = anchorsOf([pki.rootPem])
  return { hasAnchors: true, verifyPdf: async (bytes) => verifyPdf(bytes, { anchors, crls: [], at: now() }) }
}

/** The issued form, signed by the person in charge or somebody else, now or at another moment. */
export const signedCopy = async (
  issued: Uint8Array,
  name = diy.personInCharge.name,
  at = new Date().toISOString(),
): Promise<Uint8Array> => pki.sign(issued, name, at)

/** The same, with a value of one field changed before it was signed. */
export async function changedCopy(issued: Uint8Array, name: string, text: string): Promise<Uint8Array> {
  return signedCopy(await appended(issued, (document) => document.getForm().getTextField(name).setText(text)))
}

/** The same, with something drawn on its page before it was signed. */
export async function stampedCopy(issued: Uint8Array): Promise<Uint8Array> {
  const drawn = (document: PDFDocument) => document.getPage(0).drawText('Nomor 800/12', { x: 50, y: 20, size: 8 })
  return signedCopy(await appended(issued, drawn))
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
