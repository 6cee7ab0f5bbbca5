import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Outage } from '../core/handling/outage.ts'
import { migrate, readMigrations } from './migrate.ts'
import { showPresence } from './presence.ts'

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
    adapter: new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: createNames() }),
    isAlone: presence.isAlone,
    close: presence.end,
  }
}

// The adapter writes and reads times without their zone: a server in another zone would shift them. Every statement looks
// up a handful of rows by key, and is planned once, perhaps on empty tables: a plan that reads whole tables or joins them
// would be kept while they grow.
const settings = [
  ...["TIME ZONE 'UTC'", 'jit = off', 'enable_seqscan = off', 'enable_bitmapscan = off'],
  ...['enable_hashjoin = off', 'enable_mergejoin = off'],
]

async function settle(client: pg.ClientBase): Promise<void> {
  await client.query(settings.map((setting) => `SET ${setting}`).join('; '))
}

const namedMax = 200

/** Names statements by their text, so that the server plans each once a connection; rare ones beyond that stay unnamed. */
function createNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined || names.size >= namedMax) return known ?? ''
    const name = `pandu_${names.size}`
    names.set(sql, name)
    return name
  }
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
