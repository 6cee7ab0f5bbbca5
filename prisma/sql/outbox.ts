import type { Lane, Outbox, OutboxItem } from '../../core/handling/outbox.ts'
import { type Client, fromBase64, rows } from './client.ts'
import { scopeOf } from './commit-rows.ts'
import type { Keys } from './keys.ts'
import { openChat } from './ledger.ts'
import { CLAIM, SETTLE } from './statements.ts'

interface ClaimRow {
  readonly id: string
  readonly dedup: string
  readonly lane: Lane
  readonly target: string
  readonly kind: string
  readonly case_id: string | null
  /** Bytes travel as base64. */
  readonly payload: string
  readonly replaces: string | null
  readonly asks: boolean
  readonly attempts: number
  readonly leased_at: Date
  readonly was: string
  readonly chat_key: string | null
  readonly chat_state: string | null
  readonly case_key: string | null
  readonly previous_ref: string | null
}

const errorMaxLength = 300

/** An error's text as a column takes it: PostgreSQL refuses NUL and half characters, and one would stop a whole lane. */
export const plain = (error: string): string => error.slice(0, errorMaxLength).replace(/[^\x20-\x7e]/g, '?')

/** What is owed, in PostgreSQL. */
export function sqlOutbox(client: Client, keys: Keys): Outbox {
  return {
    async claim(lane, limit, at, leaseMs) {
      const until = new Date(Date.parse(at) + leaseMs).toISOString()
      const found = await rows<ClaimRow>(client, CLAIM, lane, limit, at, until)
      if (found.some((row) => !row.target.startsWith('chat:') && row.case_id === null)) await keys.ensure(['house'])
      return found.map((row) => itemOf(keys, row))
    },
    async settle(outcomes) {
      const list = outcomes.map((one) => ('error' in one ? { ...one, error: plain(one.error) } : one))
      if (list.length > 0) await client.$executeRawUnsafe(SETTLE, JSON.stringify(list))
    },
    async release() {
      await client.$executeRawUnsafe(RELEASE)
    },
    async refOf(replaces) {
      const [row] = await rows<{ ref: string }>(client, LAST_REF, replaces)
      return row?.ref
    },
    async nextDueAt(lane) {
      const [row] = await rows<{ at: Date | null }>(client, NEXT_DUE, lane)
      return row?.at?.toISOString()
    },
    async pending() {
      const found = await rows<{ lane: Lane; state: string; count: string; oldest: Date }>(client, PENDING)
      return found.map(({ lane, state, count, oldest }) => ({
        lane,
        state,
        count: Number(count),
        oldest: oldest.toISOString(),
      }))
    },
  }
}

/** What `read` reads, or that it cannot be read: one bad row must not hold up the others. */
export function readable<T>(read: () => T): { readonly value?: T; readonly fault?: string } {
  try {
    return { value: read() }
  } catch (error) {
    return { fault: `unreadable ${error instanceof Error ? error.name : ''}`.trim() }
  }
}

const LAST_REF = `SELECT "ref" FROM "outbox" WHERE "replaces" = $1 AND "ref" IS NOT NULL ORDER BY "id" DESC LIMIT 1`
const RELEASE = `UPDATE "outbox" SET "claim_at" = "leased_at" WHERE "state" = 'sending'`
const NEXT_DUE = `SELECT min("claim_at") AS at FROM "outbox" WHERE "lane" = $1 AND "state" IN ('due', 'sending', 'ambiguous')`
const PENDING = `SELECT "lane", "state", count(*)::text AS count, min("claim_at") AS oldest FROM "outbox"
  WHERE "state" <> 'sent' GROUP BY 1, 2 ORDER BY 1, 2`

function itemOf(keys: Keys, row: ClaimRow): OutboxItem {
  const { dedup, lane, target, kind, attempts } = row
  const caseId = row.case_id ?? undefined
  const scope = scopeOf({ target, ...(caseId !== undefined && { caseId }) })
  if (row.case_key !== null && caseId !== undefined) keys.learn(`case:${caseId}`, fromBase64(row.case_key))
  const { key, state } = { key: row.chat_key, state: row.chat_state }
  const chat = readable(() =>
    key === null || state === null
      ? undefined
      : openChat(keys, target.slice('chat:'.length), { key: fromBase64(key), state: fromBase64(state) }),
  )
  const payload = readable(() => keys.open(scope, `outbox:payload:${dedup}`, fromBase64(row.payload)))
  const unreadable = chat.fault ?? payload.fault
  return {
    id: Number(row.id),
    dedup,
    lane,
    target,
    kind,
    attempts,
    payload: payload.value ?? null,
    isAmbiguous: row.was === 'ambiguous' || row.was === 'sending',
    leasedAt: row.leased_at.toISOString(),
    ...(caseId !== undefined && { caseId }),
    ...(row.replaces !== null && { replaces: row.replaces }),
    ...(row.asks && { asks: true as const }),
    ...(row.previous_ref !== null && { previousRef: row.previous_ref }),
    ...(chat.value !== undefined && { address: chat.value.address, language: chat.value.language }),
    ...(unreadable !== undefined && { unreadable }),
  }
}
