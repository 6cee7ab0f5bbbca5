import { rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Config, readConfig } from '../../bot/config.ts'
import { askRunning } from '../../bot/control.ts'
import type { Log, LogFields } from '../../bot/log.ts'
import { type Program, startProgram } from '../../bot/program.ts'
import { VERIFIERS_CHANNEL, World } from '../../bot/simulator/world.ts'
import { openStore } from '../../bot/store.ts'
import { contextOf } from '../../bot/verb-context.ts'
import { runStoreVerb } from '../../bot/verb-line.ts'
import { storeVerbs } from '../../bot/verbs.ts'
import type { Agency } from '../../core/agency/agency.ts'
import { temporaryFolder } from '../folder.ts'
import { bringDatabase } from './born-database.ts'
import { Agent, DeskUser } from './desk-user.ts'
import { diy, type Person, rosterCsv, type StaffName, staff } from './people.ts'
import { Requester } from './requester.ts'
import { Verifier } from './verifier.ts'

export interface HouseOptions {
  /** `postgres://…`; the embedded store by default. */
  readonly database?: string
  readonly telegram?: 'polling' | 'webhook'
  readonly slack?: 'socket' | 'http' | 'off'
  readonly agencies?: readonly Agency[]
  /** Pictures of evidence are read; else nobody tries, and journeys about other things take no time for it. */
  readonly readsEvidence?: true
  /** Where a malware scanner listens, or will. */
  readonly scanner?: string
  /** The mailbox that answers come in by. */
  readonly mailbox?: string
}

/** One line of the program's log. */
export interface LogEntry {
  readonly level: keyof Log
  readonly message: string
  readonly fields: LogFields | undefined
}

/** The whole program as it runs in earnest, between networks of this machine, and the people around it. */
export class House {
  readonly world: World
  readonly log: LogEntry[]
  readonly folder: string
  readonly #desks = new Map<StaffName, Promise<DeskUser>>()
  #options: HouseOptions
  /** What the running program was started with. */
  config: Config
  #program: Program

  private constructor(
    world: World,
    folder: string,
    options: HouseOptions,
    config: Config,
    program: Program,
    log: LogEntry[],
  ) {
    this.world = world
    this.folder = folder
    this.log = log
    this.#options = options
    this.config = config
    this.#program = program
  }

  static async open(options: HouseOptions = {}): Promise<House> {
    const folder = temporaryFolder('house')
    const world = await new World().start()
    world.slack.member({ id: 'UVER3', name: 'joko', realName: 'Joko Susilo', channels: [VERIFIERS_CHANNEL] })
    const config = readConfig(await environment(world, folder, options))
    if (config.DATABASE_URL === undefined) await bringDatabase(config.DATA_DIR)
    const log: LogEntry[] = []
    const program = await startProgram(config, recorder(log))
    const house = new House(world, folder, options, config, program, log)
    house.#findSlack()
    await house.#moveIn(options.agencies ?? [diy])
    return house
  }

  get url(): string {
    return this.#program.url
  }

  requester = (person: Person): Requester => new Requester(this.world.telegram, person)

  /** Somebody who verifies in Slack, signed in at the desk too. */
  async verifier(name: StaffName): Promise<Verifier> {
    const { slack } = staff[name]
    if (slack === null) throw new Error(`${name} has no Slack`)
    return new Verifier(this.world.slack.member({ id: slack }), await this.desk(name))
  }

  /** Somebody's browser, signed in by a one-time link. */
  desk(name: StaffName): Promise<DeskUser> {
    const known = this.#desks.get(name) ?? this.#signIn(name, new DeskUser(() => this.url))
    this.#desks.set(name, known)
    return known
  }

  async agent(name: StaffName = 'dewi'): Promise<Agent> {
    const agent = new Agent(() => this.url)
    await this.#signIn(name, agent)
    return agent
  }

