import { inflateSync } from 'node:zlib'
import type { Spending } from './budget.ts'
import { unpredicted } from './predictor.ts'
import { PdfRefused } from './refused.ts'
import { hexOf, isSpace } from './sign.ts'
import { nameOf, type PdfDictionary, type PdfValue } from './value.ts'

/** Finds what a value refers to. */
export type Resolve = (value: PdfValue | undefined) => PdfValue | undefined

/** One step of a stream's `Filter`, with its `DecodeParms` (ISO 32000-2, 7.4). */
export interface FilterStep {
  readonly name: string
  readonly parameters: PdfDictionary | undefined
}

const FILTERS_MAX = 8
const abbreviations = new Map([
  ['Fl', 'FlateDecode'],
  ['AHx', 'ASCIIHexDecode'],
  ['A85', 'ASCII85Decode'],
  ['RL', 'RunLengthDecode'],
])

/** The filters of a stream in the order in which they are undone. @throws PdfRefused */
export function filtersOf(dictionary: PdfDictionary, resolve: Resolve): readonly FilterStep[] {
  const names = listOf(resolve(dictionary.entries.get('Filter')))
  const parameters = listOf(resolve(dictionary.entries.get('DecodeParms')))
  if (names.length > FILTERS_MAX) throw new PdfRefused('BUDGET', dictionary.start)
  return names.map((item, i) => {
    const name = nameOf(resolve(item))
    const given = resolve(parameters[i])
    if (name === undefined) throw new PdfRefused('FILTER', dictionary.start)
    return { name: abbreviations.get(name) ?? name, parameters: given?.kind === 'dictionary' ? given : undefined }
  })
}

function listOf(value: PdfValue | undefined): readonly PdfValue[] {
  if (value === undefined || value.kind === 'null') return []
  return value.kind === 'array' ? value.items : [value]
}

/** Undoes one filter; those of pictures are not undone here. @throws PdfRefused */
export function unfiltered(data: Uint8Array, { name, parameters }: FilterStep, spending: Spending): Uint8Array {
  const made = unpacked(data, name, spending)
  spending.unpacked(made.length)
  return parameters === undefined || name !== 'FlateDecode' ? made : unpredicted(made, parameters)
}

function unpacked(data: Uint8Array, name: string, spending: Spending): Uint8Array {
  switch (name) {
    case 'FlateDecode':
      return inflated(data, spending)
    case 'ASCIIHexDecode':
      return fromHex(data)
    case 'ASCII85Decode':
      return fromAscii85(data)
    case 'RunLengthDecode':
      return fromRunLengths(data, spending)
    default:
      throw new PdfRefused('FILTER')
  }
}

function inflated(data: Uint8Array, spending: Spending): Uint8Array {
  const maxOutputLength = Math.max(1, spending.unpackedLeftBytes)
  try {
    return inflateSync(data, { maxOutputLength })
  } catch (error) {
    const isTooMuch = error instanceof RangeError
    throw new PdfRefused(isTooMuch ? 'BUDGET' : 'FILTER')
  }
}

function fromHex(data: Uint8Array): Uint8Array {
  const made = new Uint8Array((data.length + 1) >> 1)
  let digits = 0
  for (const code of data) {
    if (code === 0x3e) break
    const digit = hexOf(code)
    if (digit >= 0) made[digits >> 1] = Number(made[digits >> 1]) + (digits++ % 2 ? digit : digit * 16)
    else if (!isSpace(code)) throw new PdfRefused('FILTER')
  }
  return made.subarray(0, (digits + 1) >> 1)
}

/** Five signs of `!`..`u` make four bytes, `z` four zeros, `~>` is the end (7.4.3). */
function fromAscii85(data: Uint8Array): Uint8Array {
  const made = new Uint8Array(data.length * 4 + 4)
  let length = 0
  let group: number[] = []
  const flush = (count: number) => {
    const value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0)
    if (value > 0xffffffff || count < 1) throw new PdfRefused('FILTER')
    for (let i = 0; i < count; i++) made[length++] = Math.floor(value / 256 ** (3 - i)) & 0xff
    group = []
  }
  for (const code of data) {
    if (code === 0x7e) break
    if (isSpace(code)) continue
    if (code === 0x7a && group.length === 0) length += 4
    else if (code >= 0x21 && code <= 0x75) group.push(code - 0x21)
    else throw new PdfRefused('FILTER')
    if (group.length === 5) flush(4)
  }
  if (group.length > 0) flush(group.length - 1)
  return made.subarray(0, length)
}

function fromRunLengths(data: Uint8Array, spending: Spending): Uint8Array {
  const parts: Uint8Array[] = []
  let total = 0
  for (let at = 0; at < data.length && data[at] !== 128; ) {
    const length = Number(data[at])
    const part =
      length < 128 ? data.subarray(at + 1, at + 2 + length) : new Uint8Array(257 - length).fill(data[at + 1] ?? 0)
    parts.push(part)
    total += part.length
    if (total > spending.unpackedLeftBytes) throw new PdfRefused('BUDGET')
    at += length < 128 ? length + 2 : 2
  }
  return Buffer.concat(parts)
}
