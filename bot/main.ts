import { DataDirInUse, lockDataDir } from '../prisma/lock.ts'
import { MigrationError } from '../prisma/migrate.ts'
import { ConfigError } from './config.ts'
import { createLog, errorFields, type Log } from './log.ts'
import { type Program, startProgram } from './program.ts'
import { rehearseCrash } from './rehearsal.ts'
import { PortRefused } from './server.ts'
import { readSetup } from './setup.ts'
import { StoreRefused } from './store-refused.ts'

/** Starts the program and keeps it until a signal ends it. @returns the exit code when it did not start */
export async function main(environment: NodeJS.ProcessEnv = process.env): Promise<number | undefined> {
  try {
    const { config } = readSetup(environment)
    const log = createLog(config.LOG_LEVEL)
    catchLastResort(log)
    rehearseCrash(environment, config.mark)
    const lock = config.DATABASE_URL === undefined ? await lockDataDir(config.DATA_DIR) : undefined
    const program = await startProgram(config, log, lock).catch((error: unknown) => {
      lock?.release()
      throw error
    })
    endBySignal(program, log, lock)
    welcome(program, config.mark)
    return undefined
  } catch (error) {
    if (!isExplained(error)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

/** Errors that say themselves what is wrong and what to do. */
const isExplained = (error: unknown): error is Error =>
  [ConfigError, DataDirInUse, MigrationError, PortRefused, StoreRefused].some((kind) => error instanceof kind)

function welcome({ url }: Program, mark: 'demo' | 'real'): void {
  const lines =
    mark === 'demo'
      ? [`Pandu simulator: ${url}/simulator`, 'Everything in it is made up; no message leaves this machine.']
      : [`Pandu runs. Desk: ${url}/desk`]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function endBySignal(program: Program, log: Log, lock: Awaited<ReturnType<typeof lockDataDir>> | undefined): void {
  let isStopping = false
  const end = async (signal: string) => {
    if (isStopping) process.exit(1)
    isStopping = true
    lock?.markStopping()
    log.info('stopping', { signal })
    await program.stop()
    lock?.release()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal))
}

/** A defect that nobody caught ends the process: what is committed is safe, and a supervisor starts it again. */
function catchLastResort(log: Log): void {
  for (const event of ['unhandledRejection', 'uncaughtException'] as const)
    process.on(event, (error: unknown) => {
      log.error('a defect ended the program', { event, ...errorFields(error) })
      process.exit(1)
    })
}
