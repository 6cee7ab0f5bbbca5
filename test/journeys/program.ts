import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Changes, type Patience } from '../../bot/simulator/wire/changes.ts'

const root = new URL('../..', import.meta.url).pathname

/** One line of the program's log; lines that are no JSON have only `msg`. */
export interface LogLine {
  readonly msg: string
  readonly [field: string]: unknown
}

export interface ProgramOptions {
  /** Variables beside `DATA_DIR`, a free `PORT` and `NODE_ENV=test`; nothing of the caller's own environment comes along. */
  readonly env?: Readonly<Record<string, string>>
  readonly dataDir: string
  /** How long it may take until it is ready, 60 s by default. */
  readonly patienceMs?: number
  /** More words for node, such as `--cpu-prof`. */
  readonly nodeOptions?: readonly string[]
}

/** The real program, started as `npm start` does, in a process of its own. */
export interface RunningProgram {
  /** Where its web server listens. */
  readonly url: string
  readonly pid: number
  /** Milliseconds from the start of its process until it said that it was ready. */
  readonly readyMs: number
  readonly logs: readonly LogLine[]
  /** Resolves when the process is gone, with its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>
  readonly isRunning: boolean
  /** Waits for a log line, past or coming. */
  waitForLog(fits: (line: LogLine) => boolean, patience?: Patience): Promise<LogLine>
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>
  /** SIGTERM, and waits until it is gone. @returns its exit code */
  stop(): Promise<number | null>
}

/** It ended before it was ready; the message holds what it said. */
export class ProgramEnded extends Error {
  override readonly name = 'ProgramEnded'
  readonly exitCode: number | null

  constructor(exitCode: number | null, logs: readonly LogLine[]) {
    super(`the program ended with ${exitCode ?? 'a signal'} before it was ready:\n${textOf(logs)}`)
    this.exitCode = exitCode
  }
}

const textOf = (logs: readonly LogLine[]) => logs.map((line) => JSON.stringify(line)).join('\n')

// None of them outlives the tests, however these end.
const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** Starts the program and waits until it is ready. @throws ProgramEnded when it ends instead */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), 'bot/pandu.mjs', 'start'], {
    cwd: root,
    env: environmentOf(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const program = new Child(child)
  const ready = program.waitForLog(({ msg }) => msg === 'ready', {
    timeoutMs: options.patienceMs ?? 60_000,
    what: 'the program',
  })
  ready.catch(() => {})
  const early = program.ended.then((code) => Promise.reject(new ProgramEnded(code, program.logs)))
  early.catch(() => {})
  try {
    program.url = String((await Promise.race([ready, early])).url)
  } catch (error) {
    await program.kill()
    throw error
  }
  program.readyMs = performance.now() - startedAt
  return program
}

const environmentOf = ({ env, dataDir }: ProgramOptions) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TMPDIR: process.env.TMPDIR,
  NODE_ENV: 'test',
  PORT: '0',
  DATA_DIR: dataDir,
  ...env,
})

class Child implements RunningProgram {
  url = ''
  readyMs = Number.NaN
  readonly pid: number
  readonly logs: LogLine[] = []
  readonly ended: Promise<number | null>
  readonly #child: ChildProcess
  readonly #changes = new Changes()

  constructor(child: ChildProcess) {
    this.#child = child
    this.pid = child.pid ?? 0
    children.add(child)
    this.ended = once(child, 'exit').then(([code]: (number | null)[]) => {
      children.delete(child)
      return code ?? null
    })
    for (const stream of [child.stdout, child.stderr])
      if (stream !== null)
        createInterface({ input: stream }).on('line', (line) => {
          this.logs.push(readLine(line))
          this.#changes.notify()
        })
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  waitForLog(fits: (line: LogLine) => boolean, patience: Patience = {}): Promise<LogLine> {
    return this.#changes.until(() => this.logs.find(fits), {
      what: 'the log line',
      seen: () => textOf(this.logs.slice(-20)),
      ...patience,
    })
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.ended
  }

  async stop(): Promise<number | null> {
    this.#child.kill('SIGTERM')
    return this.ended
  }
}

function readLine(line: string): LogLine {
  try {
    const read: unknown = JSON.parse(line)
    if (typeof read === 'object' && read !== null && 'msg' in read) return { ...read, msg: String(read.msg) }
  } catch {
    // Not every line is one of the log.
  }
  return { msg: line }
}
