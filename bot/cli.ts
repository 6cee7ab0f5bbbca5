import { existsSync } from 'node:fs'
import { DataDirInUse } from '../prisma/lock.ts'
import { MigrationError } from '../prisma/migrate.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { askRunning } from './control.ts'
import { helpOf } from './help.ts'
import { createLog } from './log.ts'
import { StoreRefused } from './store-refused.ts'
import { splitVerb, withWholePath } from './verb-line.ts'

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)

type LocalVerb = (args: readonly string[]) => Promise<number | undefined>

/** Verbs that need no store, or open it in their own way; each loads only what it needs. */
const localVerbs: Readonly<Record<string, LocalVerb>> = {
  start: async () => (await import('./main.ts')).main(),
  'check-config': async () => {
    const { config, notes } = (await import('./setup.ts')).readSetup(process.env)
    for (const note of notes) print(note)
    print(
      `The configuration is good: ${config.mark === 'demo' ? 'the simulator' : 'real networks'}, ${config.publicUrl}`,
    )
    return 0
  },
  doctor: async () => {
    const { examine } = await import('./doctor.ts')
    const config = readConfig(process.env)
    const { examineRoster } = await import('./doctor-roster.ts')
    const { examineCoverage } = await import('./doctor-coverage.ts')
    const { examineCalendars } = await import('./doctor-calendar.ts')
    const { examineTrust } = await import('./doctor-trust.ts')
    const findings = [
      ...(await examine(config)),
      examineCalendars(config, new Date().toISOString()),
      ...examineTrust(config, new Date().toISOString()),
      await examineRoster(config),
      await examineCoverage(config),
    ]
    for (const { what, state, say } of findings) print(`${state}\t${what}\t${say}`)
    return findings.some(({ state }) => state === 'bad') ? 1 : 0
  },
  docs: async (args) => (await import('./docs.ts')).docs(args, print),
  inspect: async (args) => (await import('./inspect-verb.ts')).inspect(args, print),
  signature: async (args) => (await import('./signature-verb.ts')).signature(args, { print, complain }),
  dossier: async (args) => (await import('./dossier-verb.ts')).dossier(args, { print, complain }),
  bench: async (args) => (await import('../test/bench/bench.ts')).bench(args, print),
}

const storeVerbNames = [
  'migrate',
  'seed-demo',
  'roster import',
  'roster age',
  'staff add',
  'staff remove',
  'staff sign-out',
  'staff absent',
  'staff list',
  'agency list',
  'agency coverage',
  'radar import',
  'roster erase',
  'subject export',
  'subject erase',
  'subject requests',
  'subject decide',
  'subject hold',
  'subject release',
  'retention',
  'desk-link',
  'api-token add',
  'api-token list',
  'api-token revoke',
  'hook add',
  'hook list',
  'hook end',
  'hook log',
  'hook replay',
  'audit verify',
]

/** Every verb. */
export const verbNames: readonly string[] = [...Object.keys(localVerbs), ...storeVerbNames]

