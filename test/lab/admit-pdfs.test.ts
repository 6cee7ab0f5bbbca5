import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type Admitted, admit } from '../../core/lab/admit.ts'
import { sha256 } from '../../core/lab/digest.ts'
import { textPicture } from './sample-images.ts'
import {
  encryptedPdf,
  loopingPdf,
  packedPdf,
  pagelessPdf,
  pdfOf,
  pdfOpening,
  pdfWithAttachment,
  scannedPdf,
  threadPdf,
} from './sample-pdfs.ts'

async function admitted(bytes: Uint8Array): Promise<Admitted> {
  const outcome = await admit(bytes)
  if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`)
  return outcome
}
const cut = (file: Uint8Array, share: number) => file.subarray(0, Math.floor(file.length * share))
const replaced = (file: Uint8Array, from: string, to: string) =>
  Buffer.from(Buffer.from(file).toString('latin1').replaceAll(from, to), 'latin1')

describe('the door lets in', () => {
  it('a PDF, and shows its first three pages', async () => {
    const file = await (await pdfOf(5)).save()
    const outcome = await admitted(file)
    expect(outcome).toMatchObject({ type: 'pdf', pages: 5, sha256: sha256(file), remarks: [] })
    expect(outcome).not.toHaveProperty('widthPx')
    expect(outcome.preview).toHaveLength(3)
    for (const page of outcome.preview) {
      expect(await sharp(page).metadata()).toMatchObject({ format: 'jpeg', width: 1131, height: 1600 })
      expect(page.length).toBeLessThanOrEqual(1_000_000)
    }
    expect(await sharp(outcome.thumbnail).metadata()).toMatchObject({ format: 'jpeg', height: 320 })
  })

  it('a scan of 300 dots an inch, and calls a blurred one BLURRY', async () => {
    const page = textPicture({ width: 2480, height: 3508 })
    expect((await admitted(await scannedPdf(await page.jpeg({ quality: 95 }).toBuffer()))).remarks).toEqual([])
    expect((await admitted(await scannedPdf(await textPicture().blur(8).jpeg().toBuffer()))).remarks).toEqual([
      'BLURRY',
    ])
  })

  it('a PDF of 20 pages, the most there may be', async () => {
    expect(await admitted(await (await pdfOf(20)).save())).toMatchObject({ pages: 20 })
  })

  it('a page without a word, and calls it BLANK; not one with a few words', async () => {
    const empty = await pdfOf(0)
    empty.addPage([595, 842])
    expect((await admitted(await empty.save())).remarks).toEqual(['BLANK'])
    const sparse = await pdfOf(0)
    sparse.addPage([595, 842]).drawText('Terlampir', { x: 60, y: 700, size: 11 })
    expect((await admitted(await sparse.save())).remarks).toEqual([])
  })
})

describe('the door refuses a PDF', () => {
  it.each([
    ['that asks for a password', 'ENCRYPTED', () => encryptedPdf({ userPassword: 'rahasia' })],
    ['that forbids changes by a password', 'ENCRYPTED', () => encryptedPdf({})],
    ['with a script', 'ACTIVE_CONTENT', () => pdfOpening({ S: '/JavaScript', JS: 'app.alert(1)' })],
    [
      'with a script in an object stream',
      'ACTIVE_CONTENT',
      () => pdfOpening({ S: '/JavaScript', JS: 'app.alert(1)' }, true),
    ],
    [
      'with a script under a name in hexadecimal',
      'ACTIVE_CONTENT',
      async () => replaced(await pdfOpening({ S: '/JavaScript' }), '/S /JavaScript', '/S /J#61vaScript'),
    ],
    ['that starts a program', 'ACTIVE_CONTENT', () => pdfOpening({ S: '/Launch', F: 'cmd.exe' })],
    ['that sends a form', 'ACTIVE_CONTENT', () => pdfOpening({ S: '/SubmitForm', F: 'http://contoh.test/' })],
    ['with a file inside', 'ACTIVE_CONTENT', () => pdfWithAttachment()],
    ['of 21 pages', 'TOO_MANY_PAGES', async () => (await pdfOf(21)).save()],
    ['of 200 pages', 'TOO_MANY_PAGES', async () => (await pdfOf(200)).save()],
    ['without a page', 'CORRUPT', async () => pagelessPdf()],
    ['whose pages go in a circle', 'CORRUPT', async () => loopingPdf()],
    ['whose page is a thread', 'CORRUPT', async () => threadPdf()],
    ['cut in half', 'CORRUPT', async () => cut(await (await pdfOf(3)).save(), 0.5)],
    [
      'cut in half after an earlier revision',
      'CORRUPT',
      async () => revised(await (await pdfOf(1)).save({ useObjectStreams: false })),
    ],
    ['without its end', 'CORRUPT', async () => (await (await pdfOf(3)).save()).slice(0, -40)],
    ['that is only its first line', 'CORRUPT', async () => Buffer.from('%PDF-1.7\n')],
    ['that is none', 'CORRUPT', async () => Buffer.from(`%PDF-1.7\n${'x'.repeat(5000)}startxref\n0\n%%EOF`)],
  ])('%s', async (_, code, make) => {
    const outcome = await admit(await make())
    expect('refused' in outcome ? outcome.refused : 'let in').toBe(code)
  })

  it('that unpacks to hundreds of megabytes, within seconds, and the next file is served', async () => {
    const bomb = packedPdf(300_000_000)
    const startedAt = performance.now()
    const outcomes = await Promise.all([admit(bomb), admit(await (await pdfOf(1)).save())])
    expect(performance.now() - startedAt).toBeLessThan(20_000)
    expect(outcomes[0]).toHaveProperty('refused', 'CORRUPT')
    expect(outcomes[1]).toMatchObject({ type: 'pdf', pages: 1 })
  })
})

/** A whole revision, and the beginning of a second one. */
function revised(file: Uint8Array): Buffer {
  return Buffer.concat([file, Buffer.from('\n9 0 obj\n<</Type/Annot/Subtype/Widget')])
}
