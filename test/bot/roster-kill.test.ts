import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readAgencies } from '../../bot/agencies.ts'
import { readConfig } from '../../bot/config.ts'
import { openStore } from '../../bot/store.ts'
import { contextOf } from '../../bot/verb-context.ts'
import { runStoreVerb } from '../../bot/verb-line.ts'
import { storeVerbs } from '../../bot/verbs.ts'
import { rosterColumns } from '../../core/agency/roster-line.ts'
import { employee, rosterCsv } from '../bench/roster-lines.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { temporaryFolder } from '../folder.ts'
import { bringDatabase } from '../journeys/born-database.ts'
import { startProgram } from '../journeys/program.ts'

const count = 1_000
/** More than a pipe holds, so that most of it was read when all of it is written. */
const part = rosterCsv(count).slice(0, 140_000)
const root = new URL('../..', import.meta.url).pathname
const agency = {
  code: 'diy',
  name: 'DIY',
  emailDomains: ['jogjaprov.go.id'],
  personInCharge: { name: 'Hari', nip: '197005121995031002', title: 'Kepala' },
  employmentAccepted: ['pns'],
}

const children = new Set<ChildProcess>()
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
})

interface Place {
  readonly folder: string
  readonly pipe: string
  readonly csv: string
  readonly env: Readonly<Record<string, string>>
}

function newPlace(env: Readonly<Record<string, string>> = {}): Place {
  const folder = temporaryFolder('roster')
  const [pipe, csv, agencies] = [join(folder, 'pipe'), join(folder, 'roster.csv'), join(folder, 'agencies.json')]
  execFileSync('mkfifo', [pipe])
  writeFileSync(csv, rosterCsv(count))
  writeFileSync(agencies, JSON.stringify([agency]))
  return { folder, pipe, csv, env: { DATA_DIR: join(folder, 'data'), AGENCIES_FILE: agencies, ...env } }
}

/** `pandu roster import FILE` as a process of its own. */
function importing({ folder, env }: Place, file: string) {
  const words = [join(root, 'bot/pandu.mjs'), 'roster', 'import', file]
  const child = spawn(process.execPath, words, {
    cwd: folder,
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, NODE_ENV: 'test', ...env },
    stdio: 'ignore',
  })
  children.add(child)
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null)
  return { child, ended }
}

async function kill({ child, ended }: ReturnType<typeof importing>): Promise<void> {
  child.kill('SIGKILL')
  await ended
}

/** Writes through the pipe; resolves when the reader took all but what the pipe holds. */
async function feed({ pipe }: Place, text: string): Promise<{ end(): void }> {
  const stream = createWriteStream(pipe)
  stream.on('error', () => {})
  await new Promise<void>((written) => stream.write(text, () => written()))
  return { end: () => stream.destroy() }
}

/** Runs a verb on the store of a place. */
type Verb = (words: readonly string[], print: (line: string) => void) => Promise<number | undefined>

/** What a whole import says when nothing of the roster was there, and again when all of it is. */
async function importsAll({ csv }: Place, verb: Verb): Promise<void> {
  const said: string[] = []
  const imports = () => verb(['roster', 'import', csv], (line) => said.push(line))
  expect(await imports()).toBe(0)
  expect(said.at(-1)).toMatch(new RegExp(`^${count} added, 0 changed, 0 unchanged, 0 refused`))
  expect(await imports()).toBe(0)
  expect(said.at(-1)).toMatch(new RegExp(`^0 added, 0 changed, ${count} unchanged, 0 refused`))
}

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** Opens the store that a killed program left, as the next verb does, but in this process. */
async function inStore({ env }: Place, work: (verb: Verb) => Promise<void>): Promise<void> {
  const config = readConfig(env)
  const open = await openStore(config, silent)
  try {
    await open.store.directory.saveAgencies(readAgencies(String(env.AGENCIES_FILE)))
    await work((words, print) => runStoreVerb(storeVerbs, words, contextOf(open, config, print)))
  } finally {
    await open.close()
  }
}

