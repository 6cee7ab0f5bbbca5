import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Store } from '../core/handling/ports.ts'
import type { Sealer } from '../core/handling/sealer.ts'
import { createSealer } from '../core/lab/seal.ts'
import { type Database, type DatabasePlace, openDatabase } from '../prisma/database.ts'
import type { DataDirLock } from '../prisma/lock.ts'
import { createSqlStore } from '../prisma/sql-store.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { masterKey } from './master-key.ts'
import { StoreRefused } from './store-refused.ts'

export interface OpenStore {
  readonly store: Store
  readonly sealer: Sealer
  readonly kind: Database['kind']
  readonly isAlone: Database['isAlone']
  /** When a program last said that it lives on this store. */
  lastAliveAt(): Promise<string | undefined>
  beat(): Promise<void>
  close(): Promise<void>
}

export const now = (): string => new Date().toISOString()

/** Opens the store that the configuration names, brought up to date and checked for its mark and its key. */
export async function openStore(config: Config, log: Log, lock?: DataDirLock): Promise<OpenStore> {
  const key = masterKey(config, log)
  const place: DatabasePlace =
    config.DATABASE_URL === undefined
      ? { dataDir: config.DATA_DIR, ...(lock !== undefined && { lock }) }
      : { url: config.DATABASE_URL }
  const database = await openDatabase(place)
  try {
    const sealer = createSealer(key)
    await settle(database, 'mark', config.mark, (found) => wrongMark(found, config.mark))
    await settle(
      database,
      'key-check',
      sealer.checkValue(),
      () => 'The store was sealed with another MASTER_KEY. Give the one it was born with.',
    )
    const store = createSqlStore(database.prisma, {
      sealer,
      evidenceDir: join(config.DATA_DIR, 'evidence'),
      now,
      newId: randomUUID,
    })
    const { kind, isAlone } = database
    return { store, sealer, kind, isAlone, ...heartbeat(database), close: () => database.close() }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** A setting that is fixed at the store's birth. */
async function settle(
  { prisma }: Database,
  name: string,
  value: string,
  refusal: (found: string) => string,
): Promise<void> {
  await prisma.setting.createMany({ data: [{ name, value }], skipDuplicates: true })
  const found = await prisma.setting.findUniqueOrThrow({ where: { name } })
  if (found.value !== value) throw new StoreRefused(refusal(found.value))
}

function heartbeat({ prisma }: Database): Pick<OpenStore, 'lastAliveAt' | 'beat'> {
  return {
    lastAliveAt: async () => (await prisma.setting.findUnique({ where: { name: 'alive' } }))?.value,
    async beat() {
      await prisma.setting.upsert({
        where: { name: 'alive' },
        create: { name: 'alive', value: now() },
        update: { value: now() },
      })
    },
  }
}

const wrongMark = (found: string, wanted: string): string =>
  found === 'demo'
    ? 'This store was made by the simulator and stays a demo. For real work give another DATA_DIR or DATABASE_URL.'
    : `This store holds real cases, so the simulator (${wanted}) does not open it. Give another DATA_DIR, or set the tokens.`
