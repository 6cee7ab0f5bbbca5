import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { checkDossier } from '../core/lab/dossier/check-dossier.ts'
import { archiveLimits } from '../core/lab/dossier/read-archive.ts'
import type { Standard } from '../core/lab/signature/verify-pdf.ts'
import type { DossierReport } from '../core/legalise/dossier-report.ts'
import { inputsOf } from './inputs.ts'
import { trustFor } from './signature-trust.ts'
import type { Voice } from './signature-verb.ts'
import { dossierSentences } from './text/dossier-report.ts'
import { type Language, languages } from './text/language.ts'

const usage = `usage: pandu dossier verify FILE.zip… [--anchors DIR-or-PEM] [--crl FILE] [--at ISO] [--json] [--language id|en]
                            (- reads the files' names from standard input)`

const options = {
  anchors: { type: 'string', multiple: true },
  crl: { type: 'string', multiple: true },
  at: { type: 'string' },
  json: { type: 'boolean' },
  language: { type: 'string' },
} as const

/** One line of `pandu dossier verify --json`. */
interface CheckedDossier extends DossierReport {
  readonly input: string
}

interface Asked {
  readonly files: readonly string[]
  readonly standard: Standard
  readonly isJson: boolean
  readonly language: Language
}

/** Says what is wrong with archives of dossiers, without a store. @returns 0 all good, 1 a bad finding, 2 cannot tell or bad usage */
export async function dossier(
  args: readonly string[],
  voice: Voice,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const asked = askedBy(args, voice, environment)
  if (typeof asked === 'string') {
    voice.complain(asked)
    return 2
  }
  const verdicts = new Set<DossierReport['verdict']>()
  for await (const input of inputsOf(asked.files)) {
    const checked = { input, ...(await checkFile(input, asked.standard)) }
    voice.print(asked.isJson ? JSON.stringify(checked) : told(checked, asked.language))
    verdicts.add(checked.verdict)
  }
  if (verdicts.has('INVALID')) return 1
  return verdicts.has('UNREADABLE') || verdicts.size === 0 ? 2 : 0
}

function askedBy(args: readonly string[], voice: Voice, environment: NodeJS.ProcessEnv): Asked | string {
  let read: ReturnType<typeof parse>
  try {
    read = parse(args)
  } catch (error) {
    return `${error instanceof Error ? error.message : 'bad usage'}\n${usage}`
  }
  const { values, positionals } = read
  const [verb, ...files] = positionals
  const language = languages.find((known) => known === (values.language ?? 'en'))
  const at = values.at === undefined ? Date.now() : Date.parse(values.at)
  if (verb !== 'verify' || files.length === 0 || language === undefined || Number.isNaN(at)) return usage
  const trust = trustFor(values, environment, voice.complain)
  if (typeof trust === 'string') return trust
  return { files, standard: { ...trust, at: new Date(at).toISOString() }, isJson: values.json === true, language }
}

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })

/** A file that cannot be opened, or is too big to be looked at, is a line with a verdict, never a stop. */
async function checkFile(path: string, standard: Standard): Promise<DossierReport> {
  try {
    // Looked at before it is opened: a pipe would be waited for, and devices have no end.
    const found = await stat(path)
    if (!found.isFile()) return unreadable('CANNOT_OPEN', null)
    if (found.size > archiveLimits.archiveMaxBytes) return unreadable('TOO_BIG', found.size)
    return await checkDossier(await readFile(path), standard)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return unreadable('CANNOT_OPEN', null)
    throw error
  }
}

const unreadable = (code: 'CANNOT_OPEN' | 'TOO_BIG', sizeBytes: number | null): DossierReport => ({
  file: { sha256: null, sizeBytes },
  verdict: 'UNREADABLE',
  reasons: [code],
  findings: [{ code }],
  dossier: null,
  signature: null,
})

const told = (checked: CheckedDossier, language: Language): string =>
  [`${checked.verdict}\t${checked.input}`, ...dossierSentences(checked, language).map((line) => `  ${line}`)].join('\n')
