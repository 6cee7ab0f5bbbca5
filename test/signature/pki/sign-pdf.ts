import { makeCms, makeStamp, stamped, type WantedCms } from '../../lab/cms/make-cms.ts'
import type { Holder, TestScheme } from '../../lab/cms/make-pki.ts'
import { dateText, stringText } from './pdf-text.ts'
import { PdfUpdate } from './pdf-update.ts'
import { type FieldWish, placeSignature } from './signature-field.ts'

/** How a PDF is signed; what is left out is done as honest programs do it. */
export interface PdfSigning extends FieldWish {
  readonly signer: Holder
  readonly name?: string
  /** What the signer's computer claims, and from when a time stamp is, ISO 8601. */
  readonly at?: string
  /** Certificates beside the signer's own. */
  readonly chain?: readonly Holder[]
  readonly scheme?: TestScheme
  /** Who stamps the time of the signature. */
  readonly tsa?: Holder
  /** `ETSI.RFC3161` is a time stamp of the whole document: its signer is the authority. */
  readonly subFilter?: 'ETSI.CAdES.detached' | 'adbe.pkcs7.detached' | 'ETSI.RFC3161'
  /** Certifies the document and says what may be done to it afterwards (DocMDP, ISO 32000-2 §12.8.2.2). */
  readonly certify?: 1 | 2 | 3
  readonly more?: Partial<WantedCms>
}

/** A signature that somebody else makes. */
type Prepared = Omit<PdfSigning, 'signer'>

const reservedBytes = 14_000
const zeros = `<${'00'.repeat(reservedBytes)}>`
const range = '[0 0000000000 0000000000 0000000000]'
const signedAt = '2026-11-20T03:00:00Z'

/** Signs a PDF by an incremental update, as signing programs do: all that was there stays as it was. */
export const signPdf = (file: Uint8Array, signing: PdfSigning): Buffer =>
  signPdfBy(file, signing, (content) => cmsFor(content, signing))

/** Prepares a PDF as `signPdf` does, and has the bytes signed by somebody else. */
export function signPdfBy(file: Uint8Array, signing: Prepared, sign: (content: Buffer) => Buffer): Buffer {
  const update = new PdfUpdate(file)
  const signature = update.add(dictionaryFor(update, signing))
  placeSignature(update, signature, signing)
  if (signing.certify) update.change(update.root, { Perms: `<< /DocMDP ${signature} >>` })
  return filled(update.bytes(), sign)
}

function dictionaryFor(update: PdfUpdate, signing: Prepared): string {
  const { name, at = signedAt, subFilter = 'ETSI.CAdES.detached', certify } = signing
  const isStamp = subFilter === 'ETSI.RFC3161'
  const rights = '/Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /V /1.2 /P'
  // Strings of an encrypted file need its key; a signature does without them.
  const says = !isStamp && !update.document.isEncrypted
  return [
    `<< /Type ${isStamp ? '/DocTimeStamp' : '/Sig'} /Filter /Adobe.PPKLite /SubFilter /${subFilter}`,
    ...(certify ? [`/Reference [<< ${rights} ${certify} >> >>]`] : []),
    ...(says ? [`/M ${dateText(new Date(at))}`] : []),
    ...(says && name !== undefined ? [`/Name ${stringText(name)}`] : []),
    `/ByteRange ${range} /Contents ${zeros} >>`,
  ].join(' ')
}

/** Fills the last place that was left for a signature. */
function filled(file: Buffer, sign: (content: Buffer) => Buffer): Buffer {
  const rangeAt = file.lastIndexOf(range)
  const start = file.indexOf(zeros, rangeAt)
  const end = start + zeros.length
  file.write(`[0 ${start} ${end} ${file.length - end}]`.padEnd(range.length), rangeAt, 'latin1')
  const cms = sign(Buffer.concat([file.subarray(0, start), file.subarray(end)]))
  if (cms.length > reservedBytes) throw new Error('a signature larger than its place')
  file.write(cms.toString('hex'), start + 1, 'latin1')
  return file
}

function cmsFor(content: Buffer, signing: PdfSigning): Buffer {
  const { signer, at = signedAt, chain = [], scheme, tsa, subFilter, more } = signing
  const above = chain.map(({ certificate }) => certificate)
  const certificates = [signer.certificate, ...above]
  if (subFilter === 'ETSI.RFC3161') return makeStamp({ tsa: signer, over: content, at, certificates })
  const stamp = (signature: Buffer) =>
    tsa ? [stamped(makeStamp({ tsa, over: signature, at, certificates: [tsa.certificate, ...above] }))] : []
  return makeCms({
    signer,
    content,
    certificates,
    claimed: at,
    ...(scheme && { scheme }),
    ...(tsa && { unsigned: stamp }),
    ...(subFilter === 'adbe.pkcs7.detached' && { ess: null }),
    ...more,
  })
}
