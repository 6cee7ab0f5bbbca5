import { createInterface } from 'node:readline'
import { DataDirInUse, type DataDirLock, lockDataDir } from '../../prisma/lock.ts'

// A program that takes data folders on command, one command a line, and answers with one line each.
const held = new Map<string, DataDirLock>()

for await (const line of createInterface({ input: process.stdin })) {
  const [verb = '', folder = '', startAt = '0'] = line.split(' ')
  if (verb === 'stopping') held.get(folder)?.markStopping()
  if (verb === 'release') held.get(folder)?.release()
  process.stdout.write(`${verb === 'take' ? await take(folder, Number(startAt)) : 'done'}\n`)
}

async function take(folder: string, startAt: number): Promise<string> {
  // Several starters meet at the same millisecond.
  while (Date.now() < startAt);
  try {
    held.set(folder, await lockDataDir(folder, { patienceMs: 20_000 }))
    return 'taken'
  } catch (cause) {
    if (cause instanceof DataDirInUse) return `refused ${cause.pid} ${cause.state}`
    throw cause
  }
}
