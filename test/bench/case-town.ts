import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Case } from '../../core/case/case.ts'
import type { Status } from '../../core/case/status.ts'
import type { Store } from '../../core/handling/ports.ts'
import { createSealer } from '../../core/lab/seal.ts'
import { type Database, openDatabase } from '../../prisma/database.ts'
import type { Client } from '../../prisma/sql/client.ts'
import { Keys } from '../../prisma/sql/keys.ts'
import { searchToken, sqlCaseSearch, weekOf } from '../../prisma/sql/search.ts'
import { createSqlStore } from '../../prisma/sql-store.ts'
import { Story } from '../case/given.ts'
import type { World } from './world.ts'

export const now = () => '2026-11-23T02:00:00.000Z'
/** Real cases of each status, enough for a page: on top, and deep among the others on a day of their own. */
const readable = 60
export const deepDay = '2027-01-15T00:00:00.000Z'
const statuses: readonly Status[] = ['submitted', 'in-review', 'with-contact-center', 'completed']
const firstOpenedMs = Date.parse('2023-11-27T00:00:00.000Z')
const yearsMs = 3 * 365 * 86_400_000
const vocabulary = 20_000
const wordsOfCase = 25
const batch = 5_000
/** Both towns say the same words, by the same key. */
const sealer = createSealer(randomBytes(32))

/** A store with so many cases, a few of which can be opened. */
export interface Town {
  readonly size: number
  readonly store: Store
  readonly client: Client
  close(): Promise<void>
}

export async function openTown(world: World, size: number): Promise<Town> {
  const { dataDir, env } = await world.contender('server')
  mkdirSync(dataDir, { recursive: true })
  const database = await openDatabase({ url: env.DATABASE_URL ?? '' })
  const store = createSqlStore(database.prisma, { sealer, evidenceDir: dataDir, now, newId: randomUUID })
  for (const after of readableCases())
    await store.ledger.commit([{ changes: [{ before: undefined, after, events: [] }], owed: [], knocks: [] }])
  await fill(database, size - 2 * readable * statuses.length)
  return { size, store, client: database.prisma, close: () => database.close() }
}

/** What was written is on the disk and counted before anything is measured: nothing goes on behind it. */
export async function settle({ client }: Pick<Town, 'client'>): Promise<void> {
  for (const table of ['case', 'case_search', 'event', 'access', 'claim'])
    await client.$executeRawUnsafe(`VACUUM (FREEZE, ANALYZE) "${table}"`)
  await client.$executeRawUnsafe('CHECKPOINT')
}

