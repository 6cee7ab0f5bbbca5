// An embedded PostgreSQL in a thread of its own: it takes the protocol of PostgreSQL by message, and answers in it.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { dataDir as emptyDatabase } from '@electric-sql/pglite-prepopulatedfs'

const { directory, settings } = workerData

// PGlite starts with `-F` (never wait for the disk). Its fsync does nothing either way; opening the WAL with O_SYNC is
// what brings each commit to the disk. 32 MB of buffers instead of 128 save 100 MB of memory at this size of data.
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['wal_sync_method=open_datasync', 'shared_buffers=32MB', ...settings].flatMap((setting) => ['-c', setting]),
]

/** Unpacks an empty database (0.9 s; `initdb` takes 4 s and twice the memory); a crash leaves only the unborn folder. */
async function bear() {
  const unborn = `${directory}.unborn`
  rmSync(unborn, { recursive: true, force: true })
  const lite = await PGlite.create({ startParams, dataDir: unborn, loadDataDir: await emptyDatabase() })
  await lite.close()
  renameSync(unborn, directory)
}

async function open() {
  if (directory === undefined) return PGlite.create({ startParams, loadDataDir: await emptyDatabase() })
  if (!existsSync(directory)) await bear()
  return PGlite.create({ startParams, dataDir: directory })
}

const lite = await open()
parentPort.on('message', async (message) => {
  if (message === 'close') {
    await lite.close()
    parentPort.close()
    return
  }
  const answer = lite.execProtocolRawSync(message)
  // Handed over, not copied, unless it is a part of PGlite's own buffer.
  const own = answer.length === answer.buffer.byteLength ? answer : answer.slice()
  parentPort.postMessage(own, [own.buffer])
})
parentPort.postMessage('open')
