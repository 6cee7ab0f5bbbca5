import { daysAfter } from '../../core/case/deadline.ts'
import type { Inbox, Incoming, Turn } from '../../core/handling/inbox.ts'
import { type Client, fromBase64, rows } from './client.ts'
import type { Heads } from './commit-rows.ts'
import type { Keys } from './keys.ts'
import { openCase, openChat } from './ledger.ts'
import { plain, readable } from './outbox.ts'
import { NEXT_TURNS } from './statements.ts'

interface TurnRow {
  readonly seq: string
  readonly key: string
  /** Bytes travel as base64. */
  readonly payload: string | null
  readonly knock: string | null
  readonly attempts: number
  readonly ref: string
  readonly chat_key: string
  readonly turn: number
  readonly state: string
  readonly asked: { readonly state: string; readonly ref: string | null } | null
  readonly cases:
    | readonly {
        readonly id: string
        readonly key: string
        readonly state: string
        readonly revision: number
        readonly chain: string
      }[]
    | null
}

/** What came in, in PostgreSQL. */
export function sqlInbox(client: Client, keys: Keys, heads: Heads, now: () => string): Inbox {
  return {
    receive: (batch) => receive({ client, keys, now }, batch),
    async next(limit, busy) {
      const found = await rows<TurnRow>(client, NEXT_TURNS, limit, busy, now())
      const turns = found.map((row) => ({ row, turn: readable(() => turnOf(keys, heads, row)) }))
      const lost = turns.flatMap(({ row: { seq }, turn: { fault } }) => (fault === undefined ? [] : [seq]))
      if (lost.length === 0) return turns.flatMap(({ turn }) => turn.value ?? [])
      await client.$executeRawUnsafe(SET_ASIDE, lost, now())
      throw new UnreadableUpdates(`${lost.length} update(s) cannot be read with their chat and were set aside`)
    },
    async fail(seq, error, retryAt) {
      const [row] = await rows<{ attempts: number }>(client, FAIL, seq, plain(error), retryAt)
      return { attempts: row?.attempts ?? 0 }
    },
    async isWaiting() {
      const [row] = await rows<{ waits: boolean }>(
        client,
        `SELECT EXISTS (SELECT 1 FROM "inbox" WHERE "done_at" IS NULL) AS waits`,
      )
      return row?.waits === true
    },
  }
}

/** Chats or cases of updates that cannot be read, told once: the updates are done, as far as they ever will be. */
class UnreadableUpdates extends Error {
  override readonly name = 'UnreadableUpdates'
}

const SET_ASIDE = `UPDATE "inbox" SET "done_at" = $2::timestamptz, "error" = 'unreadable' WHERE "seq" = ANY ($1::text[]::bigint[])`
const FAIL = `UPDATE "inbox" SET "attempts" = "attempts" + 1, "error" = $2, "retry_at" = $3::timestamptz
  WHERE "seq" = $1::bigint RETURNING "attempts"`

interface Means {
  readonly client: Client
  readonly keys: Keys
  now(): string
}

async function receive(means: Means, batch: readonly Incoming[]): Promise<number> {
  const { client, keys } = means
  if (batch.length === 0) return 0
  const count = await store(means, batch)
  if (count === batch.length) return count
  // They came before, or their chat was erased by another program: its key here is of a chat that is no more.
  const chats = [...new Set(batch.map(({ chat }) => chat))]
  const there = new Map(
    (await rows<{ ref: string; key: Uint8Array }>(client, THERE, chats)).map((row) => [row.ref, row.key]),
  )
  const strange = chats.filter((chat) => !keys.isOf(`chat:${chat}`, there.get(chat)))
  if (strange.length === 0) return count
  for (const chat of strange) keys.forget(`chat:${chat}`)
  return (
    count +
    (await store(
      means,
      batch.filter(({ chat }) => strange.includes(chat)),
    ))
  )
}

const THERE = `SELECT "ref", "key" FROM "chat" WHERE "ref" = ANY ($1::text[])`

