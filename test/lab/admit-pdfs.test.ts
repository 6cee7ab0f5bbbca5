import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type Admitted, admit } from '../../core/lab/admit.ts'
import { sha256 } from '../../core/lab/digest.ts'
import { badPdfs, otherFiles } from './bad-others.ts'
import { textPicture } from './sample-images.ts'
import { packedPdf, pdfOf, scannedPdf } from './sample-pdfs.ts'

async function admitted(bytes: Uint8Array): Promise<Admitted> {
  const outcome = await admit(bytes)
  if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`)
  return outcome
}
const refusedPdfs = [...badPdfs, ...otherFiles].filter(([, code]) => code !== 'OK')

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

describe('the door refuses', () => {
  it.each(refusedPdfs)('%s', async (_, code, make) => {
    const outcome = await admit(await make())
    expect('refused' in outcome ? outcome.refused : 'let in').toBe(code)
  })

  it('a PDF that unpacks to hundreds of megabytes, and the next file is served', async () => {
    const bomb = packedPdf(300_000_000)
    const outcomes = await Promise.all([admit(bomb), admit(await (await pdfOf(1)).save())])
    expect(outcomes[0]).toHaveProperty('refused', 'CORRUPT')
    expect(outcomes[1]).toMatchObject({ type: 'pdf', pages: 1 })
  })
})
