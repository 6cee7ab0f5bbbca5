import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** A picture that looks like a page of text to every measure: dark strokes on light, or the reverse; one for each seed. */
export function textPicture({ width = 1280, height = 720, ink = 20, paper = 235, seed = 42 } = {}): Sharp {
  const data = Buffer.alloc(width * height * 3, paper)
  let state = seed
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
  for (let top = 30; top < height - 30; top += 26)
    for (let left = 40; left < width - 60; left += 4 + random(9)) {
      if (random(6) === 0) left += 14
      for (let y = top; y < top + 4 + random(12); y++)
        for (let x = left; x < left + 2 + random(2); x++) data.fill(ink, (y * width + x) * 3, (y * width + x) * 3 + 3)
    }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** A picture of one colour. */
export function plainPicture(background: string, width = 1280, height = 720): Sharp {
  return sharp({ create: { width, height, channels: 3, background } })
}

/** Pixels at random, which no compression can shrink. */
export function noisePicture(width = 3000, height = 2400): Sharp {
  return sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 80 } },
  })
}

/** Two frames, or two pages. */
export async function twoFrames(width = 800, height = 600): Promise<Sharp> {
  const frames = await Promise.all(
    ['#123456', '#abcdef'].map((colour) => plainPicture(colour, width, height).png().toBuffer()),
  )
  return sharp(frames, { join: { animated: true } })
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body) >>> 0, body.length + 4)
  return whole
}

/** A PNG whose header claims a size; its pixels are grey, one bit each, or missing when there would be too many. */
export function claimedPng(width: number, height: number, extra: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = Math.ceil(width / 8) + 1
  const pixels = rows * height < 50_000_000 ? deflateSync(Buffer.alloc(rows * height)) : Buffer.alloc(64)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A text chunk that unpacks to `bytes` zero bytes. */
export function packedText(bytes: number): Buffer {
  return chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(bytes, 65))]))
}

/** A JPEG with a comment segment behind its start. */
export function withComment(jpeg: Buffer, comment: string): Buffer {
  const segment = Buffer.alloc(4)
  segment.writeUInt16BE(0xfffe, 0)
  segment.writeUInt16BE(comment.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), segment, Buffer.from(comment, 'latin1'), jpeg.subarray(2)])
}