/** Stores what is not known yet of chats that are there under the keys known here. @returns how many */
async function store(means: Means, batch: readonly Incoming[]): Promise<number> {
  const { client, keys } = means
  // A chat that is erased in between takes its key along: it is met anew.
  do await meet(means, batch)
  while (!batch.every(({ chat }) => keys.has(`chat:${chat}`)))
  const input = batch.map(({ key, chat, payload }) => ({
    key,
    chat,
    chat_key: Buffer.from(keys.keyOf(`chat:${chat}`)).toString('base64'),
    payload: Buffer.from(keys.seal(`chat:${chat}`, `inbox:payload:${key}`, payload)).toString('base64'),
  }))
  return client.$executeRawUnsafe(RECEIVE, JSON.stringify(input))
}

/** The lock keeps a chat that is just being erased from taking them along: it is met anew then. */
const RECEIVE = `INSERT INTO "inbox" ("key", "chat", "payload")
  SELECT x.key, x.chat, decode(x.payload, 'base64')
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (key text, chat text, chat_key text, payload text)) WITH ORDINALITY AS x(key, chat, chat_key, payload, n)
  CROSS JOIN LATERAL (SELECT 1 FROM "chat" c WHERE c."ref" = x.chat AND c."key" = decode(x.chat_key, 'base64') LIMIT 1 FOR KEY SHARE OF c) there
  ORDER BY x.n ON CONFLICT ("key") DO NOTHING`

/** When a chat opened cases, also those that were erased with it since: it comes back to the same day. */
const OPENED = `SELECT "at" FROM "event" WHERE "type" = 'opened' AND "open"->>'chat' = $1 AND "at" > $2::timestamptz
  ORDER BY "at"`

/** Makes sure that every chat of the batch has a row and a key. */
async function meet({ client, keys, now }: Means, batch: readonly Incoming[]): Promise<void> {
  const scopes = batch.map(({ chat }) => `chat:${chat}`)
  await keys.ensure(scopes)
  const strangers = new Map(batch.filter(({ chat }) => !keys.has(`chat:${chat}`)).map((one) => [one.chat, one]))
  for (const { chat, address, language } of strangers.values()) {
    const scope = `chat:${chat}`
    const opened = await rows<{ at: Date }>(client, OPENED, chat, daysAfter(now(), -1))
    const key = keys.make(scope)
    const openings = opened.length === 0 ? {} : { openings: opened.map(({ at }) => at.toISOString()) }
    const state = keys.seal(scope, `chat:state:${chat}`, { address, language, ...openings })
    const added = await client
      .$executeRawUnsafe(
        `INSERT INTO "chat" ("ref", "key", "state") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        chat,
        key,
        state,
      )
      .catch((error: unknown) => {
        // A remembered key would pass for a chat that is there: its updates would be stored and never played.
        keys.forget(scope)
        throw error
      })
    if (added > 0) continue
    // Another program met the chat in the same moment: its key counts.
    const [row] = await rows<{ key: Uint8Array }>(client, `SELECT "key" FROM "chat" WHERE "ref" = $1`, chat)
    if (row !== undefined) keys.learn(scope, new Uint8Array(row.key))
  }
}

function turnOf(keys: Keys, heads: Heads, row: TurnRow): Turn {
  const { ref, seq, attempts, knock } = row
  const state = openChat(keys, ref, { key: fromBase64(row.chat_key), state: fromBase64(row.state) })
  const cases = (row.cases ?? []).map(({ id, key, state: sealed, revision, chain }) => {
    heads.set(id, { revision, hash: chain })
    return openCase(keys, { id, key: fromBase64(key), state: fromBase64(sealed) })
  })
  const sealed = row.payload
  const payload = readable(() =>
    sealed === null ? null : keys.open(`chat:${ref}`, `inbox:payload:${row.key}`, fromBase64(sealed)),
  )
  return {
    seq: Number(seq),
    payload: payload.value ?? null,
    ...(payload.fault !== undefined && { unreadable: payload.fault }),
    attempts,
    chat: { ref, turn: row.turn, state },
    cases,
    asked: askedOf(row.asked),
    ...(knock !== null && { knock }),
  }
}

function askedOf(asked: TurnRow['asked']): Turn['asked'] {
  if (asked === null) return 'none'
  if (asked.ref !== null) return Number(asked.ref)
  // What may have arrived counts as not shown: it is asked again, and nothing is filed under it unseen.
  return asked.state === 'dead' ? 'none' : 'waiting'
}
