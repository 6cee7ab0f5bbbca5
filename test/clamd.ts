import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe } from 'vitest'
import { clamdAt } from '../core/lab/clamd.ts'
import { temporaryFolder } from './folder.ts'

/** The harmless file that every scanner knows (eicar.org), put together here so that no file of ours is one. */
export const eicar = (): Buffer =>
  Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''), 'latin1')

/** What the signature of this run's own looks for, anywhere in a file. */
export const marker = 'PANDU-UJI-PENANDA-41'

/** A ClamAV daemon of these tests alone, with three signatures. */
export interface TestClamd {
  readonly url: string
  /** Resolves when it answers. */
  start(): Promise<void>
  /** Ends it as a crash would; it can be started again. */
  kill(): Promise<void>
}

const daemon = [...(process.env.PATH ?? '').split(':'), '/usr/sbin']
  .map((folder) => join(folder, 'clamd'))
  .find((path) => existsSync(path))

/** A suite that needs a ClamAV daemon; where there is none it is skipped and says so. */
export function describeWithClamd(name: string, body: (clamd: TestClamd) => void): void {
  if (daemon === undefined) process.stderr.write(`SKIPPED, no ClamAV daemon on this machine: ${name}\n`)
  describe.skipIf(daemon === undefined)(name, () => body(daemonIn(temporaryFolder('clamd'))))
}

function daemonIn(folder: string): TestClamd {
  const [socket, config, database] = [join(folder, 'socket'), join(folder, 'clamd.conf'), join(folder, 'db')]
  const url = `unix:${socket}`
  let running: ChildProcess | undefined
  const kill = async () => {
    const child = running
    running = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  process.once('exit', () => running?.kill('SIGKILL'))
  return {
    url,
    kill,
    async start() {
      mkdirSync(database, { recursive: true })
      writeSignatures(database)
      writeFileSync(config, [`LocalSocket ${socket}`, `DatabaseDirectory ${database}`, ...settings, ''].join('\n'))
      rmSync(socket, { force: true })
      running = spawn(daemon ?? '', ['--config-file', config], { stdio: 'ignore', env: { TMPDIR: folder } })
      await answering(url, running)
    },
  }
}

/** An address at which a scanner dies after it has heard the first megabyte of a file. */
export async function dyingMidway(clamd: TestClamd): Promise<{ readonly url: string; close(): void }> {
  const path = join(temporaryFolder('between'), 'socket')
  const server = createServer((near) => {
    const far = connect(clamd.url.replace('unix:', ''))
    near.on('error', () => {})
    far.on('error', () => {})
    far.on('close', () => near.destroy())
    near.pipe(far)
    let heardBytes = 0
    near.on('data', (part) => {
      const before = heardBytes
      heardBytes += part.length
      if (before < killAfterBytes && heardBytes >= killAfterBytes) void clamd.kill()
    })
  }).listen(path)
  await once(server, 'listening')
  return { url: `unix:${path}`, close: () => server.close() }
}
const killAfterBytes = 1024 * 1024

const settings = [
  'Foreground yes',
  'StreamMaxLength 25M',
  'MaxFileSize 25M',
  'MaxScanSize 25M',
  'AlertExceedsMax yes',
  'MaxThreads 2',
]

function writeSignatures(folder: string): void {
  const bare = eicar()
  const hash = createHash('md5').update(bare).digest('hex')
  writeFileSync(join(folder, 'test.hdb'), `${hash}:${bare.length}:Pandu.Eicar.Bare\n`)
  const hex = (text: Buffer | string) => Buffer.from(text).toString('hex')
  writeFileSync(join(folder, 'test.ndb'), `Pandu.Eicar.Anywhere:0:*:${hex(bare)}\nPandu.Marker:0:*:${hex(marker)}\n`)
}

const startMs = 20_000

async function answering(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + startMs
  for (;;)
    try {
      return await clamdAt(url).ping()
    } catch (error) {
      if (child.exitCode !== null || performance.now() > until) throw error
      await pause(20)
    }
}
