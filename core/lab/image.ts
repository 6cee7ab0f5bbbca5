import sharp, { type OutputInfo, type Sharp } from 'sharp'
import { type Quality, qualityOf } from './quality.ts'
import type { Refused } from './refused.ts'

/** What people see of a picture: re-encoded, so that nothing but its pixels is left of the file. */
export interface Derived {
  /** JPEG, at most 2560 px and 1 MB. */
  readonly preview: Uint8Array
  /** JPEG, at most 320 px. */
  readonly thumbnail: Uint8Array
  readonly quality: Quality
}

/** A picture that was let in, with its size as it is meant to be looked at. */
export interface ReadImage extends Derived {
  readonly widthPx: number
  readonly heightPx: number
}

const PIXELS_MAX = 50_000_000
const ASPECT_MAX = 6
const LONG_SIDE_MIN_PX = 640
const SHORT_SIDE_MIN_PX = 400
const PREVIEW_MAX_PX = 2560
const PREVIEW_MAX_BYTES = 1_000_000
const THUMBNAIL_MAX_PX = 320
const MEASURED_MAX_PX = 1024
/** Height of a band, which JPEG packs by itself, and how far apart they are. */
const BAND_PX = 16
const SAMPLE_EVERY_PX = 192
const SAMPLE_ABOVE_PIXELS = 2_000_000
const SAMPLE_DOUBT = 1.15
const SECONDS_MAX = 15
/** Tried in this order until the preview is small enough: longest side in pixels, JPEG quality. */
const PREVIEW_LADDER = [
  [PREVIEW_MAX_PX, 88],
  [PREVIEW_MAX_PX, 76],
  [PREVIEW_MAX_PX, 64],
  [1920, 70],
  [1600, 60],
  [1280, 50],
  [1024, 40],
] as const

// No decoder but those of the accepted types may ever see a sender's bytes.
sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Tiff'].map((format) => `VipsForeignLoad${format}`),
})

/** Reads a JPEG, PNG, WebP, AVIF or the first page of a TIFF. */
export async function readImage(bytes: Uint8Array, isPaged: boolean): Promise<ReadImage | Refused> {
  try {
    const input = sharp(bytes, { failOn: 'error', limitInputPixels: PIXELS_MAX, pages: 1 })
    const { width, height, pages = 1, autoOrient } = await input.metadata()
    const refused = sizeRefusal(width, height, isPaged ? 1 : pages)
    if (refused) return refused
    const derived = await derive(input.autoOrient())
    return { widthPx: autoOrient.width, heightPx: autoOrient.height, ...derived }
  } catch (error) {
    // Every failure here is the decoder's word about the sender's bytes.
    return { refused: /pixel limit/i.test(String(error)) ? 'TOO_MANY_PIXELS' : 'CORRUPT' }
  }
}

/** Makes what people see from drawn pixels, four bytes (RGBA) each. */
export function deriveDrawn(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Promise<Derived> {
  return derive(sharp(rgba, { raw: { width, height, channels: 4 }, limitInputPixels: PIXELS_MAX }))
}

/** Why a picture of this size is not let in. */
export function sizeRefusal(width: number, height: number, pages: number): Refused | undefined {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  if (short === 0) return { refused: 'CORRUPT' }
  if (width * height > PIXELS_MAX) return { refused: 'TOO_MANY_PIXELS' }
  if (pages > 1) return { refused: 'MULTIPAGE' }
  if (long / short > ASPECT_MAX) return { refused: 'ASPECT' }
  if (long < LONG_SIDE_MIN_PX && short < SHORT_SIDE_MIN_PX) return { refused: 'TOO_SMALL' }
  return undefined
}

async function derive(input: Sharp): Promise<Derived> {
  const { data, info } = await input
    .resize(fitting(PREVIEW_MAX_PX))
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds: SECONDS_MAX })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const again = () => sharp(data, { raw: { width, height, channels } })
  const small = await again().resize(fitting(MEASURED_MAX_PX)).raw().toBuffer({ resolveWithObject: true })
  const fromSmall = () => sharp(small.data, { raw: { ...sizeOf(small.info), channels: small.info.channels } })
  const grey = await fromSmall().toColourspace('b-w').raw().toBuffer()
  return {
    preview: await smallEnough(again, sampleOf(data, info)),
    thumbnail: await fromSmall().resize(fitting(THUMBNAIL_MAX_PX)).jpeg(encoded(80)).toBuffer(),
    quality: qualityOf({ data: grey, ...sizeOf(small.info) }),
  }
}

const sizeOf = ({ width, height }: OutputInfo) => ({ width, height })

async function smallEnough(again: () => Sharp, sample: Sample | undefined): Promise<Uint8Array> {
  let preview: Uint8Array = new Uint8Array()
  for (const [longSide, quality] of PREVIEW_LADDER) {
    if (longSide === PREVIEW_MAX_PX && (await isSurelyTooLarge(sample, quality))) continue
    preview = await again().resize(fitting(longSide)).jpeg(encoded(quality)).toBuffer()
    if (preview.length <= PREVIEW_MAX_BYTES) break
  }
  return preview
}

/** Bands of a picture, and how many times as high the whole is. */
interface Sample {
  readonly picture: Sharp
  readonly share: number
}

/** A twelfth of a large picture: what it weighs as JPEG tells what the whole will; small ones are not worth asking. */
function sampleOf(data: Buffer, { width, height, channels }: OutputInfo): Sample | undefined {
  const [line, bands] = [width * channels, Math.floor(height / SAMPLE_EVERY_PX)]
  if (width * height < SAMPLE_ABOVE_PIXELS) return undefined
  const band = (n: number) => data.subarray(n * SAMPLE_EVERY_PX * line, (n * SAMPLE_EVERY_PX + BAND_PX) * line)
  const picked = Buffer.concat(Array.from({ length: bands }, (_, n) => band(n)))
  const raw = { width, height: bands * BAND_PX, channels }
  return { picture: sharp(picked, { raw }), share: height / (bands * BAND_PX) }
}

async function isSurelyTooLarge(sample: Sample | undefined, quality: number): Promise<boolean> {
  if (sample === undefined) return false
  const { length } = await sample.picture.clone().jpeg(encoded(quality)).toBuffer()
  return length * sample.share > PREVIEW_MAX_BYTES * SAMPLE_DOUBT
}

// Tables made for each picture would save a twenty-fifth of its bytes and take three times as long.
const encoded = (quality: number) => ({ quality, optimiseCoding: false })

function fitting(longSide: number) {
  return { width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true } as const
}
