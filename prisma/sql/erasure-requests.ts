import type { Rights } from '../../core/handling/rights.ts'
import type { Sealer } from '../../core/handling/sealer.ts'
import { type ErasureRequest, erasureDecisions } from '../../core/privacy/erasure.ts'
import { type Client, rows } from './client.ts'
import { isUuid } from './ledger.ts'

type Requests = Pick<
  Rights,
  | 'askErasure'
  | 'erasureRequest'
  | 'openRequests'
  | 'decideErasure'
  | 'saveCopyLink'
  | 'isCopyLinkGood'
  | 'spendCopyLink'
  | 'sweep'
>

interface RequestRow {
  readonly id: string
  readonly chat: string
  readonly asked_at: Date
  readonly due_at: Date
  readonly decided_at: Date | null
  readonly decided_by: string | null
  readonly decision: string | null
}

/** Requests to be erased, and one-time links to copies; tokens only as keyed hashes. */
export function sqlErasureRequests(client: Client, sealer: Sealer): Requests {
  const hash = (token: string) => sealer.blind('copy-link', token)
  const found = async (where: string, ...values: readonly unknown[]) =>
    (await rows<RequestRow>(client, `${REQUESTS} ${where}`, ...values)).map(requestOf)
  return {
    async askErasure({ id, chat, askedAt, dueAt }) {
      await client.$executeRawUnsafe(ASK, id, chat, askedAt, dueAt)
      const [request] = await found(`WHERE "chat" = $1 AND "decided_at" IS NULL`, chat)
      if (request === undefined) throw new Error('a request was decided in the moment in which it was made')
      return request
    },
    erasureRequest: async (id) => (isUuid(id) ? (await found(`WHERE "id" = $1::uuid`, id))[0] : undefined),
    openRequests: () => found(`WHERE "decided_at" IS NULL ORDER BY "due_at"`),
    decideErasure: async (id, { at, by, decision }) =>
      (await client.$executeRawUnsafe(DECIDE, id, at, by, decision)) > 0,
    async saveCopyLink(token, chat, expiresAt) {
      await client.$executeRawUnsafe(SAVE_LINK, hash(token), chat, expiresAt)
    },
    async isCopyLinkGood(token, at) {
      return (await rows(client, GOOD_LINK, hash(token), at)).length > 0
    },
    async spendCopyLink(token, at) {
      // Deleting is spending: of two presses in one moment only one gets the row back.
      const [row] = await rows<{ chat: string; is_good: boolean }>(client, SPEND_LINK, hash(token), at)
      return row?.is_good === true ? row.chat : undefined
    },
    sweep: (at) => client.$executeRawUnsafe(SWEEP_LINKS, at),
  }
}

const REQUESTS = `SELECT "id"::text, "chat", "asked_at", "due_at", "decided_at", "decided_by", "decision" FROM "erasure_request"`
const ASK = `INSERT INTO "erasure_request" ("id", "chat", "asked_at", "due_at")
  VALUES ($1::uuid, $2, $3::timestamptz, $4::timestamptz) ON CONFLICT DO NOTHING`
const DECIDE = `UPDATE "erasure_request" SET "decided_at" = $2::timestamptz, "decided_by" = $3, "decision" = $4
  WHERE "id" = $1::uuid AND "decided_at" IS NULL`
const SAVE_LINK = `WITH old AS (DELETE FROM "copy_link" WHERE "chat" = $2)
  INSERT INTO "copy_link" ("hash", "chat", "expires_at") VALUES ($1, $2, $3::timestamptz)`
const GOOD_LINK = `SELECT 1 FROM "copy_link" WHERE "hash" = $1 AND "expires_at" > $2::timestamptz`
const SPEND_LINK = `DELETE FROM "copy_link" WHERE "hash" = $1 RETURNING "chat", "expires_at" > $2::timestamptz AS is_good`
const SWEEP_LINKS = `DELETE FROM "copy_link" WHERE "expires_at" <= $1::timestamptz`

function requestOf(row: RequestRow): ErasureRequest {
  const decision = erasureDecisions.find((known) => known === row.decision)
  return {
    id: row.id,
    chat: row.chat,
    askedAt: row.asked_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    decided:
      row.decided_at === null || decision === undefined
        ? null
        : { at: row.decided_at.toISOString(), by: row.decided_by ?? '', decision },
  }
}
