import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type Admitted, admit } from '../../core/lab/admit.ts'
import { sha256 } from '../../core/lab/digest.ts'
import { badPictures, jpeg, latin, located, oddPictures, png, unreadablePictures, webp } from './bad-pictures.ts'
import { noisePicture, plainPicture, textPicture, twoFrames, withComment } from './sample-images.ts'

async function admitted(bytes: Uint8Array): Promise<Admitted> {
  const outcome = await admit(bytes)
  if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`)
  return outcome
}

describe('the door lets in', () => {
  it.each(oddPictures)('%s, by its content', async (what, code, make) => {
    const file = await make()
    const outcome = await admitted(file)
    expect(outcome).toMatchObject({ pages: 1, sha256: sha256(file), remarks: code === 'OK' ? [] : code.split(' ') })
    const type = /\b(?:PNG|WebP|AVIF|HEIC|TIFF)\b/.exec(what)?.[0].toLowerCase()
    expect(outcome.type).toBe(type ?? 'jpeg')
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
    const behind = latin('PK\u0003\u0004berkas.exe')
    const file = Buffer.concat([withComment(await located(), '<script>alert(1)</script>'), behind])
    expect(file.includes('KAMERA-RAHASIA')).toBe(true)
    const { preview, thumbnail } = await admitted(file)
    for (const picture of [...preview, thumbnail].map((picture) => Buffer.from(picture)))
      for (const trace of ['KAMERA', 'Exif', 'GPS', 'ICC_PROFILE', 'script', 'PK\u0003\u0004'])
        expect(picture.includes(latin(trace)), trace).toBe(false)
  })
})

describe('the door refuses', () => {
  it.each(badPictures)('%s', async (_, code, make) => {
    const outcome = await admit(await make())
    expect('refused' in outcome ? outcome.refused : 'let in').toBe(code)
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
  it.each(unreadablePictures)('such as %s is told so', async (_, codes, make) => {
    expect((await admitted(await make())).remarks).toEqual(codes.split(' '))
  })

  it('is not a sharp one, light on dark or dark on light, nor a page with a single line', async () => {
    expect(await shown(textPicture().jpeg().toBuffer())).toEqual([])
    expect(await shown(textPicture({ ink: 230, paper: 40 }).jpeg().toBuffer())).toEqual([])
    expect(
      await shown(textPicture({ height: 86 }).extend({ bottom: 634, background: '#ebebeb' }).png().toBuffer()),
    ).toEqual([])
  })
})
