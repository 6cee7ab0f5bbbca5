import { open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const LOOK_EVERY_MS = 30_000
const LOG_LIMIT_BYTES = 64 * 1024 * 1024

/** An open database. */
interface Queries {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/**
 * Keeps the log of an embedded database below about 64 MB (0.3 s of recovery): PGlite never checkpoints while it runs,
 * whatever `max_wal_size` says. The returned function ends it, once a checkpoint that is under way is done.
 */
export function checkpointRegularly(database: Queries, directory: string): () => Promise<void> {
  // What a birth or a recovery wrote.
  let underway = bringToDisk(directory)
  const timer = setInterval(() => {
    underway = underway.then(() => checkpointAbove(LOG_LIMIT_BYTES, database, directory))
  }, LOOK_EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await underway
  }
}

/** Brings all changes into the files and lets the log go, once it is longer than `limitBytes`. */
export async function checkpointAbove(limitBytes: number, database: Queries, directory: string): Promise<void> {
  const { rows } = await database.query(
    'SELECT FROM pg_control_checkpoint() WHERE pg_current_wal_lsn() - redo_lsn > $1::numeric',
    [limitBytes],
  )
  if (rows.length === 0) return
  await database.query('CHECKPOINT')
  await bringToDisk(directory)
}

/** Waits until the folder's files are on the disk itself: PostgreSQL asks for that, PGlite's fsync does nothing. */
export async function bringToDisk(directory: string): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true })
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).concat(directory, dirname(directory))
  // Side by side they share the disk's commits: 0.1 s for a thousand files, 0.4 s one after another.
  await Promise.all(Array.from({ length: 16 }, () => syncFiles(paths)))
}

async function syncFiles(paths: string[]): Promise<void> {
  for (let path = paths.pop(); path !== undefined; path = paths.pop()) await syncFile(path)
}

async function syncFile(path: string): Promise<void> {
  try {
    const file = await open(path, 'r')
    await file.sync().finally(() => file.close())
  } catch (cause) {
    const wasDropped = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    if (!wasDropped) throw cause
  }
}
