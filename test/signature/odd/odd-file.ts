import { makeCms, type WantedCms } from '../../lab/cms/make-cms.ts'
import { world } from '../pki/world.ts'

/** Where an object stands in a file that is being written. */
export interface Row {
  readonly number: number
  readonly generation: number
  readonly at: number
}

/** How a signed file differs from a plain one that is written at once; what is left out is as usual. */
export interface Oddity {
  readonly header?: string
  /** Bodies of objects by their numbers; null leaves one out. */
  readonly objects?: Readonly<Record<number, string | null>>
  readonly generations?: Readonly<Record<number, number>>
  /** How an object with its body is written. */
  readonly frame?: (row: Row, body: string) => string
  /** The cross-reference section up to where its trailer begins. */
  readonly table?: (rows: readonly Row[]) => string
  readonly trailer?: string
  /** From behind the trailer to the end. */
  readonly end?: (at: number) => string
  /** Instead of a table and its trailer. */
  readonly section?: (rows: readonly Row[], at: number) => string
  readonly range?: (numbers: readonly number[]) => string
  /** The digits of a signature. */
  readonly digits?: (hex: string) => string
  readonly cms?: (content: Buffer) => Partial<WantedCms>
}

const reservedBytes = 6_000
export const contentsText = `<${'0'.repeat(reservedBytes * 2)}>`
export const rangeText = `[0 ${'*'.repeat(48)}]`
export const signatureText = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ${rangeText} /Contents ${contentsText} >>`
export const stream = (data: string, more = ''): string =>
  `<< ${more} /Length ${data.length} >>\nstream\n${data}\nendstream`

/** The objects of a page with one signed field. */
export const plainObjects: Readonly<Record<number, string>> = {
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Annots [7 0 R] /Resources << /Font << /F1 9 0 R >> >> >>',
  4: stream('BT /F1 12 Tf 40 200 Td (Permohonan) Tj ET'),
  5: '<< /Producer (odd) >>',
  6: '<< /Fields [7 0 R] /SigFlags 3 >>',
  7: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (TTE) /F 132 /Rect [0 0 0 0] /P 3 0 R /V 8 0 R >>',
  8: signatureText,
  9: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
}

export const usualFrame = ({ number, generation }: Row, body: string): string =>
  `${number} ${generation} obj\n${body}\nendobj\n`

export const entryText = (at: number, generation = 0, kind = 'n', eol = ' \n'): string =>
  `${String(at).padStart(10, '0')} ${String(generation).padStart(5, '0')} ${kind}${eol}`

/** A table in one part; numbers without an object are free. */
export function usualTable(rows: readonly Row[], eol = '\n', entryEol = ' \n'): string {
  const size = Math.max(...rows.map(({ number }) => number)) + 1
  const lines = Array.from({ length: size }, (_, number) => {
    const row = rows.find((one) => one.number === number)
    return row ? entryText(row.at, row.generation, 'n', entryEol) : entryText(0, 65535, 'f', entryEol)
  })
  return `xref${eol}0 ${size}${eol}${lines.join('')}`
}

export const trailerText = '/Size 10 /Root 1 0 R /Info 5 0 R'
export const usualEnd = (at: number): string => `startxref\n${at}\n%%EOF\n`

/** Writes a file at once, as programs do that save and sign in one go. */
export function oddFile(oddity: Oddity = {}): Buffer {
  const {
    header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n',
    frame = usualFrame,
    generations = {},
    trailer = trailerText,
  } = oddity
  const { table = usualTable, end = usualEnd, section } = oddity
  let text = header
  const rows: Row[] = []
  for (const [key, body] of Object.entries({ ...plainObjects, ...oddity.objects })) {
    if (body === null) continue
    const row = { number: Number(key), generation: generations[Number(key)] ?? 0, at: text.length }
    rows.push(row)
    text += frame(row, body)
  }
  const at = text.length
  text += section?.(rows, at) ?? `${table(rows)}trailer\n<< ${trailer} >>\n`
  return signed(Buffer.from(`${text}${end(at)}`, 'latin1'), oddity)
}

/** Fills the place of a signature. */
function signed(file: Buffer, { range, digits = (hex) => hex, cms }: Oddity): Buffer {
  const rangeAt = file.indexOf(rangeText)
  const start = file.indexOf(contentsText)
  const end = start + contentsText.length
  const numbers = [0, start, end, file.length - end]
  const words = (range ?? ((all) => `[${all.join(' ')}]`))(numbers)
  file.write(words.padEnd(rangeText.length), rangeAt, 'latin1')
  const content = Buffer.concat([file.subarray(0, start), file.subarray(end)])
  const certificates = [world.signer, ...world.chain].map(({ certificate }) => certificate)
  const made = makeCms({
    signer: world.signer,
    content,
    certificates,
    claimed: '2026-11-20T03:00:00Z',
    ...cms?.(content),
  })
  file.write(digits(made.toString('hex')), start + 1, 'latin1')
  return file
}
