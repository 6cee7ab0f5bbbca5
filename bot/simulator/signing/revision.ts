import { openPdf, type PdfRevision } from '../../../core/lab/pdf/document.ts'
import { type FormField, formFields } from '../../../core/lab/pdf/fields.ts'
import type { PdfDictionary, PdfValue } from '../../../core/lab/pdf/value.ts'

/** A PDF to which a revision is being added (ISO 32000-2 §7.5.6), with what that revision writes. */
export interface Draft {
  readonly bytes: Uint8Array
  readonly revision: PdfRevision
  readonly fields: readonly FormField[]
  /** The number that a new object may have. */
  readonly free: number
}

/** Opens a PDF for one more revision. @throws PdfRefused for a file that is none */
export function draftOf(bytes: Uint8Array): Draft {
  const document = openPdf(bytes)
  const revision = document.revisions.at(-1)
  if (revision === undefined) throw new Error('a PDF without a revision')
  const size = revision.trailer.entries.get('Size')
  const free = size?.kind === 'number' ? size.value : Math.max(...revision.numbers()) + 1
  return { bytes, revision, fields: formFields(document, revision), free }
}

/** The source of a dictionary with one entry put in, or in place of what it had. */
export function withEntry(bytes: Uint8Array, dictionary: PdfDictionary, key: string, value: string): Buffer {
  const source = Buffer.from(bytes)
  const { start, end, entries } = dictionary
  const had = entries.get(key)
  return had === undefined
    ? Buffer.concat([source.subarray(start, end - 2), Buffer.from(`/${key} ${value}\n>>`)])
    : Buffer.concat([source.subarray(start, had.start), Buffer.from(value), source.subarray(had.end, end)])
}

/** The file with a revision more, in which those objects are as given. */
export function appended({ bytes, revision }: Draft, objects: ReadonlyMap<number, Uint8Array>): Buffer {
  const parts: Uint8Array[] = [bytes]
  let at = bytes.length
  const add = (...more: readonly Uint8Array[]) => {
    parts.push(...more)
    at += more.reduce((sum, { length }) => sum + length, 0)
  }
  const offsets = new Map<number, number>()
  for (const [number, source] of objects) {
    add(Buffer.from('\n'))
    offsets.set(number, at)
    add(Buffer.from(`${number} 0 obj\n`), source, Buffer.from('\nendobj\n'))
  }
  const start = at
  add(Buffer.from(`${xrefTable(offsets)}${trailer(bytes, revision, objects)}startxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

const xrefTable = (offsets: ReadonlyMap<number, number>): string =>
  `xref\n${[...offsets]
    .toSorted(([a], [b]) => a - b)
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
    .join('')}`

function trailer(bytes: Uint8Array, { trailer: last, startxref }: PdfRevision, objects: ReadonlyMap<number, unknown>) {
  const { entries } = last
  const sourceOf = (value: PdfValue) => Buffer.from(bytes.subarray(value.start, value.end)).toString('latin1')
  const kept = ['Root', 'Info', 'ID'].flatMap((key) => {
    const value = entries.get(key)
    return value === undefined ? [] : [`/${key} ${sourceOf(value)}`]
  })
  const size = Math.max(...objects.keys(), (wholeSize(entries.get('Size')) ?? 1) - 1) + 1
  return `trailer\n<< /Size ${size} ${kept.join(' ')} /Prev ${startOfXref(bytes, startxref)} >>\n`
}

const wholeSize = (value: PdfValue | undefined) => (value?.kind === 'number' ? value.value : undefined)

/** Where the section stands that a file's last `startxref` names. */
function startOfXref(bytes: Uint8Array, startxref: number): number {
  const text = Buffer.from(bytes.subarray(startxref, startxref + 40)).toString('latin1')
  const found = /^startxref\s+(\d+)/.exec(text)?.[1]
  if (found === undefined) throw new Error('no startxref')
  return Number(found)
}
