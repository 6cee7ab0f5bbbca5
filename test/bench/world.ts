import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { temporaryFolder } from '../folder.ts'
import { type RunningProgram, startProgram } from '../journeys/program.ts'
import { type PostgresServer, startPostgres } from '../postgres.ts'
import { Network } from './network.ts'

export type StoreKind = 'embedded' | 'server'

/** A program under measure: its own store, its own bot on the lean network. */
export interface Contender {
  readonly kind: StoreKind
  readonly token: string
  readonly dataDir: string
  /** The variables with which it was started, to start it again or to open its store. */
  readonly env: Readonly<Record<string, string>>
}

const agencies = [
  {
    code: 'diy',
    name: 'Pemda DIY',
    emailDomains: ['jogjaprov.go.id'],
    personInCharge: { name: 'Hari Prasetyo', nip: '197005121995031002', title: 'Kepala Dinas' },
    employmentAccepted: ['pns', 'pppk', 'lainnya'],
    helpdesk: { phone: '0274-000000', email: 'helpdesk@jogjaprov.go.id', hours: 'Senin–Jumat' },
    // What is measured must not depend on the hour.
    quietHours: { fromHour: 0, untilHour: 0 },
    staffNotices: 'always',
    contactCenter: { slackChannel: 'C0AGENT' },
  },
]

/** Everything that a run of the bench needs: one lean network, a PostgreSQL server if there is one, and who runs on them. */
export class World {
  readonly network: Network
  readonly hasServer: boolean
  readonly #folder: string
  readonly #postgres: PostgresServer | undefined
  readonly #running = new Set<RunningProgram>()
  #peers: ChildProcess[] = []
  #bots = 100

  private constructor(network: Network, postgres: PostgresServer | undefined) {
    this.network = network
    this.#postgres = postgres
    this.hasServer = postgres !== undefined
    this.#folder = temporaryFolder('bench')
    writeFileSync(join(this.#folder, 'agencies.json'), JSON.stringify(agencies))
  }

  static async open(): Promise<World> {
    return new World(await new Network().start(), await startPostgres({ isDurable: true }))
  }

  /** A program that was never started yet, with an empty store of that kind. */
  async contender(kind: StoreKind): Promise<Contender> {
    const token = `${this.#bots++}:bench`
    const dataDir = join(this.#folder, randomUUID())
    const url = kind === 'server' ? await this.#database() : undefined
    const env = {
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: this.network.apiRoot,
      // Nobody is held back here: the door counts, and lets everybody in.
      CHAT_MESSAGES_PER_MINUTE: '1000000',
      AGENCIES_FILE: join(this.#folder, 'agencies.json'),
      ...(url !== undefined && { DATABASE_URL: url, MASTER_KEY: randomBytes(32).toString('base64') }),
    }
    return { kind, token, dataDir, env }
  }

  /** Starts a contender as `npm start` does. */
  async start({ dataDir, env }: Contender, nodeOptions: readonly string[] = []): Promise<RunningProgram> {
    const program = await startProgram({ dataDir, env, nodeOptions })
    this.#running.add(program)
    return program
  }

  async stop(program: RunningProgram): Promise<void> {
    this.#running.delete(program)
    await program.stop()
  }

  /** Starts the bare Telegraf bot. @returns its token, once it polls */
  async startEcho(): Promise<string> {
    const token = `${this.#bots++}:echo`
    const peer = fork(new URL('./echo.ts', import.meta.url), [token, this.network.apiRoot], {
      execArgv: ['--import', 'tsx'],
    })
    this.#peers.push(peer)
    await this.network.ask('polled', token)
    return token
  }

  async close(): Promise<void> {
    for (const peer of this.#peers) peer.disconnect()
    await Promise.all([...this.#running].map((program) => program.stop()))
    this.network.stop()
    await this.#postgres?.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #database(): Promise<string> {
    if (this.#postgres === undefined) throw new Error('there is no PostgreSQL server on this machine')
    const name = `bench_${randomUUID().replaceAll('-', '')}`
    const client = new pg.Client({ connectionString: this.#postgres.url })
    await client.connect()
    await client.query(`CREATE DATABASE ${name}`)
    await client.end()
    return this.#postgres.url.replace(/\/postgres$/, `/${name}`)
  }
}