/** Every verb in a line or two. */
export const overview = `pandu VERB …                     pandu help VERB says more of one

  start                         runs the program; without tokens the simulator
  check-config                  every fault of the configuration at once
  doctor                        looks at networks, mail, clock and files
  migrate                       brings the store up to date
  seed-demo                     sample agency, staff and roster (demo stores only)
  agency list
  agency coverage               who has fewer than two active verifiers, now or within 14 days; no agent; no fallback
  staff add --role verifier|agent|admin --agency CODE… --name NAME --email E [--slack USERID]
  staff remove EMAIL-or-SLACK-ID | staff list
  staff sign-out EMAIL-or-SLACK-ID
  staff absent EMAIL-or-SLACK-ID --from DAY --until DAY [--deputy EMAIL-or-SLACK-ID] | --end
  roster import FILE.csv [--agency CODE] [--strict] [--replace] [--json] [--language id|en]
                                header: nip,nik,name,email,phone,employment,unit,position,agency
  roster age                    when each agency's roster was imported last
  radar import FILE.csv         header: nip,until (when certificates end); only of people with a bound chat
  desk-link --staff EMAIL-or-SLACK-ID
  api-token add --staff EMAIL-or-SLACK-ID --scope cases:read|cases:write|cases:talk|hooks… [--days N] [--label TEXT]
                                prints a key for another helpdesk, once (docs/api.md)
  api-token list | api-token revoke ID
  hook add --url URL --agency CODE… [--type TYPE…] [--chatwoot-inbox N --token-file FILE]
                                an address that is told what happens (prints its secret, once), or a mirror into Chatwoot
  hook list | hook end ID | hook log ID | hook replay DELIVERY-ID
  subject export --nip N|--nik N|--case NUMBER|--chat ID FILE.json
                                everything about somebody, files beside it; every case is on record
  subject erase --nip N|--nik N|--case NUMBER|--chat ID [--yes]
                                says what would go; with --yes it goes for good (not what is held or still open)
  subject requests              who asked to be erased and waits; due within 3×24 hours
  subject decide H-… --staff EMAIL --erase | --refuse kept-by-law|still-open|not-the-person
  subject hold NUMBER --because TEXT | subject release NUMBER
  roster erase --nip N|--nik N  removes one line of the roster for good
  retention [--dry-run]         erases what is over its time, as the program does every day
  audit verify                  chains, seals, and that events fold into rows
  inspect FILE… [--kind antivirus-scan|email-password-change|signed-form] [--json] [--language id|en]
                                looks at files as if requesters had sent them; no store is opened
  signature FILE.pdf… [--anchors DIR-or-PEM] [--crl FILE] [--at ISO] [--json] [--language id|en]
                                what the electronic signatures of PDFs are worth; no store is opened
  dossier verify FILE.zip… [--anchors DIR-or-PEM] [--crl FILE] [--at ISO] [--json] [--language id|en]
                                whether a legalised dossier is as it was legalised; no store is opened
  docs [--check]                writes (or compares) the pages made from data
  bench                         measures against peers in the same run

Exit code 0: good. 1: a bad finding. 2: bad usage, or it could not be told.`

/** The command line. @returns the exit code; undefined when the program goes on running */
export async function cli(words: readonly string[]): Promise<number | undefined> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const [first = 'help'] = words
  if (helpWords.has(first)) return words.length < 2 ? sayOverview(words) : sayHelp(words.slice(1))
  if (words.some((word) => word === '--help')) return sayHelp(words.slice(0, words.indexOf('--help')))
  try {
    const local = localVerbs[first]
    if (local !== undefined) return await local(words.slice(1))
    if (splitVerb(storeVerbNames, words) !== undefined) return await onStore(readConfig(process.env), words)
    complain(`There is no verb ${words.slice(0, 2).join(' ')}. pandu help lists them.`)
    return 2
  } catch (error) {
    const isExplained = [ConfigError, DataDirInUse, MigrationError, StoreRefused].some((kind) => error instanceof kind)
    if (!isExplained || !(error instanceof Error)) throw error
    complain(error.message)
    return 2
  }
}

const helpWords = new Set(['help', '--help', '-h'])

function sayOverview(words: readonly string[]): number {
  print(overview)
  return words.length === 0 ? 2 : 0
}

function sayHelp(verb: readonly string[]): number {
  const said = helpOf(overview, verb)
  if (said === undefined) {
    complain(`There is no verb ${verb.join(' ')}. pandu help lists them.`)
    return 2
  }
  print(said)
  return 0
}

/** Runs a verb in the program that holds the store, or opens the store when nobody does. */
async function onStore(config: Config, words: readonly string[]): Promise<number> {
  if (config.DATABASE_URL === undefined) {
    const exit = await askRunning(config.DATA_DIR, withWholePath(words), print)
    if (exit !== undefined) return exit
  }
  const [{ openStore }, { contextOf }, { storeVerbs }, { runStoreVerb }] = await Promise.all([
    import('./store.ts'),
    import('./verb-context.ts'),
    import('./verbs.ts'),
    import('./verb-line.ts'),
  ])
  const open = await openStore(config, createLog('warn'))
  try {
    if (config.AGENCIES_FILE !== undefined)
      await open.store.directory.saveAgencies((await import('./agencies.ts')).readAgencies(config.AGENCIES_FILE))
    return await runStoreVerb(storeVerbs, words, contextOf(open, config, print))
  } finally {
    await open.close()
  }
}
