import type { Case } from '../../core/case/case.ts'
import { counterPrefix } from '../../core/case/counter.ts'
import type { Event } from '../../core/case/event.ts'
import type { CaseQuery, Chat, ChatState, Ledger } from '../../core/handling/ledger.ts'
import { audit } from './audit.ts'
import { eventOf, type Link } from './chain.ts'
import { type Client, rows } from './client.ts'
import { commit } from './commit.ts'
import type { Heads } from './commit-rows.ts'
import type { Keys } from './keys.ts'
import { countUpTo, pageRows } from './queue-page.ts'

interface CaseRow {
  readonly id: string
  readonly key: Uint8Array
  readonly state: Uint8Array
}

/** The cases in PostgreSQL, embedded or not. */
export function sqlLedger(client: Client, keys: Keys, heads: Heads, now: () => string): Ledger {
  const one = async (where: 'id' | 'number', value: string): Promise<Case | undefined> => {
    const [row] = await rows<CaseRow>(client, where === 'id' ? BY_ID : BY_NUMBER, value)
    return row && openCase(keys, row)
  }
  return {
    commit: async (commits) => (await commit({ client, keys, heads, now: now() }, commits)).isWritten,
    commitAndClaim: (commits, lease) => commit({ client, keys, heads, now: now() }, commits, lease),
    caseById: async (id) => (isUuid(id) ? one('id', id) : undefined),
    caseByNumber: (number) => one('number', number),
    find: async (query) => (await rows<CaseRow>(client, FIND, ...findValues(query))).map((row) => openCase(keys, row)),
    page: async (query) => (await pageRows(client, query)).map((row) => openCase(keys, row)),
    count: (query, most) => countUpTo(client, query, most),
    history: (caseId) => history(client, keys, caseId),
    chat: (ref) => chat(client, keys, ref),
    async reserveNumbers(count) {
      const found = await rows<{ n: string }>(
        client,
        `SELECT nextval('case_serial')::text AS n FROM generate_series(1, $1::int)`,
        count,
      )
      return found.map(({ n }) => Number(n))
    },
    async leaseUntil(caseId) {
      const [row] = await rows<{ at: Date | null }>(
        client,
        `SELECT "lease_until" AS at FROM "case" WHERE "id" = $1::uuid`,
        caseId,
      )
      return row?.at?.toISOString()
    },
    async renewLease(caseId, until) {
      await client.$executeRawUnsafe(
        `UPDATE "case" SET "lease_until" = $2::timestamptz WHERE "id" = $1::uuid`,
        caseId,
        until,
      )
    },
    audit: () => audit(client, keys),
  }
}

/** True for an id that a column of ids takes. */
export const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

const BY_ID = `SELECT "id"::text, "key", "state" FROM "case" WHERE "id" = $1::uuid AND "erased_at" IS NULL`
const BY_NUMBER = `SELECT "id"::text, "key", "state" FROM "case" WHERE "number" = $1 AND "erased_at" IS NULL`
const FIND = `
SELECT "id"::text, "key", "state" FROM "case"
WHERE ($1::text[] IS NULL OR "agency" = ANY ($1)) AND ($2::text[] IS NULL OR "status" = ANY ($2))
  AND ($3::text IS NULL OR "verifier" = $3) AND ($4::text IS NULL OR "agent" = $4) AND "erased_at" IS NULL
  AND ($5::text IS NULL OR "requester" = $5) AND ($7::text IS NULL OR starts_with("requester", $7))
  AND ($8::timestamptz IS NULL OR "opened_at" > $8)
ORDER BY "is_urgent" DESC, "due_at" NULLS LAST, "number" LIMIT $6::int`

const findValues = ({ agencies, statuses, verifier, agent, requester, counter, openedAfter, limit }: CaseQuery) =>
  [
    ...[agencies ?? null, statuses ?? null, verifier ?? null, agent ?? null, requester ?? null, limit],
    ...[counter === undefined ? null : counterPrefix(counter.openedBy), openedAfter ?? null],
  ] as const

/** The case in a row; its key is remembered for what follows. */
export function openCase(keys: Keys, { id, key, state }: CaseRow): Case {
  keys.learn(`case:${id}`, new Uint8Array(key))
  // Sealed by us as a Case, and the seal says that it is unchanged.
  return keys.open(`case:${id}`, `case:state:${id}`, new Uint8Array(state)) as Case
}

async function history(client: Client, keys: Keys, caseId: string): Promise<readonly Event[]> {
  await keys.ensure([`case:${caseId}`])
  // Of an erased case nothing can be told.
  if (!keys.has(`case:${caseId}`)) return []
  const links = await client.event.findMany({ where: { caseId }, orderBy: { revision: 'asc' } })
  return links.map(({ open, sealed, revision }) =>
    eventOf(open as Record<string, unknown>, openSealed(keys, caseId, revision, sealed)),
  )
}

/** The sealed part of an event: salt and personal values. */
export function openSealed(keys: Keys, caseId: string, revision: number, sealed: Uint8Array | null): Link['sealed'] {
  if (sealed === null) return null
  return keys.open(`case:${caseId}`, `event:sealed:${caseId}:${revision}`, new Uint8Array(sealed)) as Link['sealed']
}

async function chat(client: Client, keys: Keys, ref: string): Promise<Chat | undefined> {
  const [row] = await rows<{ key: Uint8Array; state: Uint8Array; turn: number }>(
    client,
    `SELECT "key", "state", "turn" FROM "chat" WHERE "ref" = $1`,
    ref,
  )
  return row && { ref, turn: row.turn, state: openChat(keys, ref, row) }
}

/** What a chat remembers; its key is remembered for what follows. */
export function openChat(
  keys: Keys,
  ref: string,
  row: { readonly key: Uint8Array; readonly state: Uint8Array },
): ChatState {
  keys.learn(`chat:${ref}`, new Uint8Array(row.key))
  return keys.open(`chat:${ref}`, `chat:state:${ref}`, new Uint8Array(row.state)) as ChatState
}
