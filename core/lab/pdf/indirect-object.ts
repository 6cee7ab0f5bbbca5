import type { Spending } from './budget.ts'
import { Parser } from './parser.ts'
import { PdfRefused } from './refused.ts'
import { behindEndOfLine, behindSlack } from './sign.ts'
import { type PdfDictionary, type PdfReference, type PdfStream, type PdfValue, wholeOf } from './value.ts'

/** What stands between `num gen obj` and `endobj`, and where. */
export interface IndirectObject {
  readonly number: number
  readonly generation: number
  readonly value: PdfValue
  readonly start: number
  readonly end: number
}

/** What an object that cannot be read costs at least: to refuse takes as long as to read so much. */
const FAILURE_BYTES = 1024

/** A stream's length in bytes, where its dictionary only refers to it. */
export type LengthOf = (reference: PdfReference) => number | undefined

/** Reads the object that begins at this offset (ISO 32000-2, 7.3.10). @throws PdfRefused */
export function indirectObjectAt(
  bytes: Uint8Array,
  offset: number,
  spending: Spending,
  lengthOf: LengthOf,
): IndirectObject {
  const start = behindSlack(bytes, offset)
  const parser = new Parser(bytes, start, spending)
  let leastBytes = FAILURE_BYTES
  try {
    const number = parser.whole()
    parser.gap()
    const generation = parser.whole()
    parser.gap()
    parser.keyword('obj')
    const value = valueOrStream(parser, number, generation, lengthOf)
    parser.skipSpace()
    parser.keyword('endobj')
    leastBytes = 0
    return { number, generation, value, start, end: parser.at }
  } finally {
    spending.scanned(Math.max(parser.at - start, leastBytes))
  }
}

function valueOrStream(parser: Parser, number: number, generation: number, lengthOf: LengthOf): PdfValue {
  const value = parser.value()
  parser.skipSpace()
  if (value.kind !== 'dictionary' || !parser.isAtKeyword('stream')) return value
  const data = dataOf(parser, value, lengthOf)
  return { kind: 'stream', dictionary: value, ...data, number, generation, start: value.start, end: parser.at }
}

/** `stream`, an end of line, exactly `Length` bytes, perhaps an end of line, `endstream` (7.3.8.1). */
function dataOf(
  parser: Parser,
  dictionary: PdfDictionary,
  lengthOf: LengthOf,
): Pick<PdfStream, 'dataStart' | 'dataEnd'> {
  const { bytes } = parser
  parser.keyword('stream')
  const dataStart = behindEndOfLine(bytes, parser.at)
  // A CR alone is forbidden, because it may be the first byte of the data.
  if (bytes[dataStart - 1] !== 0x0a) throw new PdfRefused('STREAM', parser.at)
  const given = dictionary.entries.get('Length')
  const length = given?.kind === 'reference' ? lengthOf(given) : wholeOf(given)
  if (length === undefined || dataStart + length > bytes.length) throw new PdfRefused('STREAM', dataStart)
  const dataEnd = dataStart + length
  parser.at = behindEndOfLine(bytes, dataEnd)
  if (!parser.isAtKeyword('endstream')) throw new PdfRefused('STREAM', dataEnd)
  parser.keyword('endstream')
  return { dataStart, dataEnd }
}
