import { fileTypeFromBuffer } from 'file-type'
import { fileSizeMaxBytes } from '../evidence/kind.ts'
import { atMost } from './at-most.ts'
import { NoVerdict, type Scan, type ScanVerdict } from './clamd.ts'
import { sha256 } from './digest.ts'
import { readHeic, readPdf, readPicture } from './in-child.ts'
import { type Quality, type QualityRemark, qualityRemarks } from './quality.ts'
import type { Refused } from './refused.ts'

/** What the bytes are, by their content; names and declared types are not asked. */
export type AdmittedType = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic' | 'tiff' | 'pdf'

/** Evidence that is safe to keep and to show. */
export interface Admitted {
  readonly type: AdmittedType
  readonly pages: number
  /** Of a picture, as it is meant to be looked at. */
  readonly widthPx?: number
  readonly heightPx?: number
  /** Of the bytes as received. */
  readonly sha256: string
  /** What people see: JPEGs of at most 1 MB without metadata, one for a picture, the first three pages of a PDF. */
  readonly preview: readonly Uint8Array[]
  /** JPEG of at most 320 px, of the first page. */
  readonly thumbnail: Uint8Array
  /** What speaks against reading it; of a PDF only what is true of every page drawn. */
  readonly remarks: readonly QualityRemark[]
  /** Measured on the first page. */
  readonly quality: Quality
}

/** Of a type that would be let in, but no scanner has called it clean yet: it is neither passed nor refused. */
export interface Unscanned {
  readonly unscanned: string
}

const TYPES: Readonly<Record<string, AdmittedType>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/tiff': 'tiff',
  'application/pdf': 'pdf',
}
const MOVING = new Set(['image/apng', 'image/heic-sequence', 'image/heif-sequence'])
const inTurn = atMost(2)

/**
 * The door for evidence: takes what can be read and shown safely, and says why of everything else (`evidence.md` §8).
 * @param scan where a scanner is wanted: nothing is decoded before it has called the bytes clean
 */
export async function admit(bytes: Uint8Array): Promise<Admitted | Refused>
export async function admit(bytes: Uint8Array, scan: Scan | undefined): Promise<Admitted | Refused | Unscanned>
export async function admit(bytes: Uint8Array, scan?: Scan): Promise<Admitted | Refused | Unscanned> {
  const type = await admitUnread(bytes, scan)
  if (typeof type === 'object') return type
  return inTurn(() => (type === 'pdf' ? admitPdf(bytes) : admitImage(bytes, type)))
}

/** What is asked of any file before it is read: its size, what it is, and what the scanner says of it. */
export async function admitUnread(
  bytes: Uint8Array,
  scan: Scan | undefined,
): Promise<AdmittedType | Refused | Unscanned> {
  if (bytes.length === 0) return { refused: 'EMPTY' }
  if (bytes.length > fileSizeMaxBytes) return { refused: 'TOO_BIG' }
  const [type, verdict] = await Promise.all([typeOf(bytes), verdictOn(bytes, scan)])
  if (verdict === 'infected') return { refused: 'MALWARE' }
  return typeof type === 'object' || verdict === 'clean' ? type : verdict
}

async function typeOf(bytes: Uint8Array): Promise<AdmittedType | Refused> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? ''
  if (MOVING.has(mime)) return { refused: 'MULTIPAGE' }
  return TYPES[mime] ?? { refused: 'UNSUPPORTED_TYPE' }
}

async function verdictOn(bytes: Uint8Array, scan: Scan | undefined): Promise<ScanVerdict | Unscanned> {
  try {
    return scan === undefined ? 'clean' : await scan(bytes)
  } catch (error) {
    if (error instanceof NoVerdict) return { unscanned: error.reason }
    throw error
  }
}

async function admitImage(bytes: Uint8Array, type: AdmittedType): Promise<Admitted | Refused> {
  const read = type === 'heic' ? await readHeic(bytes) : await readPicture({ bytes, isPaged: type === 'tiff' })
  if ('refused' in read) return read
  const { widthPx, heightPx, preview, thumbnail, quality } = read
  const remarks = qualityRemarks(quality)
  return { type, pages: 1, widthPx, heightPx, sha256: sha256(bytes), preview: [preview], thumbnail, remarks, quality }
}

async function admitPdf(bytes: Uint8Array): Promise<Admitted | Refused> {
  const report = await readPdf(bytes)
  if ('refused' in report) return report
  const { drawn } = report
  const [first] = drawn
  if (first === undefined) return { refused: 'CORRUPT' }
  const [remarks = [], ...others] = drawn.map(({ quality }) => qualityRemarks(quality, true))
  return {
    type: 'pdf',
    pages: report.pages,
    sha256: sha256(bytes),
    preview: drawn.map(({ preview }) => preview),
    thumbnail: first.thumbnail,
    remarks: remarks.filter((remark) => others.every((page) => page.includes(remark))),
    quality: first.quality,
  }
}
