/** Parts of a drawn screen, as SVG. */
const fonts = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

interface TextStyle {
  readonly size?: number
  readonly fill?: string
  readonly weight?: 400 | 600 | 700
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** One line of text; its base line is at `y`. */
export function line(x: number, y: number, text: string, style: TextStyle = {}): string {
  const { size = 22, fill = '#1b1b1b', weight = 400, anchor = 'start' } = style
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped}</text>`
}

export const box = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`

/** A green disc with a tick, or a red one with a cross. */
export function badge(x: number, y: number, radius: number, isGood = true): string {
  const tick = `M${x - radius * 0.42} ${y + radius * 0.03}l${radius * 0.3} ${radius * 0.32}l${radius * 0.56} ${-radius * 0.64}`
  const cross = `M${x - radius * 0.3} ${y - radius * 0.3}l${radius * 0.6} ${radius * 0.6}m0 ${-radius * 0.6}l${-radius * 0.6} ${radius * 0.6}`
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${isGood ? '#107c10' : '#c42b1c'}"/><path d="${isGood ? tick : cross}" fill="none" stroke="#fff" stroke-width="${radius * 0.17}"/>`
}

export const drawing = (width: number, height: number, ...parts: readonly string[]): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${fonts}">${parts.join('')}</svg>`,
  )
