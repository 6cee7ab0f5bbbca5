/** One revision, as its writer means it. */
export interface Written {
  /** The whole text between `obj` and `endobj` by number; null frees the number. */
  readonly objects: Readonly<Record<number, string | null>>
  readonly kind?: 'table' | 'stream'
  /** Entries of the trailer besides Size, Root and Prev. */
  readonly trailer?: string
  /** Takes the place of the Prev that leads to the revision before. */
  readonly prev?: number | undefined
  readonly size?: number
  /** Bytes before the cross-reference section that it does not list. */
  readonly stray?: string
  /** Entries besides those of the objects: number and the twenty bytes of a table. */
  readonly entries?: Readonly<Record<number, string>>
}

export const header = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
export const textOfBytes = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
export const streamOf = (data: string, entries = ''): string =>
  `<< /Length ${data.length} ${entries} >>\nstream\n${data}\nendstream`

/** A catalog with an empty form and one page: what every file here needs. */
export const smallest: Written['objects'] = {
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] >> >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
}

/** Writes a PDF by hand, the first revision first. */
export function writtenPdf(revisions: readonly Written[]): Uint8Array {
  let text = header
  let prev: number | undefined
  for (const revision of revisions) {
    const made = written(text, { prev, ...revision })
    text = made.text
    prev = made.section
  }
  return bytesOf(text)
}

function written(before: string, revision: Written): { text: string; section: number } {
  let text = before
  const entries = new Map<number, string>([[0, '0000000000 65535 f \n']])
  for (const [number, object] of Object.entries(revision.objects)) {
    if (object === null) entries.set(Number(number), '0000000000 00001 f \n')
    else {
      entries.set(Number(number), entry(text.length))
      text += `${number} 0 obj\n${object}\nendobj\n`
    }
  }
  for (const [number, line] of Object.entries(revision.entries ?? {})) entries.set(Number(number), line)
  text += revision.stray ?? ''
  const section = text.length
  const size = revision.size ?? Math.max(...entries.keys()) + 2
  const shared = `/Root 1 0 R ${revision.prev === undefined ? '' : `/Prev ${revision.prev} `}${revision.trailer ?? ''}`
  text += revision.kind === 'stream' ? xrefStream(entries, section, size, shared) : xrefTable(entries, size, shared)
  return { text: `${text}startxref\n${section}\n%%EOF\n`, section }
}

export const entry = (offset: number, generation = 0): string =>
  `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`

function xrefTable(entries: ReadonlyMap<number, string>, size: number, shared: string): string {
  const lines = [...entries].sort(([one], [other]) => one - other).map(([number, line]) => `${number} 1\n${line}`)
  return `xref\n${lines.join('')}trailer\n<< /Size ${size} ${shared}>>\n`
}

function xrefStream(entries: ReadonlyMap<number, string>, section: number, size: number, shared: string): string {
  const all = new Map([...entries, [size - 1, entry(section)] as const])
  const rows = [...all].map(([, line]) => rowOf(line))
  const index = [...all.keys()].map((number) => `${number} 1`).join(' ')
  const data = rows.join('')
  return `${size - 1} 0 obj\n${streamOf(data, `/Type /XRef /W [1 4 2] /Index [${index}] /Size ${size} ${shared}`)}\nendobj\n`
}

/** `c` before two numbers stands for an object of an object stream. */
function rowOf(line: string): string {
  const [first = '0', second = '0', kind] = line.trim().split(' ')
  const row = Buffer.alloc(7)
  row[0] = first === 'c' ? 2 : kind === 'f' ? 0 : 1
  row.writeUInt32BE(Number(first === 'c' ? second : first), 1)
  row.writeUInt16BE(Number(first === 'c' ? kind : second), 5)
  return row.toString('latin1')
}

/** The order of annex F: the section of the first page, its objects, the others, the main section behind them. */
export function linearizedPdf(): Uint8Array {
  const first = `${header}3 0 obj\n<< /Linearized 1 /N 1 >>\nendobj\n`
  const catalog = `1 0 obj\n${smallest[1]}\nendobj\n`
  const others = `2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n4 0 obj\n(old)\nendobj\n`
  const pages = (main: number, at: number) =>
    `xref\n1 1\n${entry(at)}3 1\n${entry(header.length)}trailer\n<< /Size 5 /Root 1 0 R /Prev ${main} >>\nstartxref\n0\n%%EOF\n`
  const behindPages = first.length + pages(100, 0).length
  const behindCatalog = behindPages + catalog.length
  const main = behindCatalog + others.length
  const lines = `2 1\n${entry(behindCatalog)}4 1\n${entry(behindCatalog + others.indexOf('4 0 obj'))}`
  const last = `xref\n0 1\n0000000000 65535 f \n${lines}trailer\n<< /Size 5 >>\nstartxref\n${first.length}\n%%EOF\n`
  return bytesOf(first + pages(main, behindPages) + catalog + others + last)
}
