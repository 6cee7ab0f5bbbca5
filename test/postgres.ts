import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { temporaryFolder } from './folder.ts'

/** Whether this machine has a PostgreSQL that a test can start. */
export const hasPostgres = (): boolean => findBinaries() !== undefined

/** A PostgreSQL server of this run alone; it ends with the process that started it, even by kill -9. */
export interface PostgresServer {
  /** Of the database `postgres`; its user may do everything. */
  readonly url: string
  /** Kills the server as a crash would (`-m immediate`) and starts it again on the same port. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/**
 * Undefined when this machine has no PostgreSQL: neither in PATH nor in /usr/lib/postgresql. A durable one waits for the
 * disk at every commit, as in production.
 */
export async function startPostgres({ isDurable = false } = {}): Promise<PostgresServer | undefined> {
  const binaries = findBinaries()
  if (!binaries) return undefined
  const owner = unprivilegedUser()
  const folder = temporaryFolder('postgres')
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const asOwner = { ...owner, cwd: folder, stdio: 'ignore' } as const
  const initdb = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions']
  execFileSync(join(binaries, 'initdb'), ['-D', data, ...initdb], asOwner)
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const settings = isDurable ? SETTINGS : [...SETTINGS, '-F']
  const command = [join(binaries, 'postgres'), '-D', data, '-p', `${port}`, '-k', folder, ...settings]
  const start = async () => {
    // Detached, so that a signal to the group of the tests leaves the guard alive to clean up.
    const guard = spawn('/bin/sh', ['-c', GUARD, folder, ...command], {
      ...asOwner,
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    await untilReady(url, guard)
    return guard
  }
  let guard = await start()
  const end = async () => {
    guard.stdin?.end()
    if (guard.exitCode === null) await once(guard, 'exit')
  }
  return {
    url,
    crash: async () => {
      writeFileSync(join(folder, 'keep'), '')
      await end()
      rmSync(join(folder, 'keep'))
      guard = await start()
    },
    stop: end,
  }
}

// Nothing of it outlives the run, so `-F`: never wait for the disk. Its clock zone is that of the users, not UTC.
const SETTINGS = ['-h', '127.0.0.1', '-c', 'max_connections=200', '-c', 'TimeZone=Asia/Jakarta']

// Standard input closes when the test process ends, however it ends.
const GUARD = `"$@" & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; [ -e "$0/keep" ] || rm -rf "$0"`

function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...(process.env.PATH ?? '').split(':'), ...versions.map((version) => join(debian, version, 'bin'))]
  return folders.find((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')))
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const line = users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function untilReady(url: string, guard: ChildProcess): Promise<void> {
  const deadline = performance.now() + 20_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch (cause) {
      if (guard.exitCode !== null || performance.now() > deadline) throw cause
      await pause(20)
    }
  }
}
