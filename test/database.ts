import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest'
import { type Database, openDatabase } from '../prisma/database.ts'

/** The suite once on the embedded database and once on a server; `database()` is empty at the start of every test. */
export function describeOnDatabases(name: string, body: (database: () => Database) => void): void {
  describe(`${name}, embedded`, () => body(useDatabase(() => openDatabase({ memory: true }))))
  describeOnServer(`${name}, on a server`, () => {
    body(useDatabase(async () => openDatabase({ url: await freshServerDatabase() })))
  })
}

/** A suite that needs a PostgreSQL server; where there is none it is skipped and says so. */
export function describeOnServer(name: string, body: () => void): void {
  const isMissing = inject('postgresDoor') === ''
  if (isMissing) process.stderr.write(`SKIPPED, no PostgreSQL on this machine: ${name}\n`)
  describe.skipIf(isMissing)(name, body)
}

/** The address of a new database on the run's server, its schema up to date, no rows. */
export async function freshServerDatabase(): Promise<string> {
  return createServerDatabase('template')
}

/** The address of a new database on the run's server with nothing in it, not even the schema. */
export async function blankServerDatabase(): Promise<string> {
  return createServerDatabase('template0')
}

let server: Promise<string> | undefined

/** The address of the run's server, which begins with the first question. */
async function askServer(): Promise<string> {
  let told = ''
  for await (const part of connect(inject('postgresDoor')).setEncoding('utf8')) told += part
  if (told === '') throw new Error('the PostgreSQL server of the run did not begin')
  return told
}

async function createServerDatabase(template: string): Promise<string> {
  server ??= askServer()
  const url = await server
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  } finally {
    await client.end()
  }
  return url.replace(/\/postgres$/, `/${name}`)
}

/** One database for the tests of a suite, opened before the first and emptied before each. */
export function useDatabase(open: () => Promise<Database>): () => Database {
  let database: Database | undefined
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    if (database) await empty(database)
  })
  afterAll(async () => {
    await database?.close()
  })
  return () => {
    if (!database) throw new Error('the database is open only inside a test')
    return database
  }
}

/** Deletes every row and starts the counters again: 2 to 10 ms, where a fresh database takes 0.5 s. */
export async function empty({ prisma }: Database): Promise<void> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`SELECT format('%I', relname) AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'`
  await prisma.$transaction([
    // Some tables only grow: their triggers sleep meanwhile.
    prisma.$executeRaw`SET LOCAL session_replication_role = replica`,
    ...tables.map(({ name }) => prisma.$executeRawUnsafe(`DELETE FROM ${name}`)),
    prisma.$executeRaw`SELECT setval(seqrelid, seqstart, false) FROM pg_sequence`,
  ])
}
