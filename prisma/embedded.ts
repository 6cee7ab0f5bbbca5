import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { dataDir as emptyDatabase } from '@electric-sql/pglite-prepopulatedfs'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { bringToDisk, checkpointRegularly } from './checkpoint.ts'
import { migrate, readMigrations } from './migrate.ts'

// PGlite starts with `-F` (never wait for the disk). Its fsync does nothing either way; opening the WAL with O_SYNC is
// what brings each commit to the disk. 32 MB of buffers instead of 128 save 100 MB of memory at this size of data.
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['wal_sync_method=open_datasync', 'shared_buffers=32MB', 'TimeZone=UTC'].flatMap((setting) => ['-c', setting]),
]

/** PostgreSQL inside this process, in `dataDir/pg` or in memory, with its schema up to date. */
export async function openEmbedded(dataDir: string | undefined) {
  const { lite, close } = dataDir === undefined ? await inMemory() : await onDisk(join(dataDir, 'pg'))
  try {
    const migrations = readMigrations()
    await lite.transaction((transaction) => migrate(transaction, migrations))
  } catch (cause) {
    await close()
    throw cause
  }
  return { adapter: new PrismaPGlite(lite), isAlone: true, close }
}

async function inMemory() {
  const lite = await PGlite.create({ startParams, loadDataDir: await emptyDatabase() })
  return { lite, close: () => lite.close() }
}

async function onDisk(directory: string) {
  if (!existsSync(directory)) await bear(directory)
  const lite = await PGlite.create({ startParams, dataDir: directory })
  const endCheckpoints = checkpointRegularly(lite, directory)
  const close = async () => {
    await endCheckpoints()
    await lite.close()
    await bringToDisk(directory)
  }
  return { lite, close }
}

/** Unpacks an empty database (0.9 s; `initdb` takes 4 s and twice the memory); a crash leaves only the unborn folder. */
async function bear(directory: string): Promise<void> {
  const unborn = `${directory}.unborn`
  rmSync(unborn, { recursive: true, force: true })
  const lite = await PGlite.create({ startParams, dataDir: unborn, loadDataDir: await emptyDatabase() })
  await lite.close()
  renameSync(unborn, directory)
}
