/**
 * $1 texts as a JSON list: the stems of each, in order, each stem once, and which lexer made them. Another release of the
 * database may reduce words otherwise.
 */
export const LEX = `
SELECT tsvector_to_array(to_tsvector('indonesian', t.text)) AS stems,
  '1/' || (current_setting('server_version_num')::int / 10000)::text AS lexer
FROM jsonb_array_elements_text($1::jsonb) WITH ORDINALITY t(text, n) ORDER BY t.n`

/**
 * $1 case, $2 agency, $3 opened, $4 week, $5 revision, $6 lexer, $7 tokens, $8 whether a pre-check remarked anything, which
 * rows from before do not tell. An erasure under way is waited for, and nothing is noted after it.
 */
export const NOTE_WORDS = `
WITH c AS (SELECT "id" FROM "case" WHERE "id" = $1::uuid AND "erased_at" IS NULL FOR NO KEY UPDATE),
colour AS (
  UPDATE "case" k SET "has_remarks" = $8::boolean FROM c
  WHERE k."id" = c."id" AND k."has_remarks" IS NULL AND k."revision" = $5::int AND $8::boolean IS NOT NULL
)
INSERT INTO "case_search" AS s ("case_id", "agency", "opened_at", "week", "revision", "lexer", "tokens")
SELECT "id", $2, $3::timestamptz, $4::int, $5::int, $6, $7::text[] FROM c
ON CONFLICT ("case_id") DO UPDATE SET "agency" = excluded."agency", "revision" = excluded."revision",
  "lexer" = excluded."lexer", "tokens" = excluded."tokens"
WHERE s."revision" <= excluded."revision"`

/** The weeks between which cases were opened. */
export const SPAN = `SELECT min("week") AS first, max("week") AS last FROM "case_search"`

/** $1 lexer, $2 behind which case, $3 how many. */
export const STALE = `
SELECT "case_id"::text AS id FROM (
  (SELECT "case_id" FROM "case_search" WHERE "lexer" < $1 AND "case_id" > $2::uuid ORDER BY "case_id" LIMIT $3::int)
  UNION ALL
  (SELECT "case_id" FROM "case_search" WHERE "lexer" > $1 AND "case_id" > $2::uuid ORDER BY "case_id" LIMIT $3::int)
) old ORDER BY "case_id" LIMIT $3::int`

/**
 * The statement that looks for so many things at once: $1 agencies, $2 and $3 behind which case, $4 how many, $5 tokens of
 * names, from $6 the tokens of each thing, any of which will do.
 */
export function findText(count: number): string {
  const all = Array.from({ length: count }, (_, n) => `s."tokens" && $${n + 6}::text[]`).join(' AND ')
  return `
WITH hit AS MATERIALIZED (
  SELECT s."case_id", s."opened_at", s."tokens" && $5::text[] AS is_named FROM "case_search" s
  WHERE ${all} AND s."agency" = ANY ($1::text[])
    AND ($2::timestamptz IS NULL OR (s."opened_at", s."case_id") < ($2::timestamptz, $3::uuid))
  ORDER BY s."opened_at" DESC, s."case_id" DESC LIMIT $4::int
)
SELECT c."id"::text, c."key", c."state", hit.is_named FROM hit JOIN "case" c ON c."id" = hit."case_id"
WHERE c."erased_at" IS NULL ORDER BY hit."opened_at" DESC, hit."case_id" DESC`
}

/** Forgets by what case $1 was found. */
export const FORGET_WORDS = `DELETE FROM "case_search" WHERE "case_id" = $1::uuid`
