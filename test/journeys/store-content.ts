import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../bot/config.ts'
import { masterKey } from '../../bot/master-key.ts'
import { openStore } from '../../bot/store.ts'
import type { Case } from '../../core/case/case.ts'
import { createSealer } from '../../core/lab/seal.ts'
import { openDatabase } from '../../prisma/database.ts'
import { scopeOf } from '../../prisma/sql/commit-rows.ts'
import { Keys } from '../../prisma/sql/keys.ts'

/** Where each sealed column's key and place come from, by table and column. */
const seals: Readonly<Record<string, (row: Row) => { scope: string; place: string }>> = {
  'chat.state': ({ ref }) => ({ scope: `chat:${ref}`, place: `chat:state:${ref}` }),
  'case.state': ({ id }) => ({ scope: `case:${id}`, place: `case:state:${id}` }),
  'event.sealed': ({ case_id, revision }) => ({
    scope: `case:${case_id}`,
    place: `event:sealed:${case_id}:${revision}`,
  }),
  'inbox.payload': ({ chat, key }) => ({ scope: `chat:${chat}`, place: `inbox:payload:${key}` }),
  'outbox.payload': ({ target, case_id, dedup }) => ({
    scope: scopeOf({ target: String(target), ...(typeof case_id === 'string' && { caseId: case_id }) }),
    place: `outbox:payload:${dedup}`,
  }),
}

const silent = { debug() {}, info() {}, warn() {}, error() {} }

type Row = Readonly<Record<string, unknown>>

/** Everything that a store holds but its roster, as one text, sealed parts opened: what a thief with all keys could read. */
export async function storeContent(config: Config): Promise<string> {
  const sealer = createSealer(masterKey(config, silent))
  const { prisma, close } = await openDatabase(
    config.DATABASE_URL === undefined ? { dataDir: config.DATA_DIR } : { url: config.DATABASE_URL },
  )
  try {
    const keys = new Keys(prisma, sealer)
    const tables = await prisma.$queryRaw<{ name: string }[]>`SELECT relname::text AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('_prisma_migrations', 'roster')`
    const lines: string[] = []
    for (const { name } of tables)
      for (const row of await prisma.$queryRawUnsafe<Row[]>(`SELECT * FROM "${name}"`))
        for (const [column, value] of Object.entries(row))
          lines.push(await opened(keys, `${name}.${column}`, row, value))
    return lines.join('\n')
  } finally {
    await close()
  }
}

async function opened(keys: Keys, column: string, row: Row, value: unknown): Promise<string> {
  const seal = seals[column]
  if (seal === undefined || !(value instanceof Uint8Array))
    return `${column} ${typeof value === 'bigint' ? value : JSON.stringify(value)}`
  const { scope, place } = seal(row)
  await keys.ensure([scope])
  return `${column} ${JSON.stringify(keys.open(scope, place, new Uint8Array(value)))}`
}

/** Every case of a store that no program has open. */
export async function casesIn(config: Config): Promise<readonly Case[]> {
  const { store, close } = await openStore(config, silent)
  try {
    return await store.ledger.find({ limit: 1000 })
  } finally {
    await close()
  }
}

/** Names of the files below a folder that hold one of these words as plain bytes. */
export function filesWith(folder: string, words: readonly string[]): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return words.some((word) => bytes.includes(word))
    })
}
