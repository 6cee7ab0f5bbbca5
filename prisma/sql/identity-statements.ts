/** $1 key, $2 chat, $3 case, $4 subject, $5 now, $6 since when asks count, $7 how many may. A row back = it stands. */
export const REQUEST = `
WITH fresh AS (
  INSERT INTO "code" ("key", "chat", "case_id", "subject", "asked_at")
  SELECT $1, $2, $3::uuid, $4, $5::timestamptz
  WHERE (SELECT count(*) FROM "code" WHERE "chat" = $2 AND "asked_at" > $6::timestamptz) < $7::int
  ON CONFLICT ("key") DO NOTHING RETURNING "key"
)
SELECT "key" FROM fresh UNION ALL SELECT "key" FROM "code" WHERE "key" = $1`

/** $1 key, $2 hash of the digits, $3 until when, $4 subject. Armed again after a mail that did not leave, it lives no longer. */
export const ARM = `UPDATE "code" SET "hash" = $2, "expires_at" = coalesce("expires_at", $3::timestamptz)
  WHERE "key" = $1 AND "subject" = $4 AND "spent_by" IS NULL RETURNING "key"`

/**
 * Counts a guess and judges it: $1 the code's key, $2 hash of what was guessed, $3 the guess, $4 now, $5 tries at most.
 * Guesses at once wait for each other at the row and look at it anew, so no more count than may. One that does not count
 * tells how the code stood.
 */
export const GUESS = `
WITH counted AS (
  UPDATE "code" SET "tries" = "tries" + 1, "spent_by" = CASE WHEN "hash" = $2 THEN $3 END
  WHERE "key" = $1 AND "spent_by" IS NULL AND "tries" < $5::int AND "expires_at" > $4::timestamptz
  RETURNING "hash" = $2 AS is_right, "tries"
)
SELECT true AS counted, is_right, false AS is_mine, false AS is_spent, false AS is_over, "tries" FROM counted
UNION ALL
SELECT false, false, coalesce("spent_by" = $3, false), "spent_by" IS NOT NULL, "expires_at" <= $4::timestamptz, "tries"
FROM "code" WHERE "key" = $1`

/** As core's \`bound\`: $1 subject, $2 chat, $3 now, $4 by what, $5 until when another chat cools, $6 the act. */
export const BIND = `
INSERT INTO "binding" AS b ("subject", "chat", "since", "by", "key") VALUES ($1, $2, $3::timestamptz, $4, $6)
ON CONFLICT ("subject") DO UPDATE SET
  "chat" = $2,
  "since" = CASE WHEN b."chat" = $2 THEN b."since" ELSE $3::timestamptz END,
  "by" = CASE WHEN b."chat" = $2 AND $4 <> 'meeting' THEN b."by" ELSE $4 END,
  "cools_until" = CASE WHEN $4 = 'meeting' THEN NULL WHEN b."chat" = $2 THEN b."cools_until" ELSE $5::timestamptz END,
  "previous" = CASE WHEN b."chat" = $2 THEN b."previous" ELSE b."chat" END,
  "key" = CASE WHEN b."chat" = $2 THEN b."key" ELSE $6 END
RETURNING "chat", "since", "by", "cools_until", "previous", "key"`

export const BINDING = `SELECT "chat", "since", "by", "cools_until", "previous", "key" FROM "binding" WHERE "subject" = $1`

/** $1 case, $2 its numbers, $3 whether anything shows it. */
export const CLAIM_NUMBERS = `
WITH gone AS (DELETE FROM "claim" WHERE "case_id" = $1::uuid AND NOT ("subject" = ANY ($2::text[])))
INSERT INTO "claim" ("case_id", "subject", "is_proved") SELECT $1::uuid, unnest($2::text[]), $3::boolean
ON CONFLICT ("case_id", "subject") DO UPDATE SET "is_proved" = excluded."is_proved"`

/** Open cases of other chats with a number of case $1, $2 at most. */
export const RIVALS = `
SELECT k."id"::text FROM "case" own JOIN (
  SELECT other."case_id", bool_or(other."is_proved") AS is_proved
  FROM "claim" mine JOIN "claim" other ON other."subject" = mine."subject"
  WHERE mine."case_id" = $1::uuid AND other."case_id" <> $1::uuid GROUP BY other."case_id"
) rival ON true JOIN "case" k ON k."id" = rival."case_id"
WHERE own."id" = $1::uuid AND k."ended_at" IS NULL AND k."requester" <> own."requester"
ORDER BY rival.is_proved DESC, k."opened_at", k."number" LIMIT $2::int`
