import { readFileSync } from 'node:fs'
import {
  claimedPng,
  noisePicture,
  packedText,
  plainPicture,
  textPicture,
  twoFrames,
  withComment,
} from './sample-images.ts'

/** A file that somebody may send, and what the door says of it: `OK`, or a code of `evidence.md` §9. */
export type BadFile = readonly [what: string, code: string, make: () => Uint8Array | Promise<Uint8Array>]

export const jpeg = await textPicture().jpeg().toBuffer()
export const png = await textPicture().png().toBuffer()
export const webp = await textPicture().webp().toBuffer()
export const heic = readFileSync(new URL('./photo.heic', import.meta.url))
export const latin = (text: string) => Buffer.from(text, 'latin1')

const cut = (file: Buffer) => file.subarray(0, file.length - 40)
const half = (file: Buffer) => file.subarray(0, file.length / 2)

/** Odd but good: what they turn into is safe, whatever else is in them. */
export const oddPictures: readonly BadFile[] = [
  ['a JPEG', 'OK', () => jpeg],
  ['a PNG', 'OK', () => png],
  ['a WebP', 'OK', () => webp],
  ['an AVIF', 'OK', () => textPicture().avif({ effort: 0 }).toBuffer()],
  ['a HEIC', 'OK', () => heic],
  ['a TIFF', 'OK', () => textPicture().tiff().toBuffer()],
  ['a progressive JPEG', 'OK', () => textPicture().jpeg({ progressive: true }).toBuffer()],
  ['a CMYK JPEG', 'OK', () => textPicture().toColourspace('cmyk').jpeg().toBuffer()],
  ['a grey JPEG', 'OK', () => textPicture().toColourspace('b-w').jpeg().toBuffer()],
  ['a 16-bit PNG', 'OK', () => textPicture().toColourspace('rgb16').png().toBuffer()],
  ['a palette PNG', 'OK', () => textPicture().png({ palette: true, colours: 8 }).toBuffer()],
  ['an interlaced PNG with alpha', 'OK', () => textPicture().ensureAlpha(0.5).png({ progressive: true }).toBuffer()],
  ['a picture with a wide-gamut profile', 'OK', () => textPicture().withIccProfile('p3').jpeg().toBuffer()],
  ['noise', 'OK', () => noisePicture().jpeg({ quality: 95 }).toBuffer()],
  ['two JPEGs in one file', 'OK', () => Buffer.concat([jpeg, jpeg])],
  ['a JPEG that is a zip, too', 'OK', () => Buffer.concat([jpeg, latin('PK\u0003\u0004berkas.exe')])],
  ['a JPEG with a script in its comment', 'OK', () => withComment(jpeg, '<script>alert(1)</script>')],
  ['a photo that says where it was taken', 'OK', located],
  ['a PNG whose text unpacks to 50 MB', 'BLANK TOO_DARK', () => claimedPng(1280, 720, [packedText(50_000_000)])],
  ['a TIFF of two pages', 'BLANK', async () => (await twoFrames()).tiff().toBuffer()],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(
    (orientation): BadFile => [
      `a photo of orientation ${orientation}`,
      'OK',
      () => textPicture().withMetadata({ orientation }).jpeg().toBuffer(),
    ],
  ),
]

export async function located(): Promise<Buffer> {
  const exif = { IFD0: { Make: 'KAMERA-RAHASIA' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '7/1 47/1 0/1' } }
  return textPicture().withIccProfile('p3').withExif(exif).jpeg().toBuffer()
}

/** Safe, and nobody can read them. */
export const unreadablePictures: readonly BadFile[] = [
  ...['#ffffff', '#808080', '#1565c0'].map(
    (colour): BadFile => [`a picture that is all ${colour}`, 'BLANK', () => plainPicture(colour).jpeg().toBuffer()],
  ),
  ['a black picture', 'BLANK TOO_DARK', () => plainPicture('#000000').jpeg().toBuffer()],
  ['a picture taken in the dark', 'TOO_DARK', () => textPicture({ ink: 2, paper: 22 }).png().toBuffer()],
  ['a picture for which the hand moved', 'BLURRY', () => textPicture().blur(6).jpeg().toBuffer()],
]

const badCrc = Buffer.from(png)
badCrc[badCrc.length - 2000]! ^= 0xff

/** Broken, hostile or too much. */
export const badPictures: readonly BadFile[] = [
  ['a HEIC that is none', 'CORRUPT', () => latin('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000heicmif1')],
  ['half a HEIC', 'CORRUPT', () => half(heic)],
  ['a HEIC without its end', 'CORRUPT', () => cut(heic)],
  ['an iPhone burst', 'MULTIPAGE', () => latin('\u0000\u0000\u0000\u0018ftyphevc\u0000\u0000\u0000\u0000hevcmsf1')],
  ['an AVIF that is none', 'CORRUPT', () => latin('\u0000\u0000\u0000\u0018ftypavif\u0000\u0000\u0000\u0000avifmif1')],
  ['half a JPEG', 'CORRUPT', () => half(jpeg)],
  ['half a PNG', 'CORRUPT', () => half(png)],
  ['half a WebP', 'CORRUPT', () => half(webp)],
  ['a JPEG without its end', 'CORRUPT', () => cut(jpeg)],
  ['a PNG without its end', 'CORRUPT', () => cut(png)],
  ['a WebP without its end', 'CORRUPT', () => cut(webp)],
  ['a PNG with a wrong checksum', 'CORRUPT', () => badCrc],
  ['a JPEG that stops after its first bytes', 'CORRUPT', () => jpeg.subarray(0, 20)],
  ['a picture of size 0 × 0', 'CORRUPT', () => claimedPng(0, 0)],
  ['a header of 2³¹ × 2³¹', 'CORRUPT', () => claimedPng(0x7fffffff, 0x7fffffff)],
  ['900 megapixels', 'TOO_MANY_PIXELS', () => claimedPng(30_000, 30_000)],
  ['100 megapixels', 'TOO_MANY_PIXELS', () => claimedPng(10_000, 10_000)],
  ['a strip of 60000 × 10', 'ASPECT', () => claimedPng(60_000, 10)],
  ['a tiny picture', 'TOO_SMALL', () => textPicture({ width: 320, height: 200 }).png().toBuffer()],
  ['an animated WebP', 'MULTIPAGE', async () => (await twoFrames()).webp().toBuffer()],
  ['an animated GIF', 'UNSUPPORTED_TYPE', async () => (await twoFrames()).gif().toBuffer()],
  ['a GIF', 'UNSUPPORTED_TYPE', () => textPicture().gif().toBuffer()],
  ['a GIF that is also a script', 'UNSUPPORTED_TYPE', () => latin('GIF89a/*\u0001\u0000\u0001\u0000*/=1;alert(1)')],
  ['21 MB behind a JPEG', 'TOO_BIG', () => Buffer.concat([jpeg, Buffer.alloc(21 * 1024 * 1024)])],
]
