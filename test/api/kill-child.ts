// Gives one command by the API, in a process that dies at a boundary as kill -9 would end it.
import { onCrashPoint } from '../../core/handling/crash-point.ts'
import { openDatabase } from '../../prisma/database.ts'
import { storeIn } from '../prisma/sealing.ts'
import { apiWorld } from './api-fixture.ts'

/** A note that is asked for, and where to die over it. */
export interface Asked {
  readonly url: string
  readonly folder: string
  readonly key: string
  readonly once: string
  readonly point: string
}

process.once('message', async ({ url, folder, key, once, point }: Asked) => {
  const world = await apiWorld({ store: storeIn(await openDatabase({ url }), folder) }, null)
  onCrashPoint((passed) => {
    if (passed === point) process.kill(process.pid, 'SIGKILL')
  })
  await world.give(key, 'note', { text: `catatan ${once}` }, once)
  // Nobody died: whoever started this is told so by the exit code.
  process.exit(0)
})
