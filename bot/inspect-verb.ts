import { parseArgs } from 'node:util'
import { wibMoment } from '../core/form/calendar.ts'
import { clamdAt } from '../core/lab/clamd.ts'
import { inputsOf } from './inputs.ts'
import { type Inspected, type Inspection, inspectFile, inspectKinds } from './inspect-file.ts'
import { findingSentences } from './text/file-fault.ts'
import { type Language, languages } from './text/language.ts'

const usage = `usage: pandu inspect FILE… [--kind ${inspectKinds.join('|')}] [--json] [--language id|en]
                     [--at ISO] [--code BSR-XXXXXX] [--address E-MAIL]          (- reads the files' names from standard input)`

const options = {
  kind: { type: 'string' },
  json: { type: 'boolean' },
  language: { type: 'string' },
  at: { type: 'string' },
  code: { type: 'string' },
  address: { type: 'string' },
} as const

interface Asked extends Inspection {
  readonly files: readonly string[]
  readonly isJson: boolean
  readonly language: Language
}

/** Looks at files as if requesters had sent them, without a store. @returns 0 all good, 1 a bad finding, 2 cannot tell */
export async function inspect(
  args: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const asked = askedBy(args, environment)
  if (typeof asked === 'string') {
    print(asked)
    return 2
  }
  const verdicts = new Set<Inspected['verdict']>()
  for await (const input of inputsOf(asked.files)) {
    const inspected = await inspectFile(input, asked)
    print(asked.isJson ? JSON.stringify(inspected) : told(inspected, asked.language))
    verdicts.add(inspected.verdict)
  }
  if (verdicts.has('FAIL') || verdicts.has('WARN')) return 1
  return verdicts.has('UNREADABLE') || verdicts.size === 0 ? 2 : 0
}

function askedBy(args: readonly string[], { CLAMD_URL }: NodeJS.ProcessEnv): Asked | string {
  let read: ReturnType<typeof parse>
  try {
    read = parse(args)
  } catch (error) {
    return `${error instanceof Error ? error.message : 'bad usage'}\n${usage}`
  }
  const { values, positionals } = read
  const kind = inspectKinds.find((known) => known === values.kind)
  const language = languages.find((known) => known === (values.language ?? 'en'))
  const at = values.at === undefined ? Date.now() : Date.parse(values.at)
  const isGood = positionals.length > 0 && language !== undefined && !Number.isNaN(at)
  if (!isGood || (values.kind !== undefined && kind === undefined)) return usage
  return {
    files: positionals,
    kind,
    context: {
      today: wibMoment(at).date,
      expectedCode: values.code ?? null,
      expectedAddress: values.address ?? null,
    },
    scan: CLAMD_URL === undefined || CLAMD_URL === '' ? undefined : clamdAt(CLAMD_URL).scan,
    isJson: values.json === true,
    language,
  }
}

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })

function told({ input, file, verdict, reasons, facts }: Inspected, language: Language): string {
  const read = Object.entries(facts).filter(([, fact]) => fact !== null)
  return [
    `${verdict}\t${input}`,
    ...(file.sizeBytes === null ? [cannotOpen[language]] : []),
    ...(reasons.length > 0 ? [findingSentences(reasons, language)] : []),
    ...read.map(([name, fact]) => `  ${name}: ${fact}`),
  ].join('\n')
}

const cannotOpen = { id: '• Berkas ini tidak dapat dibuka.', en: '• This file could not be opened.' } as const
