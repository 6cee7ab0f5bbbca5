import sharp from 'sharp'
import type { GreyPicture } from './quality.ts'

const SHRUNK = 4
/** In shrunk pixels: far wider than the strokes of a heading, so that what is left is what lies behind the text. */
const MEDIAN = 19
const BLOCK_PX = 8
/** Contrasts below this are grain, however even the light. */
const CONTRAST_MIN = 28
const GRAIN = 3

/**
 * Text as black on white, whatever it stood on and however the light fell: photos of screens are dark in the corners
 * and glare in the middle, and a screen shows dark windows beside light ones.
 */
export async function evenLight(picture: GreyPicture): Promise<GreyPicture> {
  const { width, height } = picture
  const behind = await backgroundOf(picture)
  const blocks = measured(picture, behind)
  const contrast = await stretched(blocks.contrast, blocks.across, blocks.down, width, height)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / BLOCK_PX) * blocks.across
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const strength = difference(picture, behind, at) * (blocks.polarity[row + Math.floor(x / BLOCK_PX)] ?? 1) - GRAIN
      const share = strength / (Math.max(CONTRAST_MIN, contrast[at] ?? 0) - GRAIN)
      data[at] = 255 - Math.round(255 * Math.min(1, Math.max(0, 1.1 * share)))
    }
  }
  return { data, width, height }
}

const difference = ({ data }: GreyPicture, behind: Uint8Array, at: number): number =>
  (data[at] ?? 0) - (behind[at] ?? 0)

async function backgroundOf({ data, width, height }: GreyPicture): Promise<Uint8Array> {
  const [across, down] = [Math.ceil(width / SHRUNK), Math.ceil(height / SHRUNK)]
  const shrunk = await sharp(data, { raw: { width, height, channels: 1 } })
    .resize(across, down, { fit: 'fill', kernel: 'nearest' })
    .median(MEDIAN)
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  return stretched(shrunk, across, down, width, height)
}

function stretched(data: Uint8Array, across: number, down: number, width: number, height: number): Promise<Uint8Array> {
  return sharp(data, { raw: { width: across, height: down, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
}

interface Blocks {
  readonly across: number
  readonly down: number
  /** The strongest contrast in and around each block. */
  readonly contrast: Uint8Array
  /** 1 where the text is lighter than what is behind it, -1 where it is darker. */
  readonly polarity: Int8Array
}

function measured(picture: GreyPicture, behind: Uint8Array): Blocks {
  const { width, height } = picture
  const [across, down] = [Math.ceil(width / BLOCK_PX), Math.ceil(height / BLOCK_PX)]
  const strongest = new Uint8Array(across * down)
  const leaning = new Float64Array(across * down)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / BLOCK_PX) * across
    for (let x = 0; x < width; x++) {
      const block = row + Math.floor(x / BLOCK_PX)
      const differs = difference(picture, behind, y * width + x)
      const strength = Math.abs(differs)
      if (strength > (strongest[block] ?? 0)) strongest[block] = strength
      // Strokes differ the most; squared, they outweigh the many pixels of grain and of ringing around them.
      if (strength > GRAIN) leaning[block] = (leaning[block] ?? 0) + differs * strength
    }
  }
  const contrast = new Uint8Array(across * down)
  const polarity = new Int8Array(across * down)
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      let [most, lean] = [0, 0]
      around(x, y, 2, across, down, (at, distance) => {
        lean += leaning[at] ?? 0
        if (distance <= 1) most = Math.max(most, strongest[at] ?? 0)
      })
      contrast[y * across + x] = most
      polarity[y * across + x] = lean > 0 ? 1 : -1
    }
  return { across, down, contrast, polarity }
}

function around(
  x: number,
  y: number,
  reach: number,
  across: number,
  down: number,
  look: (at: number, distance: number) => void,
): void {
  for (let row = Math.max(0, y - reach); row <= Math.min(down - 1, y + reach); row++)
    for (let column = Math.max(0, x - reach); column <= Math.min(across - 1, x + reach); column++)
      look(row * across + column, Math.max(Math.abs(row - y), Math.abs(column - x)))
}