  async #signIn<T extends DeskUser>(name: StaffName, user: T): Promise<T> {
    const [link = ''] = await this.verb('desk-link', '--staff', staff[name].email)
    await user.signsInBy(link)
    return user
  }

  /** A verb of the command line on the running program's store. @returns the lines that it printed */
  async verb(...words: readonly string[]): Promise<readonly string[]> {
    const lines: string[] = []
    const print = (line: string) => void lines.push(line)
    const exit = this.config.DATABASE_URL
      ? await this.#verbOnServer(words, print)
      : await askRunning(this.config.DATA_DIR, words, print)
    if (exit !== 0) throw new Error(`${words.join(' ')} ended with ${exit}:\n${lines.join('\n')}`)
    return lines
  }

  /** Ends the program as SIGTERM does. */
  stop = (): Promise<void> => this.#program.stop()

  /** Starts it again on the same store, with other settings where some are given. */
  async start(changes: HouseOptions = {}): Promise<void> {
    this.#options = { ...this.#options, ...changes }
    this.config = readConfig(await environment(this.world, this.folder, this.#options))
    this.#program = await startProgram(this.config, recorder(this.log))
    this.#findSlack()
  }

  /** What went wrong without anybody asking: defects in the log, calls that the networks do not allow. */
  get faults(): readonly string[] {
    const defects = this.log.filter(({ level }) => level === 'error')
    return [...defects.map((entry) => JSON.stringify(entry)), ...this.world.violations]
  }

  async close(): Promise<void> {
    await this.stop()
    await this.world.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  #findSlack(): void {
    if (this.#options.slack === 'http') this.world.slack.requestUrl = `${this.url}/slack/events`
  }

  async #moveIn(agencies: readonly Agency[]): Promise<void> {
    const codes = agencies.map(({ code }) => code)
    for (const { role, agency, name, email, slack } of Object.values(staff)) {
      if (!codes.includes(agency)) continue
      const inSlack = slack === null ? [] : ['--slack', slack]
      await this.verb('staff', 'add', '--role', role, '--agency', agency, '--name', name, '--email', email, ...inSlack)
    }
    const path = join(this.folder, 'roster.csv')
    writeFileSync(path, rosterCsv())
    await this.verb('roster', 'import', path)
  }

  async #verbOnServer(words: readonly string[], print: (line: string) => void): Promise<number> {
    const open = await openStore(this.config, recorder([]))
    try {
      return await runStoreVerb(storeVerbs, words, contextOf(open, { ...this.config, publicUrl: this.url }, print))
    } finally {
      await open.close()
    }
  }
}

async function environment(world: World, folder: string, options: HouseOptions): Promise<Record<string, string>> {
  const { database, telegram = 'polling', slack = 'socket', agencies = [diy] } = options
  const { SLACK_API_URL, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, ...rest } = world.environment
  const inSlack = { SLACK_API_URL, SLACK_BOT_TOKEN, SLACK_MODE: slack }
  const path = join(folder, 'agencies.json')
  writeFileSync(path, JSON.stringify(agencies))
  const port = telegram === 'webhook' ? await freePort() : 0
  return {
    ...rest,
    ...(slack === 'socket' && { ...inSlack, SLACK_APP_TOKEN }),
    ...(slack === 'http' && { ...inSlack, SLACK_SIGNING_SECRET }),
    ...(telegram === 'webhook' && {
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram/webhook`,
      TELEGRAM_WEBHOOK_SECRET: 'rahasia-webhook',
    }),
    ...(database !== undefined && { DATABASE_URL: database, MASTER_KEY: Buffer.alloc(32, 7).toString('base64') }),
    MAIL_FROM: 'Pandu <pandu@jogjaprov.go.id>',
    CONTACT_CENTER_EMAIL: 'contact-center@bsre.example',
    DATA_DIR: join(folder, 'data'),
    AGENCIES_FILE: path,
    EVIDENCE_READING: options.readsEvidence === true ? 'on' : 'off',
    CLAMD_URL: options.scanner ?? '',
    MAIL_IN_URL: options.mailbox ?? '',
    PORT: String(port),
  }
}

function recorder(log: LogEntry[]): Log {
  const write = (level: keyof Log) => (message: string, fields?: LogFields) => void log.push({ level, message, fields })
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}

/** A port that was free a moment ago: webhooks are told their address before the program listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
