import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, readMigrations } from '../prisma/migrate.ts'
import { removeFolders, temporaryFolder } from './folder.ts'
import { hasPostgres, type PostgresServer, startPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The socket that tells the address of the run's PostgreSQL server; empty where this machine has none. */
    postgresDoor: string
    /** A folder for what files of tests make once for all of them; it goes with the run. */
    runFolder: string
  }
}

/** Makes the database client if the models changed, and one PostgreSQL server for the whole run once a test asks for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, ['.config/generate.mjs'], { cwd: project.config.root, stdio: 'inherit' })
  const runFolder = temporaryFolder('run')
  project.provide('runFolder', runFolder)
  const door = hasPostgres() ? join(runFolder, 'postgres.sock') : ''
  project.provide('postgresDoor', door)
  const end = door === '' ? async () => {} : await openDoor(door)
  return async () => {
    await end()
    removeFolders()
  }
}

/** Tells whoever connects where the server is. @returns what ends both */
async function openDoor(path: string): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer | undefined> | undefined
  const door = createServer((asking) => {
    server ??= startServer()
    server.then(
      (started) => asking.end(started?.url ?? ''),
      () => asking.destroy(),
    )
  }).listen(path)
  await once(door, 'listening')
  return async () => {
    door.close()
    await (await server)?.stop()
  }
}

/** A server that holds a migrated database `template`. */
async function startServer(): Promise<PostgresServer | undefined> {
  const server = await startPostgres()
  if (server) await makeTemplate(server.url)
  return server
}

async function makeTemplate(url: string): Promise<void> {
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  await server.query('CREATE DATABASE template')
  await server.end()
  const template = new pg.Client({ connectionString: url.replace(/\/postgres$/, '/template') })
  await template.connect()
  await migrate(
    { exec: (sql) => template.query(sql), query: (sql, values) => template.query(sql, values) },
    readMigrations(),
  )
  await template.end()
}
