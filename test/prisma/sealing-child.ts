// Takes one file in, in a process that dies at a boundary as kill -9 would end it.
import { readFileSync } from 'node:fs'
import { onCrashPoint } from '../../core/handling/crash-point.ts'
import { openDatabase } from '../../prisma/database.ts'
import { type Sealing, takeInOnce } from './sealing.ts'

/** Where to die: at that pass of that boundary. */
export interface Death {
  readonly point: string
  readonly pass: number
}

process.once('message', async ({ sealing, death }: { readonly sealing: Sealing; readonly death: Death }) => {
  const database = await openDatabase({ url: sealing.url })
  let left = death.pass
  onCrashPoint((point) => {
    if (point === death.point) left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
  })
  await takeInOnce(database, sealing, readFileSync(sealing.picture))
  // Nobody died: whoever started this is told so by the exit code.
  process.exit(0)
})
