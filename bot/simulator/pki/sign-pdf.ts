import { certificateOf, signerOf } from '../../../core/lab/cms/certificate.ts'
import type { Identity } from './certificate.ts'
import { PdfUpdate } from './pdf-update.ts'
import type { SchemeWish } from './scheme.ts'
import { claims, type FieldWish, placeSignature } from './signature-field.ts'
import { detachedSignature, timestampToken } from './signed-data.ts'

/** How a PDF is signed; what is left out is done as honest programs do it. */
export interface PdfSigning extends FieldWish, SchemeWish {
  readonly signer: Identity
  /** What the signer's computer claims, and from when a time stamp is. */
  readonly at: Date
  /** Who stamps the time of the signature. */
  readonly timestamp?: Identity | undefined
  /** `ETSI.RFC3161` is a time stamp of the whole document: its signer is the authority. */
  readonly subFilter?: 'ETSI.CAdES.detached' | 'adbe.pkcs7.detached' | 'ETSI.RFC3161' | undefined
  /** Certifies the document and says what may be done to it afterwards (DocMDP, ISO 32000-2 §12.8.2.2). */
  readonly certify?: 1 | 2 | 3 | undefined
}

const reservedBytes = 14_000
const zeros = `<${'00'.repeat(reservedBytes)}>`
const range = '[0 0000000000 0000000000 0000000000]'

/** Signs a PDF by an incremental update, as signing programs do: all that was there stays as it was. */
export function signPdf(file: Uint8Array, signing: PdfSigning): Uint8Array {
  const update = new PdfUpdate(file)
  const signature = update.add(dictionaryFor(update, signing))
  placeSignature(update, signature, signing)
  if (signing.certify) {
    const changes = { Perms: `<< /DocMDP ${signature} >>` }
    update.change(update.root, changes)
  }
  return filled(update.bytes(), signing)
}

function dictionaryFor(update: PdfUpdate, { signer, at, subFilter = 'ETSI.CAdES.detached', certify }: PdfSigning) {
  const isStamp = subFilter === 'ETSI.RFC3161'
  const { commonName } = signerOf(certificateOf(signer.certificate))
  const rights = '/Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /V /1.2 /P'
  return [
    `<< /Type ${isStamp ? '/DocTimeStamp' : '/Sig'} /Filter /Adobe.PPKLite /SubFilter /${subFilter}`,
    ...(certify ? [`/Reference [<< ${rights} ${certify} >> >>]`] : []),
    ...(isStamp ? [] : [claims(update, commonName, at)]),
    `/ByteRange ${range} /Contents ${zeros} >>`,
  ].join(' ')
}

/** Fills the last place that was left for a signature. */
function filled(file: Buffer, signing: PdfSigning): Uint8Array {
  const rangeAt = file.lastIndexOf(range)
  const start = file.indexOf(zeros, rangeAt)
  const end = start + zeros.length
  file.write(`[0 ${start} ${end} ${file.length - end}]`.padEnd(range.length), rangeAt, 'latin1')
  const cms = cmsFor(Buffer.concat([file.subarray(0, start), file.subarray(end)]), signing)
  if (cms.length > reservedBytes) throw new Error('a signature larger than its place')
  file.write(cms.toString('hex'), start + 1, 'latin1')
  return new Uint8Array(file)
}

function cmsFor(content: Buffer, { signer, at, timestamp, subFilter, digest, isPss }: PdfSigning): Buffer {
  if (subFilter === 'ETSI.RFC3161') return timestampToken(content, signer, at)
  return detachedSignature({
    signer,
    content,
    at,
    digest,
    isPss,
    timestamp: timestamp && { tsa: timestamp, at },
    withoutEss: subFilter === 'adbe.pkcs7.detached',
  })
}