function readableCases(): readonly Case[] {
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

async function fill({ prisma }: Database, count: number): Promise<void> {
  const from = new Date(firstOpenedMs).toISOString()
  await prisma.$executeRawUnsafe(FILL, count, from, Math.floor(yearsMs / count))
  for (const more of [FILL_EVENTS, FILL_ACCESS, FILL_CLAIMS]) await prisma.$executeRawUnsafe(more, count)
  await prisma.$executeRawUnsafe('DROP INDEX "case_search_tokens_idx"')
  for (let n = 1; n <= count; n += batch) {
    const rows = Array.from({ length: Math.min(batch, count - n + 1) }, (_, i) => searchRow(n + i, count))
    await prisma.$executeRawUnsafe(FILL_SEARCH, JSON.stringify(rows))
  }
  await prisma.$executeRawUnsafe(
    'CREATE INDEX "case_search_tokens_idx" ON "case_search" USING GIN ("tokens") WITH (fastupdate = off)',
  )
}

const idOf = (n: number): string =>
  createHash('md5')
    .update(`case${n}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** The nth word of the language: the first ones are said everywhere, the last ones hardly ever. */
export const wordOf = (rank: number): string => `kata${rank}`
/** The number of the person of case n. */
export const nipOf = (n: number): string => String(n).padStart(18, '1')

let known = { week: 0, tokens: new Map<string, string>() }
function tokenOf(week: number, kind: string, value: string): string {
  if (known.week !== week) known = { week, tokens: new Map() }
  const key = `${kind} ${value}`
  const token = known.tokens.get(key) ?? searchToken(sealer, week, kind, value)
  known.tokens.set(key, token)
  return token
}

/** Words by Zipf's law, without chance: every run fills the same. */
function searchRow(n: number, count: number) {
  const openedAt = new Date(firstOpenedMs + n * Math.floor(yearsMs / count)).toISOString()
  const week = weekOf(openedAt)
  const draw = (i: number) => (Math.imul(n * wordsOfCase + i, 2_654_435_761) >>> 0) / 2 ** 32
  const ranks = Array.from({ length: wordsOfCase }, (_, i) => Math.floor(vocabulary ** draw(i)))
  const words = [...new Set(ranks)].map((rank) => tokenOf(week, 'word', wordOf(rank)))
  const tokens = [...words, searchToken(sealer, week, 'nip', nipOf(n)), tokenOf(week, 'agency', 'diy')]
  return { id: idOf(n), opened_at: openedAt, week, tokens: `{${tokens.join(',')}}` }
}

/** Makes the cases that these searches find such as can be opened; all others are empty. */
export async function unsealable(town: Town, find: (search: Store['search']) => Promise<unknown>): Promise<void> {
  const keys = new Keys(town.client, sealer)
  const ids = new Set<string>()
  const { case: submitted } = new Story('lost-authenticator').submitted()
  keys.open = (scope) => {
    ids.add(scope.replace('case:', ''))
    return submitted
  }
  keys.learn = () => {}
  await find(sqlCaseSearch(town.client, keys, sealer, now))
  const real = new Keys(town.client, sealer)
  for (const id of ids) {
    const key = real.make(`case:${id}`)
    const [row] = await town.client.$queryRawUnsafe<{ opened_at: Date; number: string }[]>(OPENED, id)
    const openedAt = row?.opened_at.toISOString() ?? ''
    const c = { ...submitted, id, number: row?.number ?? '', openedAt }
    await town.client.$executeRawUnsafe(RESEAL, id, key, real.seal(`case:${id}`, `case:state:${id}`, c))
  }
}

const OPENED = `SELECT "opened_at", "number" FROM "case" WHERE "id" = $1::uuid`
const RESEAL = `UPDATE "case" SET "key" = $2, "state" = $3 WHERE "id" = $1::uuid`

/** Cases that nobody opens, due before and after the deep day; nine of ten have ended. */
const FILL = `
INSERT INTO "case" ("id", "number", "procedure", "agency", "status", "requester", "verifier", "revision", "decision", "is_urgent",
  "opened_at", "due_at", "key", "state", "chain", "place", "waits", "in_hand", "has_remarks")
SELECT md5('case' || n)::uuid, f.number, 'reactivation', 'diy', f.status, 'chat-' || n, 'budi', 1, 1, false,
  $2::timestamptz + n * $3::bigint * interval '1 millisecond', f.due,
  '\\x00', repeat('0', 1500)::bytea, '', '1' || to_char(f.due AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || f.number,
  CASE WHEN f.status = 'submitted' THEN 'verifier' WHEN f.status = 'with-contact-center' THEN 'agent' END,
  CASE WHEN f.status = 'in-review' THEN 'budi' END, n % 3 = 0
FROM generate_series(1, $1::int) n CROSS JOIN LATERAL (SELECT 'PANDU-2026-' || lpad(n::text, 8, '0') || '-F' AS number,
  CASE n % 30 WHEN 0 THEN 'submitted' WHEN 1 THEN 'in-review' WHEN 2 THEN 'with-contact-center' ELSE 'completed' END AS status,
  timestamptz '2026-12-01Z' + (n % 20) * interval '1 day' + CASE WHEN n % 2 = 0 THEN interval '60 days' ELSE interval '0' END AS due) f`

const FILL_EVENTS = `
INSERT INTO "event" ("case_id", "revision", "type", "at", "open", "hash")
SELECT md5('case' || n)::uuid, 1, 'submitted', now(), '{"type":"submitted"}'::jsonb, md5(n::text) FROM generate_series(1, $1::int) n`

const FILL_ACCESS = `
INSERT INTO "access" ("staff_id", "case_id", "what", "ref", "at", "hash")
SELECT 'sari', md5('case' || n)::uuid, 'case', 'x', now(), md5(n::text) FROM generate_series(1, $1::int) n`

const FILL_CLAIMS = `
INSERT INTO "claim" ("case_id", "subject") SELECT md5('case' || n)::uuid, md5(n::text) FROM generate_series(1, $1::int) n`

const FILL_SEARCH = `
INSERT INTO "case_search" ("case_id", "agency", "opened_at", "week", "revision", "lexer", "tokens")
SELECT r.id, 'diy', r.opened_at, r.week, 1, '1/' || (current_setting('server_version_num')::int / 10000), r.tokens::text[]
FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, opened_at timestamptz, week int, tokens text)`
