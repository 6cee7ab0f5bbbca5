import { anchorsOf } from '../../../core/lab/cms/anchors.ts'
import { verifyPdf } from '../../../core/lab/signature/verify-pdf.ts'
import type { PdfSignatureReport } from '../../../core/signature/report.ts'
import { makeCms, makeStamp } from '../cms/make-cms.ts'
import { type Holder, issue, keyUsage, nameOf, purpose, root, timeStamping } from '../cms/make-pki.ts'
import { header } from '../pdf/written-pdf.ts'

export const authority = root('UJI Root')
export const signer = issue({ name: nameOf('Hari Prasetyo'), issuer: authority })
export const second = issue({ name: nameOf('Sri Wahyuni'), issuer: authority })
export const tsa = issue({
  name: nameOf('UJI TSA'),
  issuer: authority,
  extensions: [keyUsage(0), purpose(true, timeStamping)],
})

/** Objects by number, as text between `obj` and `endobj`; null frees the number. */
export type Objects = Readonly<Record<number, string | null>>

const contentsBytes = 3_000
const wide = '9'.repeat(10)
/** A signature dictionary with room for a range and a container. */
export const room = (entries = '/Type /Sig /SubFilter /ETSI.CAdES.detached'): string =>
  `<< ${entries} /Filter /Adobe.PPKLite /ByteRange [0 ${wide} ${wide} ${wide}] /Contents <${'0'.repeat(2 * contentsBytes)}> >>`
export const stampRoom = room('/Type /DocTimeStamp /SubFilter /ETSI.RFC3161')

/** A form with a text field (6), a read-only one (7), an empty signature field (8), one page (3) that shows them. */
export const form: Objects = {
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>',
  3: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Annots [6 0 R 7 0 R 8 0 R] /Resources << /Font << /F1 9 0 R >> >> >>',
  4: '<< /Length 18 >>\nstream\nBT (Formulir) Tj ET\nendstream'.replace('18', '19'),
  5: '<< /Fields [6 0 R 7 0 R 8 0 R] /DR 10 0 R >>',
  6: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (catatan) /V (lama) /Rect [50 700 250 720] >>',
  7: '<< /Type /Annot /Subtype /Widget /FT /Tx /Ff 1 /T (nip) /V (1985) /Rect [50 650 250 670] >>',
  8: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (TTE_PJ) /F 4 /Rect [50 100 250 160] /P 3 0 R >>',
  9: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  10: '<< /Font << /Helv 9 0 R >> >>',
}

/** The field of the form with a signature in it, which is object 20. */
export const signedField =
  '<< /Type /Annot /Subtype /Widget /FT /Sig /T (TTE_PJ) /F 4 /Rect [50 100 250 160] /P 3 0 R /V 20 0 R >>'

/** Puts a revision behind a file; the first one where there is none. */
export function append(before: Uint8Array | undefined, objects: Objects, trailer = ''): Uint8Array {
  let text = before ? Buffer.from(before).toString('latin1') : header
  const previous = before && /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]
  const lines = before ? [] : ['0 1\n0000000000 65535 f \n']
  for (const [number, object] of Object.entries(objects)) {
    const at = String(object === null ? 0 : text.length).padStart(10, '0')
    lines.push(`${number} 1\n${at} ${object === null ? '00001 f' : '00000 n'} \n`)
    if (object !== null) text += `${number} 0 obj\n${object}\nendobj\n`
  }
  const prev = previous === undefined ? '' : `/Prev ${previous}`
  const end = `trailer\n<< /Size 60 /Root 1 0 R ${prev} ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(`${text}xref\n${lines.join('')}${end}`, 'latin1'))
}

/** Fills the last room of a file with a signature over all the rest, or a time stamp where a stamp's moment is given. */
export function sign(file: Uint8Array, holder: Holder, stampedAt?: string): Uint8Array {
  const bytes = Buffer.from(file)
  const gap = bytes.lastIndexOf('/Contents <') + '/Contents '.length
  const end = gap + 2 * contentsBytes + 2
  const range = bytes.lastIndexOf(wide, gap) - 2 * (wide.length + 1)
  const numbers = [gap, end, bytes.length - end].map((number) => String(number).padEnd(wide.length))
  bytes.write(numbers.join(' '), range, 'latin1')
  const content = Buffer.concat([bytes.subarray(0, gap), bytes.subarray(end)])
  const cms =
    stampedAt === undefined
      ? makeCms({ signer: holder, content })
      : makeStamp({ tsa: holder, over: content, at: stampedAt })
  bytes.write(cms.toString('hex'), gap + 1, 'latin1')
  return Uint8Array.from(bytes)
}

/** The form, signed in its empty field. */
export const signedForm = (): Uint8Array =>
  sign(append(append(undefined, form), { 8: signedField, 20: room() }), signer)

export const at = '2026-11-23T00:00:00Z'

/** Judges a file below the tests' root. */
export const verify = (file: Uint8Array): PdfSignatureReport =>
  verifyPdf(file, { anchors: anchorsOf([authority.certificate]), crls: [], at })

/** The verdict and the reasons that are no mere notes on time and revocation. */
export function judged(file: Uint8Array): readonly string[] {
  const { verdict, reasons } = verify(file)
  return [verdict, ...reasons.filter((reason) => reason !== 'TIME_CLAIMED' && reason !== 'REVOCATION_UNKNOWN')]
}
