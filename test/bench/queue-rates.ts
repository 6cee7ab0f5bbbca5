import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createLog } from '../../bot/log.ts'
import { masterKey } from '../../bot/master-key.ts'
import type { Status } from '../../core/case/status.ts'
import type { Ledger } from '../../core/handling/ledger.ts'
import { createSealer } from '../../core/lab/seal.ts'
import { type QueueView, queueViews } from '../../core/ticket/queue.ts'
import { queryOf } from '../../core/ticket/queue-views.ts'
import { openDatabase } from '../../prisma/database.ts'
import { createSqlStore } from '../../prisma/sql-store.ts'
import { Story } from '../case/given.ts'
import type { World } from './world.ts'

const [few, many] = [1_000, 1_000_000]
const now = () => '2026-11-23T02:00:00.000Z'
const looks = 100
const rowsOnPage = 51
/** Real cases of each status, enough for a page: on top, and deep among the others on a day of their own. */
const readable = 60
const deepDay = '2027-01-15T00:00:00.000Z'
const statuses: readonly Status[] = ['submitted', 'in-review', 'with-contact-center', 'completed']

/** The slow end (p99) of a page of each view with its count, in milliseconds, at 10³ and at 10⁶ cases. */
export async function queueTimes(world: World): Promise<{ readonly few: number; readonly many: number }> {
  return { few: await timesAt(world, few), many: await timesAt(world, many) }
}

async function timesAt(world: World, size: number): Promise<number> {
  const { dataDir, env } = await world.contender('server')
  mkdirSync(dataDir, { recursive: true })
  const { DATABASE_URL: url = '', MASTER_KEY } = env
  const database = await openDatabase({ url })
  const sealer = createSealer(masterKey({ DATA_DIR: dataDir, MASTER_KEY }, createLog('error')))
  const store = createSqlStore(database.prisma, { sealer, evidenceDir: dataDir, now, newId: randomUUID })
  try {
    for (const commit of readableCases())
      await store.ledger.commit([{ changes: [{ before: undefined, after: commit, events: [] }], owed: [], knocks: [] }])
    await database.prisma.$executeRawUnsafe(FILL, size - 2 * readable * statuses.length)
    await database.prisma.$executeRawUnsafe('VACUUM ANALYZE "case"')
    return await slowEnd(store.ledger)
  } finally {
    await database.close()
  }
}

function readableCases() {
  const { case: submitted } = new Story('lost-authenticator').submitted()
  const sari = { id: 'sari', name: 'Sari' }
  return statuses.flatMap((status, s) =>
    Array.from({ length: 2 * readable }, (_, n) => ({
      ...submitted,
      id: randomUUID(),
      number: `PANDU-2026-${s}${String(n).padStart(5, '0')}-R`,
      status,
      verifier: status === 'submitted' ? null : sari,
      isUrgent: n % 2 === 0,
      dueAt: n % 2 === 0 ? now() : deepDay,
    })),
  )
}

async function slowEnd(ledger: Ledger): Promise<number> {
  const whose = { role: 'verifier', staffId: 'sari', agencies: ['diy'], known: [], at: now() } as const
  const times: number[] = []
  for (let n = 0; n < looks; n += 1)
    for (const view of queueViews) {
      const query = queryOf(view, whose)
      const startedAt = performance.now()
      await ledger.page({ ...query, ...(isDeep(view, n) && { after: `1${deepDay}` }), limit: rowsOnPage })
      await ledger.count(query, 100)
      times.push(performance.now() - startedAt)
    }
  // The first looks plan the statements.
  const settled = times.slice(queueViews.length * 10).toSorted((a, b) => a - b)
  return settled[Math.floor(settled.length * 0.99)] ?? Number.NaN
}

const isDeep = (view: QueueView, n: number): boolean => view !== 'near' && n % 2 === 1

/** Cases that nobody opens, due before and after the deep day; nine of ten have ended. */
const FILL = `
INSERT INTO "case" ("id", "number", "procedure", "agency", "status", "requester", "verifier", "revision", "decision", "is_urgent",
  "opened_at", "due_at", "key", "state", "chain", "place", "waits", "in_hand", "has_remarks")
SELECT gen_random_uuid(), f.number, 'reactivation', 'diy', f.status, 'chat-' || n, 'budi', 1, 1, false, now(), f.due,
  '\\x00', repeat('0', 1500)::bytea, '', '1' || to_char(f.due AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || f.number,
  CASE WHEN f.status = 'submitted' THEN 'verifier' WHEN f.status = 'with-contact-center' THEN 'agent' END,
  CASE WHEN f.status = 'in-review' THEN 'budi' END, n % 3 = 0
FROM generate_series(1, $1::int) n CROSS JOIN LATERAL (SELECT 'PANDU-2026-' || lpad(n::text, 8, '0') || '-F' AS number,
  CASE n % 30 WHEN 0 THEN 'submitted' WHEN 1 THEN 'in-review' WHEN 2 THEN 'with-contact-center' ELSE 'completed' END AS status,
  timestamptz '2026-12-01Z' + (n % 20) * interval '1 day' + CASE WHEN n % 2 = 0 THEN interval '60 days' ELSE interval '0' END AS due) f`
