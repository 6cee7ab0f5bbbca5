import { inflateSync } from 'node:zlib'
import { entryOf, type Token, valueEnd } from './token.ts'

/** Where a signature lies in its file; positions in bytes. */
export interface SignaturePlace {
  /** The number of the object that holds the signature dictionary. */
  readonly number: number
  readonly range: readonly [number, number, number, number]
  readonly dictionary: Token
  /** `[0 …]`, brackets included. */
  readonly byteRange: Token
  /** `<30…>`, angle brackets included. */
  readonly contents: Token
  /** The number of the field that holds it, where one does. */
  readonly field: number | undefined
}

/** What an attacker knows of a signed PDF: read leniently, as one who wants to break things reads it. */
export interface Anatomy {
  readonly bytes: Buffer
  /** The bytes as Latin-1: a position in it is a position in the file. */
  readonly text: string
  readonly signatures: readonly SignaturePlace[]
  /** The text between `obj` and `endobj` of the newest object of every number, those of object streams included. */
  readonly objects: ReadonlyMap<number, string>
  readonly root: number
  readonly size: number
  readonly startXref: number
  readonly isTable: boolean
  /** What the trailer says besides /Root, /Size and /Prev. */
  readonly trailer: string
}

/** Takes a signed PDF apart. @returns undefined for one that the operators cannot work on */
export function anatomyOf(file: Uint8Array): Anatomy | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const text = bytes.toString('latin1')
  const objects = objectsOf(bytes, text)
  const root = Number(last(text, /\/Root\s+(\d+)\s+\d+\s+R/g)?.[1])
  const startXref = Number(last(text, /startxref\s+(\d+)/g)?.[1])
  const signatures = signaturesOf(text, objects)
  if (!objects.has(root) || Number.isNaN(startXref) || signatures.length === 0) return undefined
  const kept = ['ID', 'Info', 'Encrypt'].map((key) => {
    const found = last(text, new RegExp(`/${key}\\s*(?=[[\\d<])`, 'g'))
    return found ? text.slice(found.index, valueEnd(text, found.index + found[0].length)) : ''
  })
  const isTable = text.startsWith('xref', startXref)
  const size = Math.max(...objects.keys()) + 1
  return { bytes, text, signatures, objects, root, size, startXref, isTable, trailer: kept.join(' ') }
}

function last(text: string, pattern: RegExp): RegExpExecArray | undefined {
  return [...text.matchAll(pattern)].at(-1)
}

function objectsOf(bytes: Buffer, text: string): ReadonlyMap<number, string> {
  const objects = new Map<number, string>()
  for (const found of text.matchAll(/(?<![\d.])(\d{1,7})\s+\d{1,5}\s+obj\b/g)) {
    const start = found.index + found[0].length
    const end = text.indexOf('endobj', start)
    if (end < 0) continue
    const body = text.slice(start, end)
    objects.set(Number(found[1]), body)
    if (/\/Type\s*\/ObjStm/.test(body))
      for (const [number, inner] of packed(bytes, start, body)) objects.set(number, inner)
  }
  return objects
}

function packed(bytes: Buffer, start: number, body: string): readonly (readonly [number, string])[] {
  const data = /stream\r?\n/.exec(body)
  const first = Number(entryOf(body, 'First')?.text)
  const length = Number(entryOf(body, 'Length')?.text)
  if (data === null || Number.isNaN(first)) return []
  const at = start + data.index + data[0].length
  const raw = bytes.subarray(at, at + length)
  const text = (entryOf(body, 'Filter') === undefined ? raw : inflated(raw)).toString('latin1')
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number)
  const places = numbers.flatMap((number, n) => (n % 2 === 0 ? [[number, first + (numbers[n + 1] ?? 0)] as const] : []))
  return places.map(([number, from], n) => [number, text.slice(from, places[n + 1]?.[1])])
}

function inflated(raw: Buffer): Buffer {
  try {
    return inflateSync(raw)
  } catch {
    // Encrypted, or of another filter: what is in it stays unknown to the attacker.
    return Buffer.alloc(0)
  }
}

function signaturesOf(text: string, objects: ReadonlyMap<number, string>): readonly SignaturePlace[] {
  return [...text.matchAll(/\/ByteRange\s*\[/g)].flatMap((found): readonly SignaturePlace[] => {
    const opened = [
      ...text.slice(Math.max(0, found.index - 20_000), found.index).matchAll(/(?<!\d)(\d{1,7})\s\d{1,5}\s+obj\s*<</g),
    ].at(-1)
    if (opened === undefined) return []
    const base = Math.max(0, found.index - 20_000) + opened.index + opened[0].length - 2
    const dictionary = { start: base, end: valueEnd(text, base), text: '' }
    const inside = text.slice(dictionary.start, dictionary.end)
    const [byteRange, contents] = [entryOf(inside, 'ByteRange'), entryOf(inside, 'Contents')]
    const range = byteRange?.text.match(/\d+/g)?.map(Number)
    if (byteRange === undefined || contents === undefined || range?.length !== 4) return []
    const number = Number(opened[1])
    const holder = [...objects].find(([, body]) => new RegExp(`/V\\s+${number}\\s+\\d+\\s+R`).test(body))
    const placed = (token: Token): Token => ({ ...token, start: base + token.start, end: base + token.end })
    const [a = 0, b = 0, c = 0, d = 0] = range
    return [
      {
        number,
        range: [a, b, c, d],
        dictionary: { ...dictionary, text: inside },
        byteRange: placed(byteRange),
        contents: placed(contents),
        field: holder?.[0],
      },
    ]
  })
}
