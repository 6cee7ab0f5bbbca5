import { parseArgs } from 'node:util'
import { wibMoment } from '../core/form/calendar.ts'
import type { LineOutcome, LineReport } from '../core/handling/roster-import.ts'
import { NotARoster } from './not-a-roster.ts'
import { openRoster, readRoster } from './roster-file.ts'
import { type Language, languages } from './text/language.ts'
import { rosterFaultSentence } from './text/roster-fault.ts'
import { rosterFileSentence } from './text/roster-file.ts'
import { lineReportText, moreText, totalsText } from './text/roster-report.ts'
import { importOptions } from './verb-line.ts'
import type { VerbContext } from './verbs.ts'

const usage = `usage: pandu roster import FILE.csv [--agency CODE] [--strict] [--replace] [--json] [--language id|en]`

interface Asked {
  readonly path: string
  readonly agency?: string
  readonly isStrict: boolean
  readonly isWhole: boolean
  readonly isJson: boolean
  readonly language: Language
}

/** `roster import`: a report a line, and the roster changed as a whole or not at all. */
export async function importRoster(context: VerbContext, args: readonly string[]): Promise<number> {
  const { store, now, print } = context
  const agencies = await store.directory.agencies()
  const codes = agencies.map(({ code }) => code)
  const asked = readArgs(args)
  if (asked === undefined || (asked.agency !== undefined && !codes.includes(asked.agency))) {
    print(asked === undefined ? usage : `--agency must be one of ${codes.join(', ')}`)
    return 2
  }
  const at = now()
  const only = asked.agency === undefined ? {} : { only: asked.agency }
  const run = await store.directory.startRosterImport(at)
  try {
    let count = 0
    const reading = { agencies, today: wibMoment(Date.parse(at)).date, ...only }
    for await (const lines of readRoster(await openRoster(asked.path), reading)) {
      await run.take(lines)
      count += lines.length
    }
    if (count === 0) throw new NotARoster({ code: 'no-lines' })
    const totals = await run.settle({ ...asked, at })
    const teller = new Teller(asked, codes, print)
    for await (const line of run.report()) teller.tell(line)
    teller.end()
    print(asked.isJson ? JSON.stringify({ totals }) : totalsText(totals, asked.language))
    return totals.refused === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof NotARoster)) throw error
    const sentence = rosterFileSentence(error.fault)[asked.language]
    print(asked.isJson ? JSON.stringify({ fault: error.fault, sentence }) : sentence)
    return 2
  } finally {
    await run.end()
  }
}

function readArgs(args: readonly string[]): Asked | undefined {
  const { values, positionals } = parseArgs({ args: [...args], options: importOptions, allowPositionals: true })
  const language = languages.find((known) => known === (values.language ?? 'en'))
  const [path] = positionals
  if (path === undefined || positionals.length > 1 || language === undefined) return undefined
  return {
    path,
    ...(values.agency !== undefined && { agency: values.agency }),
    isStrict: values.strict === true,
    isWhole: values.replace === true,
    isJson: values.json === true,
    language,
  }
}

const listedMax = 20

/** Tells lines one by one as JSON; for people without those that stay, and of those the file lacks only the first. */
class Teller {
  readonly #asked: Asked
  readonly #agencies: readonly string[]
  readonly #print: (line: string) => void
  readonly #others = new Map<LineOutcome, number>()

  constructor(asked: Asked, agencies: readonly string[], print: (line: string) => void) {
    this.#asked = asked
    this.#agencies = agencies
    this.#print = print
  }

  tell(line: LineReport): void {
    const { isJson, language } = this.#asked
    if (isJson) {
      this.#print(JSON.stringify(this.#plain(line)))
      return
    }
    if (line.outcome === 'same' || line.outcome === 'held') return
    if (line.lineNumber === null) {
      const before = this.#others.get(line.outcome) ?? 0
      this.#others.set(line.outcome, before + 1)
      if (before >= listedMax) return
    }
    this.#print(lineReportText(line, this.#agencies, language))
  }

  end(): void {
    for (const [outcome, count] of this.#others)
      if (count > listedMax) this.#print(moreText(outcome, count - listedMax, this.#asked.language))
  }

  #plain({ shown, faults, ...line }: LineReport) {
    const said = faults.map((fault) => ({
      ...fault,
      sentence: rosterFaultSentence(fault, this.#agencies, this.#asked.language),
    }))
    return { ...line, ...shown, faults: said }
  }
}
