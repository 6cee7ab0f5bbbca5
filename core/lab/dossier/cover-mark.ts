import sharp from 'sharp'
import { encode } from 'uqr'
import type { DossierFinding } from '../../legalise/dossier-report.ts'
import { admit } from '../admit.ts'
import { openPdf } from '../pdf/document.ts'
import { PdfRefused } from '../pdf/refused.ts'
import { textOf } from '../pdf/text.ts'

/** A4 in points, and where the QR code lies on the first page: `top` and `left` from its upper left corner. */
const page = { width: 595.28, height: 841.89 } as const
export const qrPlace = { left: 455.28, top: 34, size: 84 } as const

const mark = 'pandu:manifest='

/** What the document's own data says of its dossier. */
export const coverKeywords = (number: string, manifestSha256: string): readonly string[] => [
  'pandu:dossier=1',
  `pandu:number=${number}`,
  `${mark}${manifestSha256}`,
]

/** The QR code of a dossier: its number and the digest of its manifest, in the signs that a QR code packs best. */
export function qrModules(number: string, manifestSha256: string): readonly (readonly boolean[])[] {
  const text = `PANDU:1:${number}:${manifestSha256}`.toUpperCase()
  return encode(text, { ecc: 'M', border: 0, boostEcc: false }).data
}

/** Holds a cover sheet against the dossier that it should belong to: its own data, and what its QR code shows. */
export async function coverFindings(
  cover: Uint8Array,
  number: string,
  manifestSha256: string,
): Promise<readonly DossierFinding[]> {
  const keywords = keywordsOf(cover)
  if (keywords === undefined) return [{ code: 'COVER_UNREADABLE' }]
  const found = keywords.find((word) => word.startsWith(mark))?.slice(mark.length)
  if (found !== manifestSha256 || !keywords.includes(`pandu:number=${number}`))
    return [{ code: 'COVER_OTHER_MANIFEST', expected: manifestSha256, found: found ?? '-' }]
  const drawn = await admit(cover)
  const [first] = 'preview' in drawn ? drawn.preview : []
  if (first === undefined) return [{ code: 'COVER_UNREADABLE' }]
  return (await showsQr(first, qrModules(number, manifestSha256))) ? [] : [{ code: 'COVER_QR_OTHER' }]
}

/** As the first revision has them, which is ours: whoever signs adds to it. @returns undefined for what is no such PDF */
function keywordsOf(cover: Uint8Array): readonly string[] | undefined {
  try {
    const [issued] = openPdf(cover).revisions
    const info = issued?.resolve(issued.trailer.entries.get('Info'))
    const keywords = info?.kind === 'dictionary' ? issued?.resolve(info.entries.get('Keywords')) : undefined
    return keywords?.kind === 'string' ? textOf(keywords.bytes).split(' ') : []
  } catch (error) {
    if (error instanceof PdfRefused) return undefined
    throw error
  }
}

/** True when the middle of every module is as dark as it should be. */
async function showsQr(picture: Uint8Array, modules: readonly (readonly boolean[])[]): Promise<boolean> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
  const step = qrPlace.size / modules.length
  const isDark = (x: number, y: number): boolean => {
    const column = Math.floor(((qrPlace.left + (x + 0.5) * step) / page.width) * info.width)
    const row = Math.floor(((qrPlace.top + (y + 0.5) * step) / page.height) * info.height)
    return (data[(row * info.width + column) * info.channels] ?? 255) < 128
  }
  return modules.every((line, y) => line.every((isOn, x) => isDark(x, y) === isOn))
}
