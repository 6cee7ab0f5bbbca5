import { randomBytes, randomUUID } from 'node:crypto'
import type { Store } from '../../core/handling/ports.ts'
import { createSealer } from '../../core/lab/seal.ts'
import { type Database, type DatabasePlace, openDatabase } from '../../prisma/database.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { createSqlStore } from '../../prisma/sql-store.ts'
import { temporaryFolder } from '../folder.ts'

/** A clock that tests move by hand. */
export class TestClock {
  #ms = Date.parse('2026-11-23T02:00:00.000Z')
  readonly now = (): string => new Date(this.#ms).toISOString()
  pass(ms: number): void {
    this.#ms += ms
  }
}

export interface OpenStore {
  readonly store: Store
  readonly clock: TestClock
  /** Another program on the same store; the memory store has none. */
  readonly second?: Store
  /** Runs SQL behind the store's back. */
  sql?(statement: string): Promise<unknown>
  close(): Promise<void>
}

export async function openMemory(): Promise<OpenStore> {
  const clock = new TestClock()
  return { store: createMemoryStore(clock.now), clock, close: async () => {} }
}

export async function openSql(place: DatabasePlace): Promise<OpenStore> {
  return storeOn(await openDatabase(place))
}

/** A store with a key of its own on a database that is open already. */
export function storeOn(database: Database): OpenStore {
  const clock = new TestClock()
  const evidenceDir = temporaryFolder('evidence')
  const key = randomBytes(32)
  const open = () =>
    createSqlStore(database.prisma, { sealer: createSealer(key), evidenceDir, now: clock.now, newId: randomUUID })
  return {
    store: open(),
    second: open(),
    clock,
    sql: (statement) => database.prisma.$executeRawUnsafe(statement),
    close: () => database.close(),
  }
}