describe('an import that is killed in the middle of its file', () => {
  it('leaves nothing in an embedded store', async () => {
    const place = newPlace()
    await bringDatabase(String(place.env.DATA_DIR))
    const half = importing(place, place.pipe)
    const feeding = await feed(place, part)
    await kill(half)
    feeding.end()
    await inStore(place, (verb) => importsAll(place, verb))
  }, 180_000)

  it('leaves nothing when the running program that did it is killed; a file is named from where the word was said', async () => {
    const place = newPlace()
    const dataDir = String(place.env.DATA_DIR)
    await bringDatabase(dataDir)
    const program = await startProgram({ dataDir, env: place.env })
    const half = importing(place, 'pipe')
    const feeding = await feed(place, part)
    await program.kill()
    expect(await half.ended).toBe(2)
    feeding.end()
    await inStore(place, (verb) => importsAll(place, verb))
  }, 180_000)
})

describeOnServer('an import into a server', () => {
  const onServer = async () => {
    const url = await freshServerDatabase()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    return { client, place: newPlace({ DATABASE_URL: url, MASTER_KEY: randomBytes(32).toString('base64') }) }
  }
  const linesIn = async (client: pg.Client, table: 'roster' | 'roster_incoming') =>
    Number((await client.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n)
  const until = (what: () => Promise<boolean>) =>
    vi.waitFor(async () => expect(await what()).toBe(true), { timeout: 60_000, interval: 20 })

  it('leaves nothing when it is killed in the middle of its file', async () => {
    const { client, place } = await onServer()
    const half = importing(place, place.pipe)
    const feeding = await feed(place, part)
    await until(async () => (await linesIn(client, 'roster_incoming')) > 500)
    await kill(half)
    feeding.end()
    expect(await linesIn(client, 'roster')).toBe(0)
    await inStore(place, (verb) => importsAll(place, verb))
    await client.end()
  }, 180_000)

  it('leaves nothing when it is killed after it wrote its lines and before it was done', async () => {
    const { client, place } = await onServer()
    const holder = new pg.Client({ connectionString: place.env.DATABASE_URL })
    await holder.connect()
    // The last thing that is written has to wait for this row.
    await holder.query('BEGIN')
    await holder.query(`INSERT INTO roster_age VALUES ('diy', now(), 1)`)
    const all = importing(place, place.csv)
    const waiting = async () => {
      const found = await client.query(`SELECT 1 FROM pg_stat_activity
        WHERE wait_event_type = 'Lock' AND query LIKE '%INTO "roster_age"%' AND datname = current_database()`)
      return found.rowCount === 1
    }
    await until(waiting)
    await kill(all)
    await holder.query('ROLLBACK')
    await holder.end()
    await until(async () => !(await waiting()))
    await inStore(place, (verb) => importsAll(place, verb))
    await client.end()
  }, 180_000)

  it('touches no row when the same file comes again, and seals what it keeps', async () => {
    const { client, place } = await onServer()
    const imports = () =>
      inStore(place, async (verb) => void expect(await verb(['roster', 'import', place.csv], () => {})).toBe(0))
    await imports()
    const rowsOf = async () => (await client.query('SELECT ctid, xmin, * FROM roster ORDER BY nip')).rows
    const before = await rowsOf()
    await imports()
    expect(await rowsOf()).toEqual(before)
    expect(before).toHaveLength(count)
    const someone = employee(7)
    const plain = Buffer.concat(before.flatMap((row) => [row.line, Buffer.from(`${row.nip} ${row.nik} ${row.email}`)]))
    for (const column of rosterColumns.filter((name) => name !== 'agency' && name !== 'employment'))
      expect(plain.includes(someone[column])).toBe(false)
    expect(await linesIn(client, 'roster_incoming')).toBe(0)
    await client.end()
  }, 180_000)
})
