import sharp from 'sharp'

const [width, height] = [1280, 720]

/** A window with boxes and lines of its own; the same each time for a seed. */
export function windowOf(seed: number): Promise<Buffer> {
  const data = Buffer.alloc(width * height, 240)
  let state = seed
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
  for (let box = 0; box < 24; box += 1) {
    const [left, top] = [random(width - 200), random(height - 120)]
    const [right, bottom, grey] = [left + 60 + random(140), top + 20 + random(100), random(200)]
    for (let row = top; row < bottom; row += 1) data.fill(grey, row * width + left, row * width + right)
  }
  return sharp(data, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}
