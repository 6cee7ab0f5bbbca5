import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** One connection; `exec` takes several statements, `query` one with values. */
export interface SqlSession {
  exec(sql: string): Promise<unknown>
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/** A step of the schema: a folder under `prisma/migrations` and its `migration.sql`. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

/**
 * Why a store does not fit this program: `newer` (it holds a migration that this program does not know), `edited` (the
 * file changed after it was applied), `half-applied` (another tool failed in the middle), `foreign` (tables, but none of
 * ours), `failed` (the SQL itself).
 */
export type MigrationFault = 'newer' | 'edited' | 'half-applied' | 'foreign' | 'failed'

/** The store was left as it was; `message` says what to do. */
export class MigrationError extends Error {
  readonly fault: MigrationFault
  readonly migration: string | undefined

  constructor(fault: MigrationFault, message: string, migration?: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'MigrationError'
    this.fault = fault
    this.migration = migration
  }
}

/** The migrations of this program, in the order in which they apply. */
export function readMigrations(directory = fileURLToPath(new URL('./migrations/', import.meta.url))): Migration[] {
  const entries = readdirSync(directory, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return names.sort().map((name) => ({ name, sql: readFileSync(`${directory}/${name}/migration.sql`, 'utf8') }))
}

/**
 * Applies what is missing, inside the caller's transaction, and keeps the ledger as Prisma's own `migrate deploy` does.
 * @returns the names applied now
 * @throws MigrationError before anything is changed, or for the SQL that failed; the caller rolls back.
 */
export async function migrate(session: SqlSession, migrations: readonly Migration[]): Promise<string[]> {
  await session.query('SELECT pg_advisory_xact_lock($1)', [PRISMA_LOCK])
  const isNew = !(await hasLedger(session))
  if (isNew && (await hasTables(session))) throw foreign()
  if (isNew) await session.exec(CREATE_LEDGER)
  const missing = missingFrom(await readLedger(session), migrations)
  for (const migration of missing) await apply(session, migration)
  return missing.map(({ name }) => name)
}

// The key under which the Prisma CLI locks, so that both exclude each other.
const PRISMA_LOCK = 72707369

const CREATE_LEDGER = `CREATE TABLE "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

const ledgerRow = z.object({ name: z.string(), checksum: z.string(), finished: z.boolean() })
type LedgerRow = z.infer<typeof ledgerRow>

async function hasLedger(session: SqlSession): Promise<boolean> {
  const { rows } = await session.query(`SELECT 1 WHERE to_regclass('"_prisma_migrations"') IS NOT NULL`)
  return rows.length > 0
}

async function hasTables(session: SqlSession): Promise<boolean> {
  // Tables that came with an extension are nobody's data.
  const { rows } = await session.query(`SELECT 1 FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') LIMIT 1`)
  return rows.length > 0
}

async function readLedger(session: SqlSession): Promise<Map<string, LedgerRow>> {
  const { rows } = await session.query(`SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
    FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`)
  return new Map(
    z
      .array(ledgerRow)
      .parse(rows)
      .map((row) => [row.name, row]),
  )
}

function missingFrom(ledger: Map<string, LedgerRow>, migrations: readonly Migration[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum, finished } of ledger.values()) {
    const migration = known.get(name)
    if (!finished) throw halfApplied(name)
    if (!migration) throw newer(name)
    if (!checksumsOf(migration.sql).includes(checksum)) throw edited(name)
  }
  return migrations.filter(({ name }) => !ledger.has(name))
}

/** Its own SHA-256 first, then that of the same text with the other line ends, as Prisma compares them. */
function checksumsOf(sql: string): string[] {
  const unix = sql.replaceAll('\r\n', '\n')
  return [sql, unix, unix.replaceAll('\n', '\r\n')].map((text) => createHash('sha256').update(text).digest('hex'))
}

async function apply(session: SqlSession, { name, sql }: Migration): Promise<void> {
  try {
    await session.exec(sql)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new MigrationError('failed', `Migration ${name} failed, nothing was changed: ${reason}`, name, cause)
  }
  await session.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), 1)`,
    [randomUUID(), checksumsOf(sql)[0], name],
  )
}

const newer = (name: string) =>
  new MigrationError('newer', `The store is newer than this program (it holds ${name}): start the newer program.`, name)
const edited = (name: string) =>
  new MigrationError('edited', `Migration ${name} was changed after it was applied: restore its file.`, name)
const halfApplied = (name: string) =>
  new MigrationError(
    'half-applied',
    `Migration ${name} failed half-way: repair it with "prisma migrate resolve".`,
    name,
  )
const foreign = () =>
  new MigrationError('foreign', 'The database holds tables of another program: name an empty database.')
