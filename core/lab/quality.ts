/** A grey picture, one byte a pixel, row by row. */
export interface GreyPicture {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** What can be measured of a picture's legibility, on a grey copy that fits 1024 × 1024 (`evidence.md` §2). */
export interface Quality {
  /** Variance of the Laplacian; text that nobody can read lies below 25, good screenshots above 400. */
  readonly sharpness: number
  /** Mean grey, 0 black to 255 white. */
  readonly brightness: number
  /** Shannon entropy of the grey values, in bits. */
  readonly entropy: number
  /** Standard deviation of grey within the liveliest tile. */
  readonly liveliestTile: number
}

/** Why a picture may not be readable; the sender is asked for a better one. */
export type QualityRemark = 'BLANK' | 'TOO_DARK' | 'BLURRY'

const TILE_PX = 64
const BLURRY_BELOW = 25
const DARK_BELOW = 25
const PLAIN_BELOW_BITS = 1
const EMPTY_TILE_BELOW = 2
const FAINT_TILE_BELOW = 10

/** Measures a picture. */
export function qualityOf(picture: GreyPicture): Quality {
  const { data } = picture
  const histogram = new Float64Array(256)
  for (const grey of data) histogram[grey] = (histogram[grey] ?? 0) + 1
  let sum = 0
  let entropy = 0
  for (const [grey, count] of histogram.entries()) {
    sum += grey * count
    const share = count / data.length
    if (share > 0) entropy -= share * Math.log2(share)
  }
  return {
    sharpness: laplacianVariance(picture),
    brightness: sum / data.length,
    entropy,
    liveliestTile: liveliestTile(picture),
  }
}

/**
 * What a measurement says against a picture; nothing blank or dark is called blurry besides.
 * @param isDrawn a page drawn from a PDF: plain ones are text with few words, sharp by construction
 */
export function qualityRemarks(quality: Quality, isDrawn = false): readonly QualityRemark[] {
  const { sharpness, brightness, entropy, liveliestTile } = quality
  const isPlain = entropy < PLAIN_BELOW_BITS
  const remarks: QualityRemark[] = []
  if (liveliestTile < EMPTY_TILE_BELOW || (isPlain && liveliestTile < FAINT_TILE_BELOW)) remarks.push('BLANK')
  if (brightness < DARK_BELOW) remarks.push('TOO_DARK')
  if (remarks.length === 0 && sharpness < BLURRY_BELOW && !(isDrawn && isPlain)) remarks.push('BLURRY')
  return remarks
}

// In plain JavaScript, because convolutions of the image library clip negative values.
function laplacianVariance({ data, width, height }: GreyPicture): number {
  if (width < 3 || height < 3) return 0
  let sum = 0
  let squares = 0
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      const around = (data[at - 1] ?? 0) + (data[at + 1] ?? 0) + (data[at - width] ?? 0) + (data[at + width] ?? 0)
      const value = around - 4 * (data[at] ?? 0)
      sum += value
      squares += value * value
    }
  }
  const count = (width - 2) * (height - 2)
  return squares / count - (sum / count) ** 2
}

function liveliestTile({ data, width, height }: GreyPicture): number {
  let liveliest = 0
  for (let top = 0; top < height; top += TILE_PX)
    for (let left = 0; left < width; left += TILE_PX) {
      const [right, bottom] = [Math.min(width, left + TILE_PX), Math.min(height, top + TILE_PX)]
      let sum = 0
      let squares = 0
      for (let y = top; y < bottom; y++)
        for (let at = y * width + left; at < y * width + right; at++) {
          const grey = data[at] ?? 0
          sum += grey
          squares += grey * grey
        }
      const count = (right - left) * (bottom - top)
      liveliest = Math.max(liveliest, squares / count - (sum / count) ** 2)
    }
  return Math.sqrt(liveliest)
}
