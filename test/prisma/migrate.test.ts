import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { dataDir as emptyDatabase } from '@electric-sql/pglite-prepopulatedfs'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Migration, MigrationError, migrate, readMigrations } from '../../prisma/migrate.ts'
import { blankServerDatabase, describeOnServer } from '../database.ts'

const first: Migration = { name: '20260101000000_first', sql: 'CREATE TABLE a (id int);\nCREATE TABLE b (id int);\n' }
const second: Migration = { name: '20260201000000_second', sql: 'ALTER TABLE a ADD COLUMN note text;\n' }
const third: Migration = { name: '20260301000000_third', sql: 'CREATE INDEX a_note ON a (note);\n' }

describe('bringing a store up to date', () => {
  let store: PGlite
  beforeAll(async () => {
    store = await PGlite.create({ loadDataDir: await emptyDatabase() })
  })
  beforeEach(() => store.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public'))
  afterAll(() => store.close())

  const run = (...migrations: Migration[]) => store.transaction((transaction) => migrate(transaction, migrations))
  const fault = (...migrations: Migration[]) =>
    run(...migrations).then(
      () => 'none',
      (error: unknown) => (error instanceof MigrationError ? { fault: error.fault, at: error.migration } : error),
    )
  const tables = async () => {
    const { rows } = await store.query<{ name: string }>(`SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`)
    return rows.map(({ name }) => name)
  }

  it('applies what is missing, in order, and nothing twice', async () => {
    expect(await run(first)).toEqual([first.name])
    expect(await run(first)).toEqual([])
    expect(await run(first, second, third)).toEqual([second.name, third.name])
    expect(await run(first, second, third)).toEqual([])
  })

  it('changes nothing at all when one of them fails', async () => {
    const broken = { name: '20260202000000_broken', sql: 'CREATE TABLE c (id int); SELECT no_such_column FROM a;' }
    expect(await fault(first, second, broken)).toEqual({ fault: 'failed', at: broken.name })
    expect(await tables()).toEqual([])
    await expect(run(broken)).rejects.toThrow(/20260202000000_broken failed, nothing was changed/)
  })

  it('refuses a store that a newer program has used', async () => {
    await run(first, second)
    expect(await fault(first)).toEqual({ fault: 'newer', at: second.name })
    await expect(run(first)).rejects.toThrow(/start the newer program/)
  })

  it('refuses a migration that was edited after it was applied', async () => {
    await run(first, second)
    const edited = { ...first, sql: `${first.sql}-- one more word` }
    expect(await fault(edited, second, third)).toEqual({ fault: 'edited', at: first.name })
    expect(await run(first, second)).toEqual([])
  })

  it('does not mistake other line ends for an edit', async () => {
    await run(first)
    expect(await run({ ...first, sql: first.sql.replaceAll('\n', '\r\n') })).toEqual([])
  })

  it('refuses a store where another tool failed half-way, until it is resolved', async () => {
    await run(first)
    await store.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, logs) VALUES ('x', 'y', $1, 'syntax error')`,
      [second.name],
    )
    expect(await fault(first, second)).toEqual({ fault: 'half-applied', at: second.name })
    await store.exec(`UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE id = 'x'`)
    expect(await run(first, second)).toEqual([second.name])
  })

  it("never writes into another program's database", async () => {
    await store.exec('CREATE TABLE customers (id int)')
    expect(await fault(first)).toEqual({ fault: 'foreign', at: undefined })
    expect(await tables()).toEqual(['customers'])
  })
})

const prisma = async (url: string | undefined, ...command: string[]) => {
  const { DATABASE_URL: _, ...env } = process.env
  const args = ['node_modules/prisma/build/index.js', '--config', '.config/prisma.ts', 'migrate', ...command]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: url ? { ...env, DATABASE_URL: url } : env,
  })
  return stdout
}

describe('the migrations', () => {
  it('make the tables that the models describe', async () => {
    const command = ['diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema', '--exit-code']
    expect(await prisma(undefined, ...command)).toContain('No difference detected.')
  })
})

describeOnServer('the official CLI', () => {
  const migrateServer = async (url: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const exec = (sql: string) => client.query(sql)
    const query = (sql: string, values?: unknown[]) => client.query(sql, values)
    const names = await migrate({ exec, query }, readMigrations())
    await client.end()
    return names
  }

  it('finds nothing to do where the program has migrated', async () => {
    const url = await blankServerDatabase()
    await migrateServer(url)
    expect(await prisma(url, 'status')).toContain('Database schema is up to date!')
    expect(await prisma(url, 'deploy')).toContain('No pending migrations to apply.')
  })

  it('leaves nothing to do for the program', async () => {
    const url = await blankServerDatabase()
    await prisma(url, 'deploy')
    expect(await migrateServer(url)).toEqual([])
  })
})
