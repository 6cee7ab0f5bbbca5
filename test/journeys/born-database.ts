import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../prisma/database.ts'
import { temporaryFolder } from '../folder.ts'

let born: Promise<string> | undefined

/** Puts an embedded database with an empty schema of today into `dataDir`: born once a run, copied ever after. */
export async function bringDatabase(dataDir: string): Promise<void> {
  born ??= bear()
  cpSync(join(await born, 'pg'), join(dataDir, 'pg'), { recursive: true })
}

async function bear(): Promise<string> {
  const folder = temporaryFolder('born')
  const database = await openDatabase({ dataDir: folder })
  await database.close()
  return folder
}
