import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { type BadFile, latin } from './bad-pictures.ts'
import { textPicture } from './sample-images.ts'
import {
  encryptedPdf,
  loopingPdf,
  packedObjectsPdf,
  packedPdf,
  pagelessPdf,
  pdfOf,
  pdfOpening,
  pdfWithAttachment,
  scannedPdf,
  threadPdf,
} from './sample-pdfs.ts'

const cut = (file: Uint8Array, share: number) => file.subarray(0, Math.floor(file.length * share))
const replaced = (file: Uint8Array, from: string, to: string) =>
  Buffer.from(Buffer.from(file).toString('latin1').replaceAll(from, to), 'latin1')
const script = { S: '/JavaScript', JS: 'app.alert(1)' }

export const badPdfs: readonly BadFile[] = [
  ['a PDF', 'OK', async () => (await pdfOf(2)).save()],
  ['a scan of 300 dots an inch', 'OK', scan],
  ['a PDF that asks for a password', 'ENCRYPTED', () => encryptedPdf({ userPassword: 'rahasia' })],
  ['a PDF that forbids changes by a password', 'ENCRYPTED', () => encryptedPdf({})],
  ['a PDF with a script', 'ACTIVE_CONTENT', () => pdfOpening(script)],
  ['a PDF with a script in an object stream', 'ACTIVE_CONTENT', () => pdfOpening(script, true)],
  ['a PDF with a script under a name in hexadecimal', 'ACTIVE_CONTENT', hexadecimal],
  ['a PDF that starts a program', 'ACTIVE_CONTENT', () => pdfOpening({ S: '/Launch', F: 'cmd.exe' })],
  ['a PDF that sends a form', 'ACTIVE_CONTENT', () => pdfOpening({ S: '/SubmitForm', F: 'http://contoh.test/' })],
  ['a PDF with a file inside', 'ACTIVE_CONTENT', () => pdfWithAttachment()],
  ['a PDF of 21 pages', 'TOO_MANY_PAGES', async () => (await pdfOf(21)).save()],
  ['a PDF of 200 pages', 'TOO_MANY_PAGES', async () => (await pdfOf(200)).save()],
  ['a PDF without a page', 'CORRUPT', pagelessPdf],
  ['a PDF whose pages go in a circle', 'CORRUPT', loopingPdf],
  ['a PDF whose page is a thread', 'CORRUPT', threadPdf],
  ['a PDF cut in half', 'CORRUPT', async () => cut(await (await pdfOf(3)).save(), 0.5)],
  ['a PDF cut in half after an earlier revision', 'CORRUPT', revised],
  ['a PDF without its end', 'CORRUPT', async () => (await (await pdfOf(3)).save()).slice(0, -40)],
  ['a PDF that is only its first line', 'CORRUPT', () => latin('%PDF-1.7\n')],
  ['a PDF that is none', 'CORRUPT', () => latin(`%PDF-1.7\n${'x'.repeat(5000)}startxref\n0\n%%EOF`)],
]

/** PDFs that unpack to more memory than their reader may take. */
export const pdfBombs: readonly BadFile[] = [
  ['a PDF whose page unpacks to 300 MB', 'CORRUPT', () => packedPdf(300_000_000)],
  ['a PDF whose objects unpack to 400 MB', 'CORRUPT', () => packedObjectsPdf(400_000_000)],
]

async function scan(): Promise<Uint8Array> {
  return scannedPdf(await textPicture({ width: 2480, height: 3508 }).jpeg({ quality: 95 }).toBuffer())
}

async function hexadecimal(): Promise<Uint8Array> {
  return replaced(await pdfOpening({ S: '/JavaScript' }), '/S /JavaScript', '/S /J#61vaScript')
}

/** A whole revision, and the beginning of a second one. */
async function revised(): Promise<Uint8Array> {
  const file = await (await pdfOf(1)).save({ useObjectStreams: false })
  return Buffer.concat([file, latin('\n9 0 obj\n<</Type/Annot/Subtype/Widget')])
}

const svg = (inside: string, before = '') =>
  latin(`<?xml version="1.0"?>${before}<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)
const entity = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

/** What is neither a picture nor a PDF, whatever it is called. */
export const otherFiles: readonly BadFile[] = [
  ['nothing at all', 'EMPTY', () => Buffer.alloc(0)],
  ['one byte', 'UNSUPPORTED_TYPE', () => latin('x')],
  ['text', 'UNSUPPORTED_TYPE', () => latin('Full scan selesai.')],
  ['a web page', 'UNSUPPORTED_TYPE', () => latin('<!doctype html><script>alert(1)</script>')],
  ['a program', 'UNSUPPORTED_TYPE', () => Buffer.concat([latin('MZ\u0090\u0000'), Buffer.alloc(500)])],
  ['an SVG with a script', 'UNSUPPORTED_TYPE', () => svg('<script>alert(1)</script>')],
  ['an SVG that reads a file', 'UNSUPPORTED_TYPE', () => svg('<text>&x;</text>', entity)],
  ['an SVG that is huge', 'UNSUPPORTED_TYPE', () => svg('<rect width="9" height="9"/>'.repeat(400_000))],
  ['a zip', 'UNSUPPORTED_TYPE', () => zipOf('berkas.txt', latin('isi'))],
  ['a zip that unpacks to 200 MB', 'UNSUPPORTED_TYPE', () => zipOf('berkas.txt', Buffer.alloc(200_000_000))],
  ['a Word document', 'UNSUPPORTED_TYPE', () => zipOf('word/document.xml', latin('<w:document/>'))],
  ['a gzip bomb', 'UNSUPPORTED_TYPE', () => gzipSync(Buffer.alloc(30_000_000))],
  ['a video', 'UNSUPPORTED_TYPE', () => latin('\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0000\u0000mp42isom')],
]

/** A zip of one file. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const fields = Buffer.alloc(22)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(crc32(content) >>> 0, 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(content.length, 18)
  const lengths = Buffer.from([name.length, 0, 0, 0])
  const local = Buffer.concat([latin('PK\u0003\u0004'), fields, lengths, latin(name), packed])
  const central = [latin('PK\u0001\u0002\u0014\u0000'), fields, lengths, Buffer.alloc(14), latin(name)]
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, directory, end])
}
