import type { Case } from '../../core/case/case.ts'
import { noCase } from '../../core/handling/erase.ts'
import type { OwedRow } from '../../core/handling/outbox.ts'
import type { Erasure } from '../../core/privacy/erasure.ts'
import { hashOf } from './chain.ts'
import { type Client, rows } from './client.ts'
import { type Heads, owedRow } from './commit-rows.ts'
import { FORGET_DRAFTS } from './drafts.ts'
import { FORGET_PRINTS } from './evidence-prints.ts'
import type { Keys } from './keys.ts'
import { FORGET_WORDS } from './search-statements.ts'

/** What stands open in the chain for an erased case: a link like any other, of the store's own. */
export const erasedType = 'erased'

interface Means {
  readonly client: Client
  readonly keys: Keys
  readonly heads: Heads
  readonly now: string
}

/** Drops the key of a case, empties its row, and links the fact to its chain: all of it, or nothing. */
export async function eraseCase(
  { client, keys, heads, now }: Means,
  { id, revision }: Pick<Case, 'id' | 'revision'>,
  { at, by, because }: Erasure,
  owed: readonly OwedRow[],
): Promise<boolean> {
  await keys.ensure(['house', ...owed.map(({ target }) => target).filter((target) => target.startsWith('chat:'))])
  const [head] = await rows<{ revision: number; chain: string }>(client, HEAD, id)
  if (head?.revision !== revision) return false
  const open = { type: erasedType, at, author: by, because }
  const hash = hashOf(id, head.chain, { revision: revision + 1, open, sealedDigest: null })
  const input = owed.map((row, i) => owedRow(keys, row, 0, i, now))
  const isDone = await client.$transaction(async (tx) => {
    const done = await rows(tx, ERASE, id, revision, JSON.stringify(open), at, hash)
    if (done.length === 0) return false
    // A statement of its own: it sees what was noted while the first one waited for the case.
    await tx.$executeRawUnsafe(FORGET_PRINTS, id)
    await tx.$executeRawUnsafe(FORGET_DRAFTS, id)
    await tx.$executeRawUnsafe(FORGET_WORDS, id)
    // After the rows that they take the place of are gone.
    await tx.$executeRawUnsafe(OWE, JSON.stringify(input))
    return true
  })
  if (isDone) {
    keys.forget(`case:${id}`)
    heads.delete(id)
  }
  return isDone
}

/** Codes that say only when their chat asked, so that erasing is no way around how many it may ask for in a day. */
export const blanked = (name: string, which: string): string => `${name} AS (
  UPDATE "code" k SET "subject" = '', "case_id" = '${noCase}'::uuid, "hash" = NULL, "expires_at" = NULL, "spent_by" = NULL
  ${which} RETURNING 1
)`

const HEAD = `SELECT "revision", "chain" FROM "case" WHERE "id" = $1::uuid AND "erased_at" IS NULL`

const ERASE = `
WITH c AS (
  UPDATE "case" SET "key" = '', "state" = '', "requester" = '', "verifier" = NULL, "agent" = NULL, "is_urgent" = false,
    "due_at" = NULL, "place" = NULL, "waits" = NULL, "in_hand" = NULL, "has_remarks" = NULL, "lease_until" = NULL, "ended_at" = coalesce("ended_at", $4::timestamptz),
    "revision" = "revision" + 1, "chain" = $5, "erased_at" = $4::timestamptz
  WHERE "id" = $1::uuid AND "revision" = $2::int AND "erased_at" IS NULL AND "hold" IS NULL RETURNING "id", "revision"
),
link AS (
  INSERT INTO "event" ("case_id", "revision", "type", "at", "open", "hash")
  SELECT "id", "revision", '${erasedType}', $4::timestamptz, $3::jsonb, $5 FROM c
),
-- What was sent has no payload any more; what the network called it is needed to say there that it is gone.
unsent AS (DELETE FROM "outbox" o USING c WHERE o."case_id" = c."id" AND o."state" IN ('due', 'sending', 'ambiguous')),
dead AS (DELETE FROM "outbox" o USING c WHERE o."case_id" = c."id" AND o."state" = 'dead'),
knocks AS (DELETE FROM "inbox" i USING c WHERE i."knock" = c."id"::text AND i."done_at" IS NULL),
claims AS (DELETE FROM "claim" k USING c WHERE k."case_id" = c."id"),
${blanked('codes', 'FROM c WHERE k."case_id" = c."id"')}
SELECT "id"::text FROM c`

const OWE = `
INSERT INTO "outbox" ("dedup", "lane", "target", "kind", "case_id", "payload", "replaces", "asks", "claim_at")
SELECT o.dedup, o.lane, o.target, o.kind, o.case_id, decode(o.payload, 'base64'), o.replaces, o.asks, o.claim_at
FROM jsonb_to_recordset($1::jsonb) AS o(i int, dedup text, lane text, target text, kind text, case_id uuid, payload text,
  replaces text, asks boolean, claim_at timestamptz) ORDER BY o.i
ON CONFLICT ("dedup") DO NOTHING`

/** Drops a chat with all that was said in it; only when it has no case, and nothing waits to be played in it. */
export async function eraseChat({ client, keys, now }: Omit<Means, 'heads'>, ref: string): Promise<boolean> {
  const isGone = await client.$transaction(async (tx) => {
    // From here on nothing comes in for it; what came in before is seen by the statement that follows.
    const met = await tx.$queryRawUnsafe<unknown[]>(`SELECT FROM "chat" WHERE "ref" = $1 FOR UPDATE`, ref)
    // Who is met only now holds no lock yet: the next statement would not see what they write.
    if (met.length === 0) return false
    return (await tx.$queryRawUnsafe<unknown[]>(ERASE_CHAT, ref, now)).length > 0
  })
  if (isGone) keys.forget(`chat:${ref}`)
  return isGone
}

const ERASE_CHAT = `
WITH c AS (
  DELETE FROM "chat" WHERE "ref" = $1
    AND NOT EXISTS (SELECT 1 FROM "case" k WHERE k."requester" = $1)
    AND NOT EXISTS (SELECT 1 FROM "inbox" i WHERE i."chat" = $1 AND i."done_at" IS NULL) RETURNING "ref"
),
came AS (DELETE FROM "inbox" i USING c WHERE i."chat" = c."ref"),
owed AS (DELETE FROM "outbox" o USING c WHERE o."target" = 'chat:' || c."ref"),
ties AS (DELETE FROM "binding" b USING c WHERE b."chat" = c."ref" AND coalesce(b."cools_until" <= $2::timestamptz, true)),
-- Who took a person over and goes gives them back, still cooling: coming again is no way around the wait.
cooling AS (
  UPDATE "binding" b SET "chat" = coalesce(b."previous", ''), "previous" = NULL, "by" = 'code', "key" = ''
  FROM c WHERE b."chat" = c."ref" AND b."cools_until" > $2::timestamptz
),
past AS (UPDATE "binding" b SET "previous" = NULL FROM c WHERE b."previous" = c."ref" AND b."chat" <> c."ref"),
${blanked('codes', 'FROM c WHERE k."chat" = c."ref"')},
links AS (DELETE FROM "copy_link" l USING c WHERE l."chat" = c."ref"),
facts AS (UPDATE "erasure_request" r SET "chat" = '' FROM c WHERE r."chat" = c."ref" AND r."decided_at" IS NOT NULL)
SELECT "ref" FROM c`
