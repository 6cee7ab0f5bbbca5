import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Outage } from '../core/handling/outage.ts'
import { migrate, readMigrations } from './migrate.ts'
import { planSettings } from './plan-settings.ts'
import { showPresence } from './presence.ts'
import { createStatementNames } from './statement-names.ts'

/** A PostgreSQL server, with its schema up to date. @throws Outage when it cannot be reached. */
export async function openServer(url: string) {
  await bringUpToDate(url)
  const presence = await showPresence(() => connect(url))
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'pandu',
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    onConnect: settle,
  })
  return {
    adapter: new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: createStatementNames() }),
    isAlone: presence.isAlone,
    close: presence.end,
  }
}

// The adapter writes and reads times without their zone: a server in another zone would shift them.
async function settle(client: pg.ClientBase): Promise<void> {
  await client.query(["TIME ZONE 'UTC'", ...planSettings].map((setting) => `SET ${setting}`).join('; '))
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'pandu', connectionTimeoutMillis: 10_000 })
  await client.connect().catch((cause: unknown) => {
    throw isUnreachable(cause) ? new Outage('The database server cannot be reached.', 1_000) : cause
  })
  return client
}

async function bringUpToDate(url: string): Promise<void> {
  const client = await connect(url)
  try {
    await client.query('BEGIN')
    await migrate(
      { exec: (sql) => client.query(sql), query: (sql, values) => client.query(sql, values) },
      readMigrations(),
    )
    await client.query('COMMIT')
  } finally {
    // Ending the connection rolls back what was not committed.
    await client.end()
  }
}

/** Network trouble, or a server that is starting, stopping or full; not a wrong password or name. */
function isUnreachable(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'timeout'
  return !/^(28|3D)/.test(code)
}
