import { cpSync, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openDatabase } from '../../prisma/database.ts'

/** Puts an embedded database with an empty schema of today into `dataDir`: born once a run, copied ever after. */
export async function bringDatabase(dataDir: string): Promise<void> {
  const born = join(inject('runFolder'), 'born')
  if (!existsSync(born)) await bear(born)
  cpSync(join(born, 'pg'), join(dataDir, 'pg'), { recursive: true })
}

async function bear(born: string): Promise<void> {
  const unborn = `${born}-${process.pid}`
  const database = await openDatabase({ dataDir: unborn })
  await database.close()
  try {
    renameSync(unborn, born)
  } catch (cause) {
    // Another file of tests was faster; its database is as good.
    if (!existsSync(born)) throw cause
  }
}
