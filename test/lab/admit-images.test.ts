import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type Admitted, admit } from '../../core/lab/admit.ts'
import { sha256 } from '../../core/lab/digest.ts'
import {
  claimedPng,
  noisePicture,
  packedText,
  plainPicture,
  textPicture,
  twoFrames,
  withComment,
} from './sample-images.ts'

async function admitted(bytes: Uint8Array): Promise<Admitted> {
  const outcome = await admit(bytes)
  if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`)
  return outcome
}

const jpeg = await textPicture().jpeg().toBuffer()
const png = await textPicture().png().toBuffer()
const webp = await textPicture().webp().toBuffer()
const heic = readFileSync(new URL('./photo.heic', import.meta.url))
const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('the door lets in', () => {
  it.each([
    ['a JPEG', 'jpeg', () => jpeg],
    ['a PNG', 'png', () => png],
    ['a WebP', 'webp', () => webp],
    ['an AVIF', 'avif', () => textPicture().avif({ effort: 0 }).toBuffer()],
    ['a HEIC', 'heic', () => heic],
    ['a TIFF', 'tiff', () => textPicture().tiff().toBuffer()],
    ['a progressive JPEG', 'jpeg', () => textPicture().jpeg({ progressive: true }).toBuffer()],
    ['a CMYK JPEG', 'jpeg', () => textPicture().toColourspace('cmyk').jpeg().toBuffer()],
    ['a grey JPEG', 'jpeg', () => textPicture().toColourspace('b-w').jpeg().toBuffer()],
    ['a 16-bit PNG', 'png', () => textPicture().toColourspace('rgb16').png().toBuffer()],
    ['a palette PNG', 'png', () => textPicture().png({ palette: true, colours: 8 }).toBuffer()],
    ['an interlaced PNG with alpha', 'png', () => textPicture().ensureAlpha(0.5).png({ progressive: true }).toBuffer()],
    ['a picture with a wide-gamut profile', 'jpeg', () => textPicture().withIccProfile('p3').jpeg().toBuffer()],
    ['noise', 'jpeg', () => noisePicture().jpeg({ quality: 95 }).toBuffer()],
    ['two JPEGs in one file', 'jpeg', () => Buffer.concat([jpeg, jpeg])],
    ['a text chunk that unpacks to 50 MB', 'png', () => claimedPng(1280, 720, [packedText(50_000_000)])],
  ])('%s, by its content', async (_, type, make) => {
    const file = await make()
    const outcome = await admitted(file)
    expect(outcome).toMatchObject({ type, pages: 1, sha256: sha256(file) })
    expect(outcome.preview).toHaveLength(1)
    for (const picture of [...outcome.preview, outcome.thumbnail]) {
      const { format, exif, icc, xmp, space, channels } = await sharp(picture).metadata()
      expect({ format, exif, icc, xmp, space, channels }).toEqual({ format: 'jpeg', space: 'srgb', channels: 3 })
    }
    expect(outcome.preview[0]?.length).toBeLessThanOrEqual(1_000_000)
  })

  it('the first page of a TIFF with several', async () => {
    const file = await (await twoFrames()).tiff().toBuffer()
    expect((await sharp(file).metadata()).pages).toBe(2)
    expect(await admitted(file)).toMatchObject({ type: 'tiff', pages: 1, widthPx: 800, heightPx: 600 })
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('a photo of orientation %i, and shows it upright', async (orientation) => {
    const corner = await plainPicture('#ff0000', 400, 300).png().toBuffer()
    const upright = await textPicture({ width: 1200, height: 800 })
      .composite([{ input: corner, left: 0, top: 0 }])
      .png()
      .toBuffer()
    // What a camera held that way would have stored.
    const undo =
      { 1: [], 2: ['flop'], 3: [180], 4: ['flip'], 5: ['flop', 270], 6: [270], 7: ['flop', 90], 8: [90] }[
        orientation
      ] ?? []
    let stored = upright
    for (const step of undo)
      stored = await (typeof step === 'number'
        ? sharp(stored).rotate(step)
        : step === 'flip'
          ? sharp(stored).flip()
          : sharp(stored).flop()
      )
        .png()
        .toBuffer()
    const file = await sharp(stored).withMetadata({ orientation }).jpeg().toBuffer()
    const outcome = await admitted(file)
    expect(outcome).toMatchObject({ widthPx: 1200, heightPx: 800 })
    const { data } = await sharp(outcome.preview[0])
      .extract({ left: 100, top: 100, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([data[0]! > 200, data[1]! < 80]).toEqual([true, true])
  })
})

describe('what people see of a picture', () => {
  it('is at most 2560 px wide or high, the thumbnail 320', async () => {
    const outcome = await admitted(
      await textPicture().extend({ right: 2720, bottom: 2280, background: '#ebebeb' }).jpeg().toBuffer(),
    )
    expect(await sharp(outcome.preview[0]).metadata()).toMatchObject({ width: 2560, height: 1920 })
    expect(await sharp(outcome.thumbnail).metadata()).toMatchObject({ width: 320, height: 240 })
    expect(outcome).toMatchObject({ widthPx: 4000, heightPx: 3000 })
  })

  it('is at most 1 MB even of noise', async () => {
    const outcome = await admitted(await noisePicture().jpeg({ quality: 100 }).toBuffer())
    expect(outcome.preview[0]?.length).toBeLessThanOrEqual(1_000_000)
  })

  it('carries no place, camera, profile, comment, or file hidden behind the picture', async () => {
    const located = await textPicture()
      .withIccProfile('p3')
      .withExif({ IFD0: { Make: 'KAMERA-RAHASIA' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '7/1 47/1 0/1' } })
      .jpeg()
      .toBuffer()
    const file = Buffer.concat([withComment(located, '<script>alert(1)</script>'), bytes('PK\u0003\u0004berkas.exe')])
    expect(file.includes('KAMERA-RAHASIA')).toBe(true)
    const { preview, thumbnail } = await admitted(file)
    for (const picture of [...preview, thumbnail].map((picture) => Buffer.from(picture)))
      for (const trace of ['KAMERA', 'Exif', 'GPS', 'ICC_PROFILE', 'script', 'PK\u0003\u0004'])
        expect(picture.includes(bytes(trace)), trace).toBe(false)
  })
})

describe('the door refuses', () => {
  const cut = (file: Buffer) => file.subarray(0, file.length - 40)
  const half = (file: Buffer) => file.subarray(0, file.length / 2)
  const badCrc = Buffer.from(png)
  badCrc[badCrc.length - 2000]! ^= 0xff
  const hugeHeader = claimedPng(0x7fffffff, 0x7fffffff)
  it.each([
    ['nothing at all', 'EMPTY', () => Buffer.alloc(0)],
    ['one byte', 'UNSUPPORTED_TYPE', () => bytes('x')],
    ['21 MB', 'TOO_BIG', () => Buffer.concat([jpeg, Buffer.alloc(21 * 1024 * 1024)])],
    ['text', 'UNSUPPORTED_TYPE', () => bytes('Full scan selesai.')],
    ['a web page', 'UNSUPPORTED_TYPE', () => bytes('<!doctype html><script>alert(1)</script>')],
    ['a program', 'UNSUPPORTED_TYPE', () => Buffer.concat([bytes('MZ\u0090\u0000'), Buffer.alloc(500)])],
    [
      'an SVG with a script',
      'UNSUPPORTED_TYPE',
      () => bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    ['a GIF', 'UNSUPPORTED_TYPE', () => textPicture().gif().toBuffer()],
    ['a GIF that is also a script', 'UNSUPPORTED_TYPE', () => bytes('GIF89a/*\u0001\u0000\u0001\u0000*/=1;alert(1)')],
    ['a zip', 'UNSUPPORTED_TYPE', () => bytes('PK\u0003\u0004\u0014\u0000')],
    ['a gzip bomb', 'UNSUPPORTED_TYPE', () => gzipSync(Buffer.alloc(30_000_000))],
    ['a video', 'UNSUPPORTED_TYPE', () => bytes('\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0000\u0000mp42isom')],
    ['a HEIC that is none', 'CORRUPT', () => bytes('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000heicmif1')],
    ['half a HEIC', 'CORRUPT', () => half(heic)],
    ['a HEIC without its end', 'CORRUPT', () => cut(heic)],
    ['an iPhone burst', 'MULTIPAGE', () => bytes('\u0000\u0000\u0000\u0018ftyphevc\u0000\u0000\u0000\u0000hevcmsf1')],
    [
      'an AVIF that is none',
      'CORRUPT',
      () => bytes('\u0000\u0000\u0000\u0018ftypavif\u0000\u0000\u0000\u0000avifmif1'),
    ],
    ['half a JPEG', 'CORRUPT', () => half(jpeg)],
    ['half a PNG', 'CORRUPT', () => half(png)],
    ['half a WebP', 'CORRUPT', () => half(webp)],
    ['a JPEG without its end', 'CORRUPT', () => cut(jpeg)],
    ['a PNG without its end', 'CORRUPT', () => cut(png)],
    ['a WebP without its end', 'CORRUPT', () => cut(webp)],
    ['a PNG with a wrong checksum', 'CORRUPT', () => badCrc],
    ['a JPEG that stops after its first bytes', 'CORRUPT', () => jpeg.subarray(0, 20)],
    ['a picture of size 0 × 0', 'CORRUPT', () => claimedPng(0, 0)],
    ['a header of 2³¹ × 2³¹', /^(?:CORRUPT|TOO_MANY_PIXELS)$/, () => hugeHeader],
    ['900 megapixels', 'TOO_MANY_PIXELS', () => claimedPng(30_000, 30_000)],
    ['100 megapixels', 'TOO_MANY_PIXELS', () => claimedPng(10_000, 10_000)],
    ['a strip of 60000 × 10', 'ASPECT', () => claimedPng(60_000, 10)],
    ['a tiny picture', 'TOO_SMALL', () => textPicture({ width: 320, height: 200 }).png().toBuffer()],
    ['an animated WebP', 'MULTIPAGE', () => twoFrames().then((two) => two.webp().toBuffer())],
    ['an animated GIF', 'UNSUPPORTED_TYPE', () => twoFrames().then((two) => two.gif().toBuffer())],
  ])('%s', async (_, code, make) => {
    const outcome = await admit(await make())
    expect('refused' in outcome ? outcome.refused : 'let in').toMatch(code)
  })

  it('any damage calmly: it lets in or refuses, and never throws', async () => {
    let state = 7
    const random = (below: number) => {
      state = (state * 48271) % 2147483647
      return state % below
    }
    for (const file of [jpeg, png, webp])
      for (let round = 0; round < 12; round++) {
        const broken = Buffer.from(file)
        for (let flips = 0; flips < 1 + random(30); flips++) broken[random(broken.length)] = random(256)
        const outcome = await admit(broken)
        if (!('refused' in outcome)) expect(outcome.preview[0]?.length).toBeGreaterThan(0)
      }
  })
})

describe('a picture that nobody can read', () => {
  const shown = async (file: Promise<Buffer>) => (await admitted(await file)).remarks
  it.each(['#ffffff', '#808080', '#1565c0'])('because it is all %s is BLANK', async (colour) => {
    expect(await shown(plainPicture(colour).jpeg().toBuffer())).toEqual(['BLANK'])
  })

  it('because it is black is BLANK and TOO_DARK', async () => {
    expect(await shown(plainPicture('#000000').jpeg().toBuffer())).toEqual(['BLANK', 'TOO_DARK'])
  })

  it('because it was taken in the dark is TOO_DARK', async () => {
    expect(await shown(textPicture({ ink: 2, paper: 22 }).png().toBuffer())).toEqual(['TOO_DARK'])
  })

  it('because the hand moved is BLURRY', async () => {
    expect(await shown(textPicture().blur(6).jpeg().toBuffer())).toEqual(['BLURRY'])
  })

  it('is not a sharp one, light on dark or dark on light, nor a page with a single line', async () => {
    expect(await shown(textPicture().jpeg().toBuffer())).toEqual([])
    expect(await shown(textPicture({ ink: 230, paper: 40 }).jpeg().toBuffer())).toEqual([])
    expect(
      await shown(textPicture({ height: 86 }).extend({ bottom: 634, background: '#ebebeb' }).png().toBuffer()),
    ).toEqual([])
  })
})
