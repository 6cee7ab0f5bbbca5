import { PDFDocument } from '@cantoo/pdf-lib'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { sampleTimes } from '../../bot/simulator/page/samples/sample.ts'
import { SampleShelf } from '../../bot/simulator/page/samples/shelf.ts'
import { smallPdf } from '../../bot/simulator/page/samples/small-pdf.ts'
import { fileSizeMaxBytes } from '../../core/evidence/kind.ts'

const shelf = new SampleShelf()
const bytesOf = async (key: string) => (await shelf.named(key))!.bytes()

describe('the sample files', () => {
  it('are what their names say, but for the one that is not', async () => {
    for (const { key, name, mime, ...sample } of await shelf.all()) {
      const type = await fileTypeFromBuffer(await sample.bytes())
      const isReal = !['empty', 'disguised'].includes(key)
      expect([key, type?.mime]).toEqual([key, isReal ? mime : undefined])
      if (type !== undefined) expect(name).toMatch(new RegExp(`\\.${type.ext}$`))
    }
  })

  it('have a good one for each proof, large enough to be read', async () => {
    const good = (await shelf.all()).filter(({ isGood, mime }) => isGood && mime.startsWith('image/'))
    expect(good.map(({ key }) => key)).toEqual([
      'full-scan',
      'password',
      'iphone-version',
      'iphone-profiles',
      'trouble',
    ])
    for (const sample of good) {
      const { width, height } = await sharp(await sample.bytes()).metadata()
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(700)
    }
  })

  it('have bad ones: too large for Telegram, too small, blurred, empty', async () => {
    expect((await bytesOf('huge')).length).toBeGreaterThan(fileSizeMaxBytes)
    expect((await bytesOf('empty')).length).toBe(0)
    expect((await sharp(await bytesOf('small')).metadata()).width).toBe(160)
    const sharpness = async (key: string) => (await sharp(await bytesOf(key)).stats()).sharpness
    expect(await sharpness('blurred')).toBeLessThan((await sharpness('full-scan')) / 4)
  })

  it('tell of yesterday, in Jogja: the password after the scan', () => {
    const { scannedAt, changedAt } = sampleTimes(Date.parse('2026-03-01T18:00:00Z'))
    expect(scannedAt).toEqual({ date: '2026-03-01', time: '14:30' })
    expect(changedAt.date).toBe(scannedAt.date)
    expect(changedAt.time > scannedAt.time).toBe(true)
  })

  it('are drawn once a day', async () => {
    const noon = Date.parse('2026-03-01T05:00:00Z')
    const own = new SampleShelf()
    const first = await own.all(noon)
    expect(await own.all(noon + 3_600_000)).toBe(first)
    expect(await own.all(noon + 86_400_000)).not.toBe(first)
  })

  it('have a PDF that others can read, whatever its lines hold', async () => {
    const pdf = await PDFDocument.load(smallPdf(['Laporan (contoh)', '\\ ) (', '']), { throwOnInvalidObject: true })
    expect(pdf.getPageCount()).toBe(1)
    expect((await PDFDocument.load(await bytesOf('report'))).getPage(0).getWidth()).toBe(595)
  })
})
