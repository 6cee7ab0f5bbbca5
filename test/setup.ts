import { execFileSync } from 'node:child_process'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, readMigrations } from '../prisma/migrate.ts'
import { removeFolders, temporaryFolder } from './folder.ts'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the run's PostgreSQL server, which holds a migrated database `template`; empty where there is no server. */
    postgresUrl: string
    /** A folder for what files of tests make once for all of them; it goes with the run. */
    runFolder: string
  }
}

/** Makes the database client if the models changed, and starts one PostgreSQL server for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, ['.config/generate.mjs'], { cwd: project.config.root, stdio: 'inherit' })
  project.provide('runFolder', temporaryFolder('run'))
  const server = await startPostgres()
  project.provide('postgresUrl', server?.url ?? '')
  if (server) await makeTemplate(server.url)
  return async () => {
    await server?.stop()
    removeFolders()
  }
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
