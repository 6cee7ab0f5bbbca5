import { expect, it } from 'vitest'
import { anchorsOf } from '../../../core/lab/cms/anchors.ts'
import { verifyPdfInThread } from '../../../core/lab/signature/in-thread.ts'
import { verifyPdf } from '../../../core/lab/signature/verify-pdf.ts'
import { at, authority, signedForm } from './signed-pdf.ts'

it('finds in a process of its own what is found at once', async () => {
  const standard = { anchors: anchorsOf([authority.certificate]), crls: [], at }
  const file = signedForm()
  expect(await verifyPdfInThread(file, standard)).toEqual(verifyPdf(file, standard))
})

it('calls a file unreadable whose process died', async () => {
  const certificate = anchorsOf([authority.certificate]).certificates[0]!
  const anchors = { ...anchorsOf([]), certificates: [{ ...certificate, bytes: Uint8Array.of(0x30, 0) }] }
  const { verdict, file, signatures } = await verifyPdfInThread(signedForm(), { anchors, crls: [], at })
  expect([verdict, file.sizeBytes, signatures]).toEqual(['UNREADABLE', signedForm().length, []])
})
