import { createHash } from 'node:crypto'
import { openPdf, type PdfDocument, type PdfRevision } from '../../../core/lab/pdf/document.ts'
import type { PdfDictionary, PdfValue } from '../../../core/lab/pdf/value.ts'
import { dictionaryText, type Entries, entriesOf, written } from './pdf-text.ts'

/** An object as it will be written. */
interface Pending {
  readonly generation: number
  readonly body: string
}

/** An incremental update of a PDF (ISO 32000-2 §7.5.6): what the file had stays byte for byte, what changes follows it. */
export class PdfUpdate {
  readonly document: PdfDocument
  readonly revision: PdfRevision
  readonly #objects = new Map<number, Pending>()
  #size: number

  /** @throws PdfRefused when the file cannot be read strictly */
  constructor(bytes: Uint8Array) {
    this.document = openPdf(bytes)
    const newest = this.document.revisions.at(-1)
    if (newest === undefined) throw new Error('a file without revisions')
    this.revision = newest
    const size = newest.trailer.entries.get('Size')
    this.#size = size?.kind === 'number' ? size.value : 0
  }

  /** Adds an object. @returns how others refer to it */
  add(body: string): string {
    const number = this.#size++
    this.#objects.set(number, { generation: 0, body })
    return `${number} 0 R`
  }

  /** Writes an object anew. */
  put(number: number, body: string): void {
    this.#objects.set(number, { generation: this.revision.object(number)?.generation ?? 0, body })
  }

  /** The number of the catalog. */
  get root(): number {
    const root = this.revision.trailer.entries.get('Root')
    if (root?.kind !== 'reference') throw new Error('a file without a catalog')
    return root.number
  }

  /** A dictionary that is an object, to be changed. */
  entries(number: number): Entries {
    const object = this.revision.object(number)
    if (object?.value.kind !== 'dictionary') throw new Error(`object ${number} is no dictionary`)
    const isPacked = object.place.in === 'object-stream'
    if (isPacked && this.document.isEncrypted) throw new Error('an encrypted file with packed objects')
    return entriesOf(object.value, this.#source)
  }

  /** Changes an object that is a dictionary. */
  change(number: number, changes: Readonly<Record<string, string>>): void {
    this.put(number, dictionaryText(new Map([...this.entries(number), ...Object.entries(changes)])))
  }

  text(value: PdfValue): string {
    return written(value, this.#source)
  }

  /** A dictionary with changes, as it is written. */
  changed(dictionary: PdfDictionary, changes: Readonly<Record<string, string>>): string {
    return dictionaryText(new Map([...entriesOf(dictionary, this.#source), ...Object.entries(changes)]))
  }

  /** The whole file, the update at its end. */
  bytes(): Buffer {
    const { bytes } = this.document
    const last = bytes.at(-1)
    let update = last === 0x0a || last === 0x0d ? '' : '\n'
    const places = new Map<number, number>()
    for (const [number, { generation, body }] of this.#objects) {
      places.set(number, bytes.length + update.length)
      update += `${number} ${generation} obj\n${body}\nendobj\n`
    }
    const at = bytes.length + update.length
    const isStream = this.revision.sections[0]?.kind === 'stream'
    update += isStream ? this.#xrefStream(places, at) : this.#xrefTable(places)
    return Buffer.concat([bytes, Buffer.from(`${update}startxref\n${at}\n%%EOF\n`, 'latin1')])
  }

  // Strings of an encrypted file stay as they are; new ones must not be written there.
  get #source(): Uint8Array | undefined {
    return this.document.isEncrypted ? this.document.bytes : undefined
  }

  #generation = (number: number): number => this.#objects.get(number)?.generation ?? 0

  #xrefTable(places: ReadonlyMap<number, number>): string {
    const rows = [...places].toSorted(([one], [other]) => one - other)
    const lines = rows.map(([number, at]) => {
      const generation = String(this.#generation(number)).padStart(5, '0')
      return `${number} 1\n${String(at).padStart(10, '0')} ${generation} n \n`
    })
    return `xref\n${lines.join('')}trailer\n${dictionaryText(this.#trailer())}\n`
  }

  #xrefStream(places: ReadonlyMap<number, number>, at: number): string {
    const own = this.#size++
    const rows = [...places, [own, at] as const].toSorted(([one], [other]) => one - other)
    const data = Buffer.concat(
      rows.map(([number, place]) => {
        const row = Buffer.from([1, 0, 0, 0, 0, 0, 0])
        row.writeUInt32BE(place, 1)
        row.writeUInt16BE(this.#generation(number), 5)
        return row
      }),
    )
    const entries = new Map([
      ...this.#trailer(),
      ['Type', '/XRef'],
      ['W', '[1 4 2]'],
      ['Index', `[${rows.map(([number]) => `${number} 1`).join(' ')}]`],
      ['Length', String(data.length)],
    ])
    return `${own} 0 obj\n${dictionaryText(entries)}\nstream\n${data.toString('latin1')}\nendstream\nendobj\n`
  }

  #trailer(): Entries {
    const { entries } = this.revision.trailer
    const kept = ['Root', 'Info', 'Encrypt'].flatMap((key) => {
      const value = entries.get(key)
      return value ? [[key, written(value, this.document.bytes)] as const] : []
    })
    const trailer: Entries = new Map([...kept, ['Size', String(this.#size)], ['Prev', String(this.#start)]])
    const id = this.#newId()
    return id ? trailer.set('ID', id) : trailer
  }

  get #start(): number {
    return this.revision.sections[0]?.start ?? 0
  }

  /** The second half of the identifier changes with every update (§14.4). */
  #newId(): string | undefined {
    const id = this.revision.resolve(this.revision.trailer.entries.get('ID'))
    const first = id?.kind === 'array' ? id.items[0] : undefined
    if (first === undefined) return undefined
    const digest = createHash('sha256').update(this.document.bytes).digest('hex').slice(0, 32)
    return `[${written(first)} <${digest}>]`
  }
}
