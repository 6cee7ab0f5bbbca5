import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { bitsApart, looksBitsMax } from '../../core/evidence/alike.ts'
import { looksOf, outlineOf } from '../../core/lab/looks.ts'
import { windowOf } from './window-picture.ts'

describe('the outline of a picture', () => {
  it.each([
    ['recompressed', (picture: Sharp) => picture.jpeg({ quality: 40 })],
    ['made smaller', (picture: Sharp) => picture.resize(800).jpeg({ quality: 80 })],
    ['made larger', (picture: Sharp) => picture.resize(2000).jpeg({ quality: 80 })],
    ['sent as PNG', (picture: Sharp) => picture.png()],
    ['a little brighter', (picture: Sharp) => picture.linear(1.1, 0).jpeg()],
    ['a little blurred', (picture: Sharp) => picture.blur(1.2).jpeg()],
  ])('is nearly the same when it was %s', async (_, change) => {
    for (const seed of [1, 2, 3]) {
      const picture = await windowOf(seed)
      const copy = await change(sharp(picture)).toBuffer()
      expect(copy.equals(picture)).toBe(false)
      expect(bitsApart(await looksOf(picture), await looksOf(copy))).toBeLessThanOrEqual(looksBitsMax)
    }
  })

  it('is another one for another picture, and for the same on its head', async () => {
    const pictures = [await windowOf(1), await windowOf(2), await windowOf(3), await windowOf(4)]
    const turned = await sharp(pictures[0]).rotate(180).jpeg().toBuffer()
    const outlines = await Promise.all([...pictures, turned].map((picture) => looksOf(picture)))
    for (const [at, one] of outlines.entries())
      for (const other of outlines.slice(at + 1)) expect(bitsApart(one, other)).toBeGreaterThan(looksBitsMax)
  })

  it('has a bit for each place that is brighter than the one on its right, row by row', () => {
    const grey = new Uint8Array(17 * 16)
    expect(outlineOf(grey)).toBe('0'.repeat(64))
    grey[0] = 1
    grey[17 * 16 - 2] = 1
    expect(outlineOf(grey)).toBe(`8${'0'.repeat(62)}1`)
  })

  it('refuses what is no picture, so that nothing passes for one', async () => {
    await expect(looksOf(new Uint8Array([1, 2, 3]))).rejects.toThrow()
  })
})

describe('how far two outlines lie apart', () => {
  const outline = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))

  it('is the same both ways, nothing to itself, and no detour is shorter', () => {
    fc.assert(
      fc.property(outline, outline, outline, (a, b, c) => {
        expect(bitsApart(a, b)).toBe(bitsApart(b, a))
        expect(bitsApart(a, a)).toBe(0)
        expect(bitsApart(a, c)).toBeLessThanOrEqual(bitsApart(a, b) + bitsApart(b, c))
      }),
    )
  })

  it('counts each bit that was turned over once', () => {
    fc.assert(
      fc.property(outline, fc.uniqueArray(fc.nat(255)), (a, bits) => {
        const bytes = Buffer.from(a, 'hex')
        for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(bitsApart(a, bytes.toString('hex'))).toBe(bits.length)
      }),
    )
  })
})
