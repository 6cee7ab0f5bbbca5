import { inflateSync } from 'node:zlib'
import { fromAscii85 } from './ascii85.ts'
import type { Spending } from './budget.ts'
import { unpredicted } from './predictor.ts'
import { PdfRefused } from './refused.ts'
import { fromRunLengths } from './run-length.ts'
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
/** What data that cannot be unpacked costs at most; flate packs a thousandfold and not more. */
const FAILURE_BYTES = 16 * 1024 * 1024
const FLATE_RATIO_MAX = 1032
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
      return fromAscii85(data, spending.unpackedLeftBytes)
    case 'RunLengthDecode':
      return fromRunLengths(data, spending.unpackedLeftBytes)
    default:
      throw new PdfRefused('FILTER')
  }
}

function inflated(data: Uint8Array, spending: Spending): Uint8Array {
  // Many writers leave what is empty without so much as flate's own frame.
  if (data.length === 0) return data
  const maxOutputLength = Math.max(1, spending.unpackedLeftBytes)
  try {
    return inflateSync(data, { maxOutputLength })
  } catch (error) {
    const isTooMuch = error instanceof RangeError
    // How far it came nobody tells.
    spending.unpacked(isTooMuch ? maxOutputLength : Math.min(FAILURE_BYTES, data.length * FLATE_RATIO_MAX))
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
