import { PrismaClient } from './generated/client.ts'
import { type DataDirLock, lockDataDir } from './lock.ts'

/** The store's database, its schema up to date. */
export interface Database {
  readonly prisma: PrismaClient
  readonly kind: 'embedded' | 'server'
  /** True when no other program was on it when it was opened. */
  readonly isAlone: boolean
  close(): Promise<void>
}

/** A server (`postgres://…`), a folder that holds an embedded database, or a database that ends with the process. */
export type DatabasePlace =
  | { readonly url: string }
  | { readonly dataDir: string /** Held by the caller, who releases it. */; readonly lock?: DataDirLock }
  | { readonly memory: true }

/**
 * Opens the database and applies the migrations it lacks; only the driver that is needed is loaded.
 * @throws MigrationError when the store does not fit this program, DataDirInUse, Outage when a server is away.
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  if ('url' in place) {
    const { openServer } = await import('./server.ts')
    return start(await openServer(place.url), 'server')
  }
  const { openEmbedded } = await import('./embedded.ts')
  if ('memory' in place) return start(await openEmbedded(undefined), 'embedded')
  const lock = place.lock ? undefined : await lockDataDir(place.dataDir)
  try {
    return start(await openEmbedded(place.dataDir), 'embedded', () => lock?.release())
  } catch (cause) {
    lock?.release()
    throw cause
  }
}

type Driver = Awaited<ReturnType<typeof import('./server.ts').openServer>>
type EmbeddedDriver = Awaited<ReturnType<typeof import('./embedded.ts').openEmbedded>>

function start(
  { adapter, isAlone, close }: Driver | EmbeddedDriver,
  kind: Database['kind'],
  release = () => {},
): Database {
  const transactionOptions = { maxWait: 15_000, timeout: 15_000 }
  // `minimal` keeps the values of a failed query out of the error's message.
  const prisma = new PrismaClient({ adapter, transactionOptions, errorFormat: 'minimal' })
  return {
    prisma,
    kind,
    isAlone,
    close: async () => {
      await prisma.$disconnect()
      await close()
      release()
    },
  }
}
