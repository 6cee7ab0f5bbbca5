import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { CsvError, parse } from 'csv-parse/sync'
import { wibMoment } from '../core/form/calendar.ts'
import { parseNip } from '../core/form/nip.ts'
import { refusalOf } from '../core/form/read.ts'
import { noteEnd } from '../core/handling/certificate-end.ts'
import type { Ports } from '../core/handling/ports.ts'
import { refusalSentence } from './text/refusal.ts'
import type { VerbContext } from './verbs.ts'

const columns = ['nip', 'until']
const sizeMaxBytes = 20 * 1024 * 1024
const usage = 'usage: pandu radar import FILE.csv   header: nip,until   until: the last day, as YYYY-MM-DD'

/** `radar import`: notes when certificates end, of people whose chat is bound; says nothing of anybody but by line. */
export async function importRadar(context: VerbContext, args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
  const [path] = positionals
  if (path === undefined || positionals.length > 1) {
    context.print(usage)
    return 2
  }
  const lines = await linesOf(path)
  if (typeof lines === 'string') {
    context.print(`${lines}\n${usage}`)
    return 2
  }
  const counts = { noted: 0, same: 0, unknown: 0, refused: 0 }
  const ports = await context.ports()
  for (const line of lines) {
    const outcome = await take(ports, line)
    if ('reason' in outcome) context.print(`line ${line.number}: ${outcome.reason}`)
    counts['reason' in outcome ? 'refused' : outcome.is] += 1
  }
  const { noted, same, unknown, refused } = counts
  context.print(
    `${noted} noted, ${same} known already, ${unknown} of people without a bound chat (not kept), ${refused} refused`,
  )
  return refused === 0 ? 0 : 1
}

interface Line {
  readonly number: number
  readonly nip: string
  readonly until: string
}

/** The lines below the header, or what is wrong with the file. */
async function linesOf(path: string): Promise<readonly Line[] | string> {
  try {
    const bytes = await readFile(path)
    if (bytes.byteLength > sizeMaxBytes) return 'The file is larger than 20 MB.'
    const found = parse(bytes, { bom: true, trim: true, delimiter: [',', ';'], relax_column_count: true, info: true })
    // The parser's types do not know that `info` wraps every record.
    const [header, ...records] = found as unknown as readonly { record: readonly string[]; info: { lines: number } }[]
    const names = header?.record.map((name) => name.toLowerCase()).join()
    if (names !== columns.join()) return 'The first line must be nip,until.'
    return records
      .filter(({ record }) => record.some((cell) => cell !== ''))
      .map(({ record: [nip = '', until = ''], info }) => ({ number: info.lines, nip, until }))
  } catch (error) {
    if (error instanceof CsvError) return `The file is no CSV: ${error.code}.`
    return 'The file cannot be read.'
  }
}

async function take(
  ports: Ports,
  { nip, until }: Line,
): Promise<{ readonly is: 'noted' | 'same' | 'unknown' } | { readonly reason: string }> {
  const number = parseNip(nip, wibMoment(Date.parse(ports.now())).date)
  if (!number.ok) return { reason: refusalSentence(refusalOf(number.fault), 'en', 'nip') }
  if (!/^\d{4}-\d\d-\d\d$/.test(until)) return { reason: 'until must be a day as YYYY-MM-DD.' }
  const outcome = await noteEnd(ports, { kind: 'nip', value: number.value }, until)
  return typeof outcome === 'string' ? { is: outcome } : { reason: refusalSentence(outcome, 'en') }
}
