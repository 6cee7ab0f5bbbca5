import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readImage } from '../../core/lab/image.ts'
import { latin } from './bad-pictures.ts'
import { noisePicture, textPicture } from './sample-images.ts'

describe('the picture library, as the lab sets it up,', () => {
  it('keeps nothing of a picture, and works on one at a time', () => {
    expect(sharp.cache()).toMatchObject({ memory: { max: 0 }, files: { max: 0 }, items: { max: 0 } })
    expect(sharp.concurrency()).toBe(1)
  })

  it.each([
    ['an SVG', async () => latin('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><rect/></svg>')],
    ['a GIF', () => textPicture().gif().toBuffer()],
    ['a PPM', async () => Buffer.concat([latin('P6 800 800 255\n'), Buffer.alloc(800 * 800 * 3, 99)])],
  ])('has no decoder for %s, even of whoever got past the door', async (_, make) => {
    const file = await make()
    await expect(sharp(file).metadata()).rejects.toThrow('unsupported image format')
    expect(await readImage(file, false)).toEqual({ refused: 'CORRUPT' })
  })

  it('takes no picture of which anything is missing', async () => {
    const file = await textPicture().jpeg().toBuffer()
    expect(await readImage(file.subarray(0, -2000), false)).toEqual({ refused: 'CORRUPT' })
  })
})

describe('a preview', () => {
  it.each([0, 25, 80])('of a picture with grain %i is at most 1 MB, and no smaller than it must be', async (sigma) => {
    const noise = { type: 'gaussian', mean: 200, sigma } as const
    const grain = await sharp({ create: { width: 2560, height: 1920, channels: 3, background: '#ccc', noise } })
      .png({ compressionLevel: 1 })
      .toBuffer()
    const page = textPicture({ width: 2560, height: 1920 })
    const file = await page
      .composite([{ input: grain, blend: 'multiply' }])
      .jpeg({ quality: 92 })
      .toBuffer()
    const read = await readImage(file, false)
    if ('refused' in read) throw new Error(read.refused)
    expect(read.preview.length).toBeLessThanOrEqual(1_000_000)
    expect(read.preview.length).toBeGreaterThan(Math.min(file.length, 1_000_000) * 0.4)
  })

  it('of pure noise is at most 1 MB, and still a picture', async () => {
    const read = await readImage(await noisePicture().png({ compressionLevel: 1 }).toBuffer(), false)
    if ('refused' in read) throw new Error(read.refused)
    expect(read.preview.length).toBeLessThanOrEqual(1_000_000)
    expect((await sharp(read.preview).metadata()).width).toBeGreaterThanOrEqual(1024)
  })
})
