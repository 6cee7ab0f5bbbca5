import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parse } from 'csv-parse'
import { createLog } from '../../bot/log.ts'
import { masterKey } from '../../bot/master-key.ts'
import { importRoster } from '../../bot/roster-verb.ts'
import type { VerbContext } from '../../bot/verbs.ts'
import { rosterColumns } from '../../core/agency/roster-line.ts'
import type { Store } from '../../core/handling/ports.ts'
import { createSealer } from '../../core/lab/seal.ts'
import { openDatabase } from '../../prisma/database.ts'
import { createSqlStore } from '../../prisma/sql-store.ts'
import { rosterCsv } from './roster-lines.ts'
import type { Contender, StoreKind, World } from './world.ts'

const [few, many] = [5_000, 50_000]
const batchSize = 500
const now = () => new Date().toISOString()
const root = new URL('../..', import.meta.url).pathname

export interface RosterTimes {
  /** Of the first import, of the same file again, and of parsing and inserting the same lines plainly. */
  readonly seconds: { readonly first: number; readonly again: number; readonly plain: number }
  /** Peak resident memory of an import of 50,000 lines as a multiple of that of 5,000; undefined where it is not told. */
  readonly peak: number | undefined
}

/** Imports 50,000 lines into an empty store, and again, beside a plain insert into the same database. */
export async function rosterTimes(world: World, kind: StoreKind): Promise<RosterTimes> {
  const contender = await world.contender(kind)
  mkdirSync(contender.dataDir, { recursive: true })
  const file = join(contender.dataDir, 'roster.csv')
  writeFileSync(file, rosterCsv(many))
  const seconds = await timed(contender, file)
  const [small, large] = [await peakOf(world, kind, few), await peakOf(world, kind, many)]
  return { seconds, peak: small === undefined || large === undefined ? undefined : large / small }
}

async function timed({ dataDir, env }: Contender, file: string): Promise<RosterTimes['seconds']> {
  const { DATABASE_URL: url, MASTER_KEY, AGENCIES_FILE = '' } = env
  const database = await openDatabase(url === undefined ? { dataDir } : { url })
  const sealer = createSealer(masterKey({ DATA_DIR: dataDir, MASTER_KEY }, createLog('error')))
  const store = createSqlStore(database.prisma, { sealer, evidenceDir: dataDir, now, newId: randomUUID })
  await store.directory.saveAgencies(JSON.parse(readFileSync(AGENCIES_FILE, 'utf8')))
  const plainly = async () => {
    for await (const lines of records(file)) await database.prisma.$executeRawUnsafe(INSERT, JSON.stringify(lines))
  }
  try {
    await database.prisma.$executeRawUnsafe(CREATE)
    const plain = await secondsOf(plainly)
    const first = await secondsOf(() => imported(store, file, `${many} added`))
    const again = await secondsOf(() => imported(store, file, `${many} unchanged`))
    return { first, again, plain }
  } finally {
    await database.close()
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}

async function imported(store: Store, file: string, wanted: string): Promise<void> {
  let last = ''
  const print = (line: string) => {
    last = line
  }
  // Only what the verb reads of its context.
  await importRoster({ store, now, print } as unknown as VerbContext, [file])
  if (!last.includes(wanted)) throw new Error(`the import said: ${last}`)
}

const CREATE = `CREATE TABLE "plain" (${rosterColumns.map((column) => `"${column}" text`).join(', ')})`
const INSERT = `INSERT INTO "plain" SELECT ${rosterColumns.map((_, n) => `x ->> ${n}`).join(', ')}
  FROM jsonb_array_elements($1::jsonb) x`

async function* records(file: string): AsyncGenerator<readonly string[][]> {
  let batch: string[][] = []
  for await (const record of createReadStream(file).pipe(parse())) {
    batch.push(record)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  yield batch
}

const lookEveryMs = 50
// V8 lets garbage lie while there is room: both get the same little room, so that what grows would show.
const room = '--max-old-space-size=96'

/** The most memory that an import as a process of its own took, in bytes. */
async function peakOf(world: World, kind: StoreKind, lines: number): Promise<number | undefined> {
  const { dataDir, env } = await world.contender(kind)
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'roster.csv')
  writeFileSync(file, rosterCsv(lines))
  const child = spawn(process.execPath, [room, 'bot/pandu.mjs', 'roster', 'import', file], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env, DATA_DIR: dataDir },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  let peak: number | undefined
  while (child.exitCode === null && child.signalCode === null) {
    const status = `/proc/${child.pid}/status`
    const [, kib] = (existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8')) : null) ?? []
    if (kib !== undefined) peak = Number(kib) * 1024
    await Promise.race([ended, pause(lookEveryMs)])
  }
  if (child.exitCode !== 0) throw new Error(`the import ended with ${child.exitCode}`)
  return peak
}
