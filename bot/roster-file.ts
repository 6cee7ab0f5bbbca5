import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type RosterContext, readRosterLine, rosterColumns } from '../core/agency/roster-line.ts'
import type { IncomingLine } from '../core/handling/roster-import.ts'
import { maskDigits } from '../core/privacy/mask.ts'
import { NotARoster } from './not-a-roster.ts'
import { rosterText } from './roster-text.ts'

// Prisma keeps the values of its last hundred statements: batches of a thousand would keep the whole file in memory.
const batchSize = 100
/** Nobody's line is longer; a quotation mark that is never closed would make the rest of the file one. */
const lineMaxBytes = 20_000

/** The bytes of a file. @throws NotARoster when it cannot be opened */
export async function openRoster(path: string): Promise<AsyncIterable<Uint8Array>> {
  const stream = createReadStream(path)
  try {
    await once(stream, 'open')
  } catch (cause) {
    throw new NotARoster({ code: 'unreadable', reason: codeOf(cause) ?? 'unknown' })
  }
  return stream
}

/** Reads a roster file a batch of lines at a time. @throws NotARoster also in the middle */
export async function* readRoster(
  source: AsyncIterable<Uint8Array>,
  context: RosterContext,
): AsyncGenerator<readonly IncomingLine[]> {
  let batch: IncomingLine[] = []
  let isHeader = true
  try {
    const { separator, text } = await rosterText(source)
    for await (const { record, info } of records(text, separator)) {
      if (isHeader) checkHeader(record)
      else batch.push(incoming(record, info.lines, context))
      isHeader = false
      if (batch.length < batchSize) continue
      yield batch
      batch = []
    }
  } catch (cause) {
    throw notARoster(cause)
  }
  if (isHeader) throw new NotARoster({ code: 'no-header' })
  if (batch.length > 0) yield batch
}

interface Found {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function records(text: AsyncIterable<string>, separator: string): AsyncIterable<Found> {
  const parser = parse({
    delimiter: separator,
    info: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // Spreadsheets like to add lines of nothing but separators.
    skip_records_with_empty_values: true,
    max_record_size: lineMaxBytes,
  })
  // A fault comes out of the parser, which the pipeline ends with it.
  return pipeline(Readable.from(text), parser, () => {})
}

function incoming(record: readonly string[], lineNumber: number, context: RosterContext): IncomingLine {
  const [nip = '', nik = ''] = record
  const shown = { nip: nip === '' ? '' : maskDigits(nip), nik: nik === '' ? '' : maskDigits(nik) }
  return { lineNumber, shown, ...readRosterLine(record, context) }
}

function checkHeader(record: readonly string[]): void {
  const names = record.map((name) => name.toLowerCase())
  if (names.length === rosterColumns.length && rosterColumns.every((column, n) => names[n] === column)) return
  const isColumn = (name: string) => rosterColumns.some((column) => column === name)
  // Without any name of ours it is not a header but somebody's data, which is not to be repeated.
  if (!names.some(isColumn)) throw new NotARoster({ code: 'no-header' })
  throw new NotARoster({
    code: 'header',
    missing: rosterColumns.filter((column) => !names.includes(column)),
    unknown: names.filter((name) => !isColumn(name)).map((name) => (/^[\p{L} _-]{1,30}$/u.test(name) ? name : '…')),
  })
}

function notARoster(cause: unknown): unknown {
  if (cause instanceof CsvError) return new NotARoster({ code: 'quotes', line: Number(cause.lines ?? 0) })
  const code = cause instanceof NotARoster ? undefined : codeOf(cause)
  return code === undefined ? cause : new NotARoster({ code: 'unreadable', reason: code })
}

/** `ENOENT` and the like; a failure of anything but files has none. */
const codeOf = (cause: unknown): string | undefined =>
  cause instanceof Error && 'syscall' in cause && 'code' in cause ? String(cause.code) : undefined
