/** Unfinished imports of programs that died are forgotten after so long. */
export const FORGET_STALE = `DELETE FROM "roster_incoming" WHERE "at" < $1::timestamptz - interval '1 hour'`

export const FORGET = `DELETE FROM "roster_incoming" WHERE "run" = $1`

/** $1 run, $2 at, $3 lines. */
export const SET_ASIDE = `INSERT INTO "roster_incoming"
    ("run", "line", "at", "key", "nik", "email", "agency", "digest", "sealed", "shown", "faults", "outcome")
  SELECT $1, x.line, $2::timestamptz, x.key, x.nik, x.email, x.agency, x.digest, decode(x.sealed, 'base64'), x.shown,
    x.faults, CASE WHEN x.faults IS NULL THEN 'good' ELSE 'refused' END
  FROM jsonb_to_recordset($3::jsonb) AS x(line int, key text, nik text, email text, agency text, digest text,
    sealed text, shown jsonb, faults jsonb)`

/**
 * The statements of a settlement compare whole tables with each other: other plans than the hot ones of the store, for
 * which reading a whole table is never right.
 */
export const PREPARE = [
  `SET LOCAL enable_seqscan = on`,
  `SET LOCAL enable_bitmapscan = on`,
  `ANALYZE "roster_incoming"`,
  `ANALYZE "roster"`,
  // One settlement at a time; who reads the roster meanwhile reads it as it was.
  `LOCK TABLE "roster" IN SHARE ROW EXCLUSIVE MODE`,
] as const

export const COUNT = `SELECT count(*)::int AS lines FROM "roster_incoming" WHERE "run" = $1`

/** Refuses every line that has a number or address of an earlier good one. $1 run. */
export const REFUSE_TWINS = `UPDATE "roster_incoming" i SET "outcome" = 'refused',
    "faults" = jsonb_build_array(jsonb_build_object('column', d.col, 'code', 'twice', 'firstLine', d.first))
  FROM (SELECT "line",
      CASE WHEN by_key < "line" AND "key" IS DISTINCT FROM "nik" THEN 'nip' WHEN by_nik < "line" THEN 'nik' ELSE 'email' END AS col,
      CASE WHEN by_key < "line" THEN by_key WHEN by_nik < "line" THEN by_nik ELSE by_email END AS first
    FROM (SELECT "line", "key", "nik",
        min("line") OVER (PARTITION BY "key") AS by_key,
        CASE WHEN "nik" IS NULL THEN "line" ELSE min("line") OVER (PARTITION BY "nik") END AS by_nik,
        CASE WHEN "email" IS NULL THEN "line" ELSE min("line") OVER (PARTITION BY "email") END AS by_email
      FROM "roster_incoming" WHERE "run" = $1 AND "outcome" = 'good') twins
    WHERE least(by_key, by_nik, by_email) < "line") d
  WHERE i."run" = $1 AND i."line" = d."line"`

/** Of which agencies the file speaks. $1 run. */
export const SCOPE = `SELECT DISTINCT "agency" FROM "roster_incoming" WHERE "run" = $1 AND "outcome" = 'good'`

/**
 * Refuses good lines that do not agree with the roster: the mail or NIK of somebody whom the file leaves as they are,
 * or somebody of another agency when only one may be touched. A person without a NIP who gets one is not somebody else.
 * To be repeated until it refuses nothing more: whom a refused line would have changed stays as well.
 * $1 run, $2 the agencies that are replaced as a whole, $3 the only agency or null.
 */
export const REFUSE_CONFLICTS = `WITH good AS MATERIALIZED (
    SELECT "line", "key", "nik", "email" FROM "roster_incoming" WHERE "run" = $1 AND "outcome" = 'good'
  ), present AS MATERIALIZED (
    SELECT "nip", "nik", "email", "agency" FROM "roster" WHERE "removed_at" IS NULL
  ), promoted AS MATERIALIZED (
    SELECT g."line", p."nip" FROM good g JOIN present p ON p."nip" = g."nik" AND p."nip" <> g."key"
    WHERE NOT EXISTS (SELECT 1 FROM present o WHERE o."nip" = g."key")
  ), kept AS MATERIALIZED (
    SELECT * FROM present p
    WHERE p."agency" <> ALL ($2::text[])
      AND NOT EXISTS (SELECT 1 FROM good g WHERE g."key" = p."nip")
      AND NOT EXISTS (SELECT 1 FROM promoted m WHERE m."nip" = p."nip")
  ), conflict AS (
    SELECT g."line", 'nik' AS col, 'taken' AS code FROM good g JOIN kept k ON k."nik" = g."nik"
    UNION SELECT g."line", 'email', 'taken' FROM good g JOIN kept k ON k."email" = g."email"
    UNION SELECT g."line", 'agency', 'stands-elsewhere' FROM good g JOIN present p ON p."nip" = g."key"
      WHERE p."agency" <> $3::text
    UNION SELECT m."line", 'agency', 'stands-elsewhere' FROM promoted m JOIN present p ON p."nip" = m."nip"
      WHERE p."agency" <> $3::text
  ), told AS (
    SELECT "line", jsonb_agg(jsonb_build_object('column', col, 'code', code) ORDER BY col DESC) AS faults
    FROM conflict GROUP BY "line"
  )
  UPDATE "roster_incoming" i SET "outcome" = 'refused', "faults" = told.faults
  FROM told WHERE i."run" = $1 AND i."line" = told."line"`

