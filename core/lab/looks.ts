import sharp from 'sharp'

const columns = 16
const rows = 16

/**
 * The outline of a picture (dHash, 256 bits): sixteen rows of whether each of sixteen places is brighter than the one on
 * its right. It stays nearly the same when a picture is recompressed or resized (`evidence.md` §2).
 * @param grey 16 rows of 17 brightnesses
 * @returns 64 hexadecimal digits
 */
export function outlineOf(grey: Uint8Array): string {
  const bytes = new Uint8Array((columns * rows) / 8)
  for (let bit = 0; bit < columns * rows; bit += 1) {
    const at = Math.floor(bit / columns) * (columns + 1) + (bit % columns)
    if ((grey[at] ?? 0) > (grey[at + 1] ?? 0)) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7))
  }
  return Buffer.from(bytes).toString('hex')
}

/** The outline of a picture that was drawn here (`Admitted.preview`). */
export async function looksOf(preview: Uint8Array): Promise<string> {
  const small = sharp(preview, { failOn: 'error' }).resize(columns + 1, rows, { fit: 'fill' })
  return outlineOf(await small.toColourspace('b-w').raw().toBuffer())
}
