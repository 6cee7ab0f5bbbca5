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

/** A page that is one picture, as a scanner makes it. */
export async function scannedPdf(jpeg: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const image = await document.embedJpg(jpeg)
  document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  return document.save()
}
