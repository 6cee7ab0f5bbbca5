import type { Anatomy } from './anatomy.ts'

/** How an update is written; what is left out is written as an honest program would. */
export interface UpdateShape {
  readonly root?: number
  readonly prev?: number | undefined
  readonly free?: readonly number[]
  readonly isTable?: boolean
  /** More entries of the trailer. */
  readonly trailer?: string
  /** Generation numbers other than 0. */
  readonly generations?: ReadonlyMap<number, number>
  /** Leaves the cross-reference section out, or all but its trailer. */
  readonly without?: 'xref' | 'startxref'
  /** Bytes between the file and the update. */
  readonly between?: string
}

/** Bytes of a Latin-1 text. */
export const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

/** The file with bytes in the place of others; everything behind moves. */
export const spliced = (bytes: Uint8Array, start: number, end: number, text: string): Buffer =>
  Buffer.concat([bytes.subarray(0, start), latin1(text), bytes.subarray(end)])

/** The file with an incremental update of objects (ISO 32000-2 §7.5.6) by number. */
export function updated(pdf: Anatomy, objects: Readonly<Record<number, string>>, shape: UpdateShape = {}): Buffer {
  const start = `${/[\r\n]$/.test(pdf.text.slice(-1)) ? '' : '\n'}${shape.between ?? ''}`
  const places = new Map<number, number>()
  let text = start
  for (const [number, body] of Object.entries(objects)) {
    places.set(Number(number), pdf.bytes.length + text.length)
    text += `${number} ${shape.generations?.get(Number(number)) ?? 0} obj\n${body.trim()}\nendobj\n`
  }
  const at = pdf.bytes.length + text.length
  const isTable = shape.isTable ?? pdf.isTable
  if (shape.without !== 'xref') text += isTable ? table(pdf, places, shape) : stream(pdf, places, shape, at)
  if (shape.without === undefined) text += `startxref\n${at}\n%%EOF\n`
  else if (shape.without === 'xref') text += `trailer\n<< ${trailerOf(pdf, places, shape)} >>\n%%EOF\n`
  return Buffer.concat([pdf.bytes, latin1(text)])
}

function trailerOf(pdf: Anatomy, places: ReadonlyMap<number, number>, shape: UpdateShape): string {
  const size = Math.max(pdf.size, ...[...places.keys()].map((number) => number + 1))
  const prev = 'prev' in shape ? shape.prev : pdf.startXref
  const more = shape.trailer ?? ''
  const kept = more.includes('/ID') || more.includes('/Encrypt') ? '' : pdf.trailer
  return `/Size ${size} /Root ${shape.root ?? pdf.root} 0 R ${prev === undefined ? '' : `/Prev ${prev} `}${kept} ${more}`
}

function table(pdf: Anatomy, places: ReadonlyMap<number, number>, shape: UpdateShape): string {
  const lines = [...places].map(([number, at]) => {
    const generation = shape.generations?.get(number) ?? 0
    return [number, `${String(at).padStart(10, '0')} ${String(generation).padStart(5, '0')} n`] as const
  })
  const free = (shape.free ?? []).map((number) => [number, '0000000000 00001 f'] as const)
  const all = [...lines, ...free].toSorted(([a], [b]) => a - b)
  const sections = all.length === 0 ? '0 0\n' : all.map(([number, line]) => `${number} 1\n${line} \n`).join('')
  return `xref\n${sections}trailer\n<< ${trailerOf(pdf, places, shape)} >>\n`
}

function stream(pdf: Anatomy, places: ReadonlyMap<number, number>, shape: UpdateShape, at: number): string {
  const own = Math.max(pdf.size, ...[...places.keys()].map((number) => number + 1))
  const all = new Map([...places, [own, at] as const])
  const rows = [...[...all].map((row) => [...row, 1] as const), ...(shape.free ?? []).map((n) => [n, 0, 0] as const)]
  rows.sort(([a], [b]) => a - b)
  const data = Buffer.alloc(rows.length * 7)
  for (const [n, [number, offset, type]] of rows.entries()) {
    data[n * 7] = type
    data.writeUInt32BE(offset, n * 7 + 1)
    data.writeUInt16BE(type === 0 ? 1 : (shape.generations?.get(number) ?? 0), n * 7 + 5)
  }
  const head = `/Type /XRef /W [1 4 2] /Index [${rows.map(([number]) => `${number} 1`).join(' ')}]`
  const dictionary = `<< ${head} ${trailerOf(pdf, all, shape)} /Length ${data.length} >>`
  return `${own} 0 obj\n${dictionary}\nstream\n${data.toString('latin1')}\nendstream\nendobj\n`
}
