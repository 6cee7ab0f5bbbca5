import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '../../bot/config.ts'
import { World } from '../../bot/simulator/world.ts'
import { type OpenStore, openStore } from '../../bot/store.ts'
import { contextOf } from '../../bot/verb-context.ts'
import { runStoreVerb } from '../../bot/verb-line.ts'
import { storeVerbs } from '../../bot/verbs.ts'
import { temporaryFolder } from '../folder.ts'
import { bringDatabase } from '../journeys/born-database.ts'
import { diy, rosterCsv, staff } from '../journeys/people.ts'
import { ProgramEnded, type RunningProgram, startProgram } from '../journeys/program.ts'
import { freePort } from './free-port.ts'
import { callsFor, type Entry, inOrder } from './tale.ts'
import type { Walker } from './walker.ts'

/** Longer than what a dead program wrote stays unread on one busy machine, unaccepted connections included. */
const wireMs = 50

/** Runs a verb. @returns its exit code and the lines that it printed */
type Verb = (...words: readonly string[]) => Promise<{ readonly exit: number; readonly said: readonly string[] }>

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** The real program in a process of its own, killed and started again between networks that live here. */
export class Campaign {
  readonly world: World
  readonly #folder: string
  readonly #env: Readonly<Record<string, string>>
  #program: RunningProgram | undefined
  /** For each time that the program was killed, or killed itself: the number that the next message got. */
  readonly killedAt: number[] = []
  /** When the program was started, was ready and ended, for whoever wonders what happened. */
  readonly #diary: Entry[] = []

  private constructor(world: World, folder: string, env: Readonly<Record<string, string>>) {
    this.world = world
    this.#folder = folder
    this.#env = env
  }

  /** A store with the staff and the roster in it, and networks around it; nothing runs yet. */
  static async open(database?: string): Promise<Campaign> {
    const folder = temporaryFolder('campaign')
    const world = await new World().start()
    const { SLACK_SIGNING_SECRET: _, ...networks } = world.environment
    const agencies = join(folder, 'agencies.json')
    writeFileSync(agencies, JSON.stringify([diy]))
    const env = {
      ...networks,
      // Nobody waits for a machine that reads what nobody wrote.
      EVIDENCE_READING: 'off',
      ...(database !== undefined && { DATABASE_URL: database, MASTER_KEY: Buffer.alloc(32, 7).toString('base64') }),
      MAIL_FROM: 'Pandu <pandu@jogjaprov.go.id>',
      CONTACT_CENTER_EMAIL: 'contact-center@bsre.example',
      AGENCIES_FILE: agencies,
      // One port for every life, so that whoever holds an address of the desk keeps it.
      PORT: String(await freePort()),
    }
    const campaign = new Campaign(world, folder, env)
    if (database === undefined) await bringDatabase(campaign.dataDir)
    await campaign.#moveIn()
    return campaign
  }

  get url(): string {
    return `http://127.0.0.1:${this.#env.PORT}`
  }

  get dataDir(): string {
    return join(this.#folder, 'data')
  }

  /** Starts the program; with `crashAt` it may kill itself before it is ready. */
  async start(crashAt?: string): Promise<void> {
    const env = { ...this.#env, ...(crashAt !== undefined && { CRASH_AT: crashAt }) }
    try {
      this.#program = await startProgram({ dataDir: this.dataDir, env })
      this.#note(`ready after ${Math.round(this.#program.readyMs)} ms, to crash at ${crashAt ?? 'no boundary'}`)
    } catch (error) {
      if (!(error instanceof ProgramEnded) || error.exitCode !== null || crashAt === undefined) throw error
      await this.#isGone()
    }
  }

  /** Resolves when the program is gone by itself. */
  async crashed(): Promise<void> {
    if (this.#program === undefined) return
    const code = await this.#program.ended
    if (code !== null) throw new Error(`the program ended with ${code} instead of being killed`)
    await this.#isGone()
  }

  async kill(): Promise<void> {
    await this.#program?.kill()
    await this.#isGone()
  }

  /** Ends the program by SIGTERM. @throws when that is not clean */
  async stop(): Promise<void> {
    const code = await this.#program?.stop()
    const said = this.#program?.logs.map((line) => JSON.stringify(line)).join('\n')
    this.#program = undefined
    this.#note('stopped')
    if (code !== undefined && code !== 0) throw new Error(`the program ended with ${code}:\n${said}`)
  }

  /** Works on the store of the stopped program, with its keys and the verbs of the command line. */
  async inStore<T>(work: (store: OpenStore['store'], verb: Verb) => Promise<T>): Promise<T> {
    const config = readConfig({ ...this.#env, DATA_DIR: this.dataDir, PUBLIC_URL: this.url })
    const open = await openStore(config, silent)
    const verb = async (...words: readonly string[]) => {
      const said: string[] = []
      const exit = await runStoreVerb(
        storeVerbs,
        words,
        contextOf(open, config, (line) => said.push(line)),
      )
      return { exit, said }
    }
    try {
      return await work(open.store, verb)
    } finally {
      await open.close()
    }
  }

  /** What happened lately: the lives of the program, what it said, what it asked of Telegram, and what its store owes. */
  async story(): Promise<string> {
    const logs = this.#program?.logs.slice(-20).map((line) => JSON.stringify(line)) ?? []
    const calls = this.world.telegram.calls.slice(-40).map(({ at, method, target, status }) => {
      return `${new Date(at).toISOString()} ${method} ${target ?? ''} ${status}`
    })
    await this.kill()
    const owed = await this.inStore(async ({ outbox, inbox }) => [
      `inbox waits: ${await inbox.isWaiting()}`,
      ...(await outbox.pending()).map((one) => JSON.stringify(one)),
    ])
    return [...inOrder(this.#diary), ...logs, ...calls, ...owed].join('\n')
  }

  /** All that happened around one person, oldest first: the lives of the program, its calls, what the person did. */
  taleOf({ person, did }: Walker): string {
    const all = [...this.#diary, ...callsFor(this.world.telegram, person.chatId), ...did]
    return [`chat ${person.chatId}:`, ...inOrder(all)].join('\n')
  }

  async close(): Promise<void> {
    await this.#program?.kill()
    await this.world.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** What a dead program had written to the wire still arrives, and was sent before it died. */
  async #isGone(): Promise<void> {
    this.#program = undefined
    const { telegram } = this.world
    for (let before = -1; before !== telegram.calls.length || (await telegram.connectionCount) > 0; ) {
      before = telegram.calls.length
      await pause(wireMs)
    }
    this.#note(`dead, kill ${this.killedAt.length}`)
    this.killedAt.push(this.world.telegram.memory.nextMessageId)
  }

  #note(what: string): void {
    const { calls, memory } = this.world.telegram
    this.#diary.push({ at: Date.now(), what: `${what}; ${calls.length} calls, next message ${memory.nextMessageId}` })
  }

  #moveIn(): Promise<void> {
    const roster = join(this.#folder, 'roster.csv')
    writeFileSync(roster, rosterCsv())
    return this.inStore(async ({ directory }, verb) => {
      await directory.saveAgencies([diy])
      await verb('roster', 'import', roster)
      for (const { role, agency, name, email, slack } of Object.values(staff)) {
        if (agency !== diy.code) continue
        const inSlack = slack === null ? [] : ['--slack', slack]
        await verb('staff', 'add', '--role', role, '--agency', agency, '--name', name, '--email', email, ...inSlack)
      }
    })
  }
}
