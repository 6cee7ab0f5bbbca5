import sharp from 'sharp'
import { evenLight } from './even-light.ts'

const LONG_SIDE_MAX_PX = 2560
const ENLARGED_MAX = 3
const PIXELS_MAX = 20_000_000

/**
 * A picture the way the reader of text likes it, as PNG: grey and twice as large, for text of a screen is smaller than
 * what it was taught with (`evidence.md` §3).
 * @param isEvened for photos of screens: text black on white wherever it stands
 */
export async function forReading(picture: Uint8Array, isEvened: boolean): Promise<Uint8Array> {
  const { data, info } = await sharp(picture, { limitInputPixels: PIXELS_MAX })
    .toColourspace('b-w')
    .resize({ width: LONG_SIDE_MAX_PX, height: LONG_SIDE_MAX_PX, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const grey = { data, width: info.width, height: info.height }
  const { width, height, data: pixels } = isEvened ? await evenLight(grey) : grey
  const factor = Math.min(ENLARGED_MAX, LONG_SIDE_MAX_PX / Math.max(width, height))
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .resize(Math.round(width * factor), null, { kernel: isEvened ? 'cubic' : 'lanczos3' })
    .png({ compressionLevel: 1 })
    .toBuffer()
}