/** Says of each good line what it is to the roster, and keeps what stood there before. $1 run. */
export const COMPARE = `UPDATE "roster_incoming" i SET
    "outcome" = CASE WHEN r."nip" IS NULL THEN 'added' WHEN r."digest" = g."digest" THEN 'same' ELSE 'changed' END,
    "before_key" = r."nip", "before" = CASE WHEN r."digest" <> g."digest" THEN r."line" END
  FROM "roster_incoming" g LEFT JOIN "roster" r ON r."nip" = g."key" AND r."removed_at" IS NULL
  WHERE g."run" = $1 AND g."outcome" = 'good' AND i."run" = g."run" AND i."line" = g."line"`

/** Somebody without a NIP got one: their line goes on under it. $1 run. */
export const COMPARE_PROMOTED = `UPDATE "roster_incoming" i SET "outcome" = 'changed', "before_key" = r."nip", "before" = r."line"
  FROM "roster" r
  WHERE i."run" = $1 AND i."outcome" = 'added' AND r."nip" = i."nik" AND r."nip" <> i."key" AND r."removed_at" IS NULL`

/** $1 run. */
export const DROP_PROMOTED = `DELETE FROM "roster" r USING "roster_incoming" i
  WHERE i."run" = $1 AND i."outcome" = 'changed' AND r."nip" = i."before_key" AND i."before_key" <> i."key"`

/** $1 run. */
export const WRITE = `INSERT INTO "roster" ("nip", "nik", "email", "agency", "digest", "line")
  SELECT "key", "nik", "email", "agency", "digest", "sealed" FROM "roster_incoming"
  WHERE "run" = $1 AND "outcome" IN ('added', 'changed')
  ON CONFLICT ("nip") DO UPDATE SET "nik" = excluded."nik", "email" = excluded."email", "agency" = excluded."agency",
    "digest" = excluded."digest", "line" = excluded."line", "removed_at" = NULL`

/** Puts the lines that only the roster has behind those of the file. $1 run, $2 at, $3 agencies, $4 outcome. */
export const LIST_OTHERS = `INSERT INTO "roster_incoming" ("run", "line", "at", "key", "agency", "sealed", "outcome")
  SELECT $1, (SELECT coalesce(max("line"), 0) FROM "roster_incoming" WHERE "run" = $1) + row_number() OVER (ORDER BY r."nip"),
    $2::timestamptz, r."nip", r."agency", r."line", $4
  FROM "roster" r
  WHERE r."agency" = ANY ($3::text[]) AND r."removed_at" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "roster_incoming" i WHERE i."run" = $1 AND i."key" = r."nip")
    AND ($4 = 'removed' OR NOT EXISTS (SELECT 1 FROM "roster_incoming" i WHERE i."run" = $1 AND i."nik" = r."nik"))`

/** $1 run, $2 at. */
export const REMOVE_OTHERS = `UPDATE "roster" r SET "removed_at" = $2::timestamptz FROM "roster_incoming" i
  WHERE i."run" = $1 AND i."outcome" = 'removed' AND r."nip" = i."key"`

/** $1 run, $2 at. */
export const AGE = `INSERT INTO "roster_age" ("agency", "imported_at", "lines")
  SELECT "agency", $2::timestamptz, count(*) FROM "roster_incoming"
  WHERE "run" = $1 AND "outcome" IN ('added', 'changed', 'same') GROUP BY "agency"
  ON CONFLICT ("agency") DO UPDATE SET "imported_at" = excluded."imported_at", "lines" = excluded."lines"`

/** $1 run. */
export const TOTALS = `SELECT "outcome", count(*)::int AS lines FROM "roster_incoming" WHERE "run" = $1 GROUP BY "outcome"`

/** A page of the report. $1 run, $2 the line before, $3 how many. Sealed bytes only where columns or numbers are to be told. */
export const REPORT = `SELECT "line", "outcome", "shown", "faults", "agency", "key", "before_key" AS "beforeKey",
    CASE WHEN "outcome" IN ('changed', 'not-in-file', 'removed') THEN encode("sealed", 'base64') END AS sealed,
    encode("before", 'base64') AS before
  FROM "roster_incoming" WHERE "run" = $1 AND "line" > $2 ORDER BY "line" LIMIT $3`
