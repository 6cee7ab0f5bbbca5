import { type Alike, alikeGrounds, looksBitsMax } from '../../core/evidence/alike.ts'
import type { EvidencePrints } from '../../core/handling/evidence-prints.ts'
import type { Sealer } from '../../core/handling/sealer.ts'
import { type Client, rows } from './client.ts'

interface AlikeRow {
  readonly case_id: string
  readonly number: string
  readonly file_id: string
  readonly rank: number
  readonly is_same_chat: boolean
}

/** Prints of evidence in PostgreSQL: keyed digests, and outlines that are compared without being known. */
export function sqlEvidencePrints(client: Client, sealer: Sealer): EvidencePrints {
  const keyed = (kind: string, value: string | null) => (value === null ? null : sealer.blind(kind, value))
  const hide = hiding(sealer)
  return {
    async note({ caseId, fileId, sha256, upload, result, looks, sentOn }) {
      const digests = [keyed('bytes', sha256), keyed('upload', upload), keyed('result', result)] as const
      await client.$executeRawUnsafe(NOTE, caseId, fileId, ...digests, looks && hide(looks), sentOn)
    },
    alike: async (caseId, fileId, { looksSince, limit }) =>
      (await rows<AlikeRow>(client, ALIKE, caseId, fileId, looksSince, limit)).map(alikeOf),
  }
}

/**
 * The same bits of every outline are turned over, by a key: how far two of them lie apart stays as it was, and whoever has
 * the rows alone cannot tell whether a picture that they know is among them.
 */
function hiding(sealer: Sealer): (looks: string) => string {
  const turned = Buffer.from(sealer.blind('looks', ''), 'base64url')
  return (looks) =>
    [...Buffer.from(looks, 'hex')].map((byte, at) => (byte ^ (turned[at] ?? 0)).toString(2).padStart(8, '0')).join('')
}

function alikeOf({ case_id, number, file_id, rank, is_same_chat }: AlikeRow): Alike {
  const ground = alikeGrounds[rank]
  if (ground === undefined) throw new Error(`alike by ${rank}`)
  return { caseId: case_id, number, fileId: file_id, ground, isSameChat: is_same_chat }
}

/**
 * $1 case, $2 file, $3 bytes, $4 upload, $5 result, $6 outline, $7 day. An erasure under way is waited for: it takes away
 * what was noted before it, and nothing is noted after.
 */
const NOTE = `
WITH c AS (
  SELECT "id" FROM "case" WHERE "id" = $1::uuid AND "erased_at" IS NULL AND "files_erased_at" IS NULL FOR SHARE
)
INSERT INTO "evidence_print" ("case_id", "file_id", "bytes", "upload", "result", "looks", "sent_on")
SELECT "id", $2, $3, $4, $5, $6::text::bit(256), $7::date FROM c
ON CONFLICT ("case_id", "file_id") DO UPDATE SET
  "bytes" = excluded."bytes", "upload" = excluded."upload", "result" = excluded."result", "looks" = excluded."looks"`

/** $1 case, $2 file, $3 since when outlines count, $4 how many. Grounds are numbered as in \`alikeGrounds\`. */
const ALIKE = `
WITH mine AS (
  SELECT "bytes", "upload", "result", "looks" FROM "evidence_print" WHERE "case_id" = $1::uuid AND "file_id" = $2
),
found AS (
  SELECT o."case_id", o."file_id", o."sent_on", 0 AS rank, 0 AS apart
  FROM mine JOIN "evidence_print" o ON o."bytes" = mine."bytes"
  UNION ALL
  SELECT o."case_id", o."file_id", o."sent_on", 1, 0 FROM mine JOIN "evidence_print" o ON o."upload" = mine."upload"
  UNION ALL
  SELECT o."case_id", o."file_id", o."sent_on", 2, 0 FROM mine JOIN "evidence_print" o ON o."result" = mine."result"
  UNION ALL
  SELECT "case_id", "file_id", "sent_on", 3, apart FROM (
    SELECT o."case_id", o."file_id", o."sent_on", bit_count(o."looks" # mine."looks")::int AS apart
    FROM mine JOIN "evidence_print" o ON o."sent_on" >= $3::date
  ) seen WHERE apart <= ${looksBitsMax}
),
best AS (
  SELECT DISTINCT ON ("case_id") * FROM found WHERE "case_id" <> $1::uuid
  ORDER BY "case_id", rank, apart, "sent_on", "file_id"
)
SELECT best."case_id"::text, k."number", best."file_id", best.rank, k."requester" = own."requester" AS is_same_chat
FROM best JOIN "case" k ON k."id" = best."case_id" JOIN "case" own ON own."id" = $1::uuid
ORDER BY best.rank, best.apart, best."sent_on", k."number" LIMIT $4::int`

/** Forgets what the files of case $1 are known by. */
export const FORGET_PRINTS = 'DELETE FROM "evidence_print" WHERE "case_id" = $1::uuid'
