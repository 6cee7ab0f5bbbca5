import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'

/** A document of some pages with a heading and lines on each. */
export async function pdfOf(pages: number): Promise<PDFDocument> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= pages; number++) {
    const page = document.addPage([595, 842])
    page.drawText(`Bukti halaman ${number}`, { x: 60, y: 760, size: 24, font })
    for (let line = 0; line < 30; line++)
      page.drawText('Full scan selesai, 0 ancaman ditemukan', { x: 60, y: 700 - line * 18, size: 11, font })
  }
  return document
}

/** Adds an action to the catalogue, as it would run when the file is opened. */
export async function pdfOpening(action: Record<string, string>, useObjectStreams = false): Promise<Uint8Array> {
  const document = await pdfOf(1)
  const entries = Object.entries(action).map(([key, value]) => [
    key,
    value.startsWith('/') ? PDFName.of(value.slice(1)) : PDFString.of(value),
  ])
  document.catalog.set(
    PDFName.of('OpenAction'),
    document.context.register(document.context.obj(Object.fromEntries(entries))),
  )
  return document.save({ useObjectStreams })
}

export async function encryptedPdf(passwords: { userPassword?: string; ownerPassword?: string }): Promise<Uint8Array> {
  const document = await pdfOf(1)
  document.encrypt({ ownerPassword: 'pemilik', ...passwords })
  return document.save()
}

export async function pdfWithAttachment(): Promise<Uint8Array> {
  const document = await pdfOf(1)
  await document.attach(new TextEncoder().encode('MZ'), 'tagihan.exe', { mimeType: 'application/octet-stream' })
  return document.save()
}

/** A PDF written by hand from its objects, each given without its number. */
export function rawPdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  objects.forEach((object, index) => {
    offsets.push(length)
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
    parts.push(part)
    length += part.length
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

const page = (content: string) => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>${content}>>`
const catalogue = '<</Type/Catalog/Pages 2 0 R>>'

/** The page tree names itself as its own child. */
export const loopingPdf = (): Buffer => rawPdf([catalogue, '<</Type/Pages/Kids[2 0 R]/Count 1>>'])
export const pagelessPdf = (): Buffer => rawPdf([catalogue, '<</Type/Pages/Kids[]/Count 0>>'])
export const threadPdf = (): Buffer =>
  rawPdf([catalogue, '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 14400 1]>>'])

/** A page whose content unpacks to `bytes`. */
export function packedPdf(bytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(bytes, '0 0 m 9 9 l S '))
  const stream = Buffer.concat([
    Buffer.from(`<</Length ${packed.length}/Filter/FlateDecode>>stream\n`),
    packed,
    Buffer.from('\nendstream'),
  ])
  return rawPdf([catalogue, '<</Type/Pages/Kids[3 0 R]/Count 1>>', page('/Contents 4 0 R'), stream])
}

/** Objects packed into a stream that unpacks to `bytes`; whoever reads the file unpacks it. */
export function packedObjectsPdf(bytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(bytes, ' '))
  const head = `<</Type/ObjStm/N 1/First 4/Length ${packed.length}/Filter/FlateDecode>>stream\n`
  const stream = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
  return rawPdf([catalogue, '<</Type/Pages/Kids[3 0 R]/Count 1>>', page(''), stream])
}

/** One form field inside another, so deep, each with so long a name, and so many leaves at the end. */
export function nestedFieldsPdf(depth: number, nameLength: number, leaves: number): Buffer {
  const names = Array.from({ length: depth }, (_, n) => {
    const kids = n < depth - 1 ? `${n + 5} 0 R` : leafRefs(4 + depth, leaves)
    return `<<${n === 0 ? '/FT/Tx' : `/Parent ${n + 3} 0 R`}/T(${'a'.repeat(nameLength)})/Kids[${kids}]>>`
  })
  const ends = Array.from({ length: leaves }, (_, n) => `<</FT/Tx/Parent ${3 + depth} 0 R/T(l${n})>>`)
  return rawPdf([...formWith('4 0 R'), ...names, ...ends])
}

/** So many form fields side by side. */
export const flatFieldsPdf = (fields: number): Buffer =>
  rawPdf([...formWith(leafRefs(4, fields)), ...Array.from({ length: fields }, (_, n) => `<</FT/Tx/T(l${n})>>`)])

/** Form fields that stand side by side, yet each names the one before it as its parent; no end where it loops. */
export function climbingFieldsPdf(fields: number, isLoop = false): Buffer {
  const parent = (n: number) => (n > 0 ? `/Parent ${n + 3} 0 R` : isLoop ? `/Parent ${fields + 3} 0 R` : '')
  const chain = Array.from({ length: fields }, (_, n) => `<</FT/Tx/T(l${n})${parent(n)}>>`)
  return rawPdf([...formWith(leafRefs(4, fields)), ...chain])
}

const leafRefs = (from: number, count: number): string =>
  Array.from({ length: count }, (_, n) => `${from + n} 0 R`).join(' ')

const formWith = (fields: string): readonly string[] => [
  `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[${fields}]>>>>`,
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  page(''),
]

/** A page that is one picture, as a scanner makes it. */
export async function scannedPdf(jpeg: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const image = await document.embedJpg(jpeg)
  document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  return document.save()
}
