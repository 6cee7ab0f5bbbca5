import { parseArgs } from 'node:util'
import type { Standard } from '../core/lab/signature/verify-pdf.ts'
import { inputsOf } from './inputs.ts'
import { type CheckedFile, checkFile } from './signature-file.ts'
import { trustFor } from './signature-trust.ts'
import { type Language, languages } from './text/language.ts'
import { reasonSentences, verdictSentence, verdictSign } from './text/signature.ts'
import { signatureFacts, technicalFacts } from './text/signature-fact.ts'

const usage = `usage: pandu signature FILE.pdf… [--anchors DIR-or-PEM] [--crl FILE] [--at ISO] [--json] [--language id|en]
                       (- reads the files' names from standard input)`

const options = {
  anchors: { type: 'string', multiple: true },
  crl: { type: 'string', multiple: true },
  at: { type: 'string' },
  json: { type: 'boolean' },
  language: { type: 'string' },
} as const

/** Where a verb says what it found, and what else there is to know. */
export interface Voice {
  print(line: string): void
  complain(line: string): void
}

interface Asked {
  readonly files: readonly string[]
  readonly standard: Standard
  readonly isJson: boolean
  readonly language: Language
}

/** Judges the signatures of PDFs, without a store. @returns 0 all valid, 1 a bad finding, 2 cannot tell or bad usage */
export async function signature(
  args: readonly string[],
  voice: Voice,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const asked = askedBy(args, voice, environment)
  if (typeof asked === 'string') {
    voice.complain(asked)
    return 2
  }
  const { files, standard, isJson, language } = asked
  if (standard.anchors.list.length === 0) voice.complain(noAnchors)
  const verdicts = new Set<CheckedFile['verdict']>()
  for await (const input of inputsOf(files)) {
    const checked = await checkFile(input, standard, (file, error) => voice.complain(`${file}: ${error}`))
    voice.print(isJson ? JSON.stringify(checked) : told(checked, language))
    verdicts.add(checked.verdict)
  }
  return exitCode(verdicts)
}

const noAnchors = 'No anchors are given: whatever is intact is UNTRUSTED (--anchors, or TRUST_ANCHORS_DIR).'

function exitCode(verdicts: ReadonlySet<CheckedFile['verdict']>): number {
  const isBad = [...verdicts].some((verdict) => verdict !== 'VALID' && verdict !== 'UNREADABLE')
  return isBad ? 1 : verdicts.has('UNREADABLE') || verdicts.size === 0 ? 2 : 0
}

function askedBy(args: readonly string[], voice: Voice, environment: NodeJS.ProcessEnv): Asked | string {
  let read: ReturnType<typeof parse>
  try {
    read = parse(args)
  } catch (error) {
    return `${error instanceof Error ? error.message : 'bad usage'}\n${usage}`
  }
  const { values, positionals: files } = read
  const language = languages.find((known) => known === (values.language ?? 'en'))
  const at = values.at === undefined ? Date.now() : Date.parse(values.at)
  if (files.length === 0 || language === undefined || Number.isNaN(at)) return usage
  const trust = trustFor(values, environment, voice.complain)
  if (typeof trust === 'string') return trust
  return { files, standard: { ...trust, at: new Date(at).toISOString() }, isJson: values.json === true, language }
}

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })

function told(checked: CheckedFile, language: Language): string {
  const { input, file, verdict, signatures } = checked
  const said =
    file.sha256 === null ? cannotOpen[language] : `${verdictSign[verdict]} ${verdictSentence(checked, language)}`
  const each = signatures.flatMap((result, index) => [
    `  ${index + 1}. ${result.verdict}`,
    ...reasonSentences(checked, result, language).map((sentence) => `     • ${sentence}`),
    ...[...signatureFacts(result, language), ...technicalFacts(result, language)].map(
      ({ label, value }) => `     ${label}: ${value}`,
    ),
  ])
  return [`${verdict}\t${input}`, `  ${said}`, ...each].join('\n')
}

const cannotOpen = {
  id: 'Berkas ini tidak dapat dibuka, atau terlalu besar.',
  en: 'This file could not be opened, or is too big.',
} as const
