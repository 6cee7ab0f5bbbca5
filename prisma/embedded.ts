import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { bringToDisk, checkpointRegularly } from './checkpoint.ts'
import { EmbeddedThread } from './embedded-thread.ts'
import { migrate, readMigrations } from './migrate.ts'
import { planSettings } from './plan-settings.ts'
import { createStatementNames } from './statement-names.ts'

/** PostgreSQL inside this process, in `dataDir/pg` or in memory, with its schema up to date. */
export async function openEmbedded(dataDir: string | undefined) {
  const directory = dataDir === undefined ? undefined : join(dataDir, 'pg')
  const thread = new EmbeddedThread(directory, ['TimeZone=UTC', ...planSettings])
  await thread.opened()
  const pool = new pg.Pool({
    // The driver would look for a server in the environment, and ask it for encryption.
    ...{ user: 'postgres', database: 'postgres', host: 'embedded', password: '', ssl: false },
    ...{ max: 1, idleTimeoutMillis: 0, stream: () => thread.connection(), onConnect: beginAnew },
  })
  const endCheckpoints = directory === undefined ? async () => {} : checkpointRegularly(pool, directory)
  const close = async () => {
    await endCheckpoints()
    await pool.end()
    await thread.close()
    if (directory !== undefined) await bringToDisk(directory)
  }
  try {
    await bringUpToDate(pool)
  } catch (cause) {
    await close()
    throw cause
  }
  const adapter = new PrismaPg(pool, { disposeExternalPool: false, statementNameGenerator: createStatementNames() })
  return { adapter, isAlone: true, close }
}

/** A driver that lost a query takes a new connection; here it is the same session with all that was left in it. */
async function beginAnew(client: pg.ClientBase): Promise<void> {
  await client.query('ROLLBACK')
  await client.query('DISCARD ALL')
}

async function bringUpToDate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await migrate(
      { exec: (sql) => client.query(sql), query: (sql, values) => client.query(sql, values) },
      readMigrations(),
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw cause
  } finally {
    client.release()
  }
}
