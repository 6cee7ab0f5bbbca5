// Runs in a process of its own, which the lab may kill: decoding a large photo takes several hundred megabytes.
import libheif from 'libheif-js/wasm-bundle.js'
import { deriveDrawn, type ReadImage, sizeRefusal } from './image.ts'
import type { Told } from './killable.ts'
import type { Refused } from './refused.ts'

/** What the child tells about a HEIC photo. */
export type HeicReport = ReadImage | Refused

async function report(bytes: Uint8Array): Promise<HeicReport> {
  const images = new libheif.HeifDecoder().decode(bytes)
  const image = images.find((one) => one.is_primary()) ?? images[0]
  if (image === undefined) return { refused: 'CORRUPT' }
  const [width, height] = [image.get_width(), image.get_height()]
  const refused = sizeRefusal(width, height, 1)
  if (refused) return refused
  const pixels = await new Promise<{ readonly data: Uint8ClampedArray } | null>((resolve) => {
    image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, resolve)
  })
  if (pixels === null) return { refused: 'CORRUPT' }
  return { widthPx: width, heightPx: height, ...(await deriveDrawn(pixels.data, width, height)) }
}

process.on('message', async (bytes: Uint8Array) => {
  const answer = await report(bytes).catch((): Refused => ({ refused: 'CORRUPT' }))
  const told: Told<HeicReport> = { answer, isSpent: 'refused' in answer }
  process.send?.(told)
})
process.on('disconnect', () => process.exit())
