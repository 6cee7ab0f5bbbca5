import { formPdf } from '../../../core/lab/form-pdf.ts'
import { changeSample } from '../../lab/sample-forms.ts'
import { encrypted, hasQpdf, qpdf } from '../pki/qpdf.ts'
import { rewritten } from '../pki/rewrite.ts'
import { type PdfSigning, signPdf } from '../pki/sign-pdf.ts'
import { world } from '../pki/world.ts'
import { type Base, trustedBy } from './base.ts'
import { mustRead } from './signing.ts'

const { signer, chain, tsa, anchor } = world
const issuedBase = (name: string, file: Buffer): Base => ({
  ...trustedBy([anchor.certificate]),
  name,
  pdf: mustRead(file),
  at: '2026-11-23T00:00:00Z',
})

/** The form that this program issues, signed as its agencies may send it back. */
export async function issuedBases(): Promise<readonly Base[]> {
  const form = await formPdf(changeSample())
  const signed = (file: Uint8Array, more: Partial<PdfSigning> = {}) => signPdf(file, { signer, chain, ...more })
  const packed = await rewritten(form, { isPacked: true })
  const stamped = signed(form, { tsa })
  const archived = signPdf(stamped, { signer: tsa, chain, subFilter: 'ETSI.RFC3161', field: 'Stempel' })
  return [
    issuedBase('issued form', signed(form)),
    issuedBase('issued form, stamped', stamped),
    issuedBase('issued form, stamped twice', archived),
    issuedBase('issued form, saved anew', signed(await rewritten(form))),
    issuedBase('issued form, packed', signed(packed, { tsa })),
    issuedBase('issued form, certified', signed(form, { certify: 2 })),
    ...(hasQpdf
      ? [
          issuedBase('issued form, linearized', signed(qpdf(form, '--linearize'))),
          issuedBase('issued form, AES', signed(qpdf(form, ...encrypted.aes128, '--object-streams=disable'))),
          issuedBase('issued form, PDF 2.0', signed(qpdf(form, '--force-version=2.0'))),
        ]
      : []),
  ]
}
