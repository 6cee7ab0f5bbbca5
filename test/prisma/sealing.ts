import { randomUUID } from 'node:crypto'
import { fold } from '../../core/case/evolve.ts'
import { takeIn } from '../../core/handling/evidence.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { createSealer } from '../../core/lab/seal.ts'
import type { Database } from '../../prisma/database.ts'
import { createSqlStore } from '../../prisma/sql-store.ts'
import { diy, Story } from '../case/given.ts'

/** One file of one case that is to be sealed, told from process to process. */
export interface Sealing {
  readonly url: string
  readonly folder: string
  /** A path. */
  readonly picture: string
  readonly caseId: string
}

export const fileId = 'sent'
export const item = 'email-password-change'
/** When all of it happens, as the cases see it. */
export const at = '2026-11-23T02:00:00.000Z'

export const storeIn = ({ prisma }: Database, folder: string) =>
  createSqlStore(prisma, {
    sealer: createSealer(Buffer.alloc(32, 7)),
    evidenceDir: folder,
    now: () => at,
    newId: randomUUID,
  })

/** A new case with a file that nobody has looked into yet. */
export async function openCaseIn(database: Database, folder: string, number: number): Promise<string> {
  const id = randomUUID()
  const file = { id: fileId, name: 'a.png', sizeBytes: 1, source: 'tg' }
  const { events } = new Story().when({ type: 'attach', item, file })
  const mine = events.map((event) =>
    event.type === 'opened' ? { ...event, id, number: `PANDU-2026-00000${number}-X` } : event,
  )
  const after = fold(mine)
  if (after === undefined) throw new Error('no case')
  await storeIn(database, folder).ledger.commit([
    { changes: [{ before: undefined, after, events: mine }], owed: [], knocks: [] },
  ])
  return id
}

export const portsIn = (database: Database, folder: string): Ports =>
  // Only what taking a file in reads of the ports.
  ({
    ...storeIn(database, folder),
    now: () => at,
    agencies: [diy],
    has: { slack: false, mail: false },
    wake: () => {},
  }) as unknown as Ports

/** Tries the row that owes the file, once. */
export async function takeInOnce(
  database: Database,
  { folder, caseId }: Pick<Sealing, 'folder' | 'caseId'>,
  bytes: Uint8Array,
): Promise<void> {
  const row = { caseId, payload: { fileId }, attempts: 1 } as unknown as OutboxItem
  await takeIn(portsIn(database, folder), async () => bytes, row)
}
