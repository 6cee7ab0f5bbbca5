// These statements are planned once, perhaps on empty tables, and the plan is kept while the tables grow. So none leaves a
// choice: rows are named by `= ANY (…)` or fetched one by one in a LATERAL with a LIMIT, and an index has them.

/**
 * One commit or many, in one statement. Each is guarded by `ok`: its inbox row is still undone, its chat's turn and its
 * cases' revisions are as they were loaded, all of them locked; where one does not fit, nothing of that commit happens.
 * $1 turns, $2 cases, $3 events, $4 owed, $5 knocks (JSON lists whose `n` numbers the commit), $6 now. A reply to the chat
 * of its commit for which nothing waits but leased rows of the targets $8 is born leased until $7, unless that is null,
 * and is told by its `dedup`. $9 answers, like the lists before: a second one of the same key makes all of it fail.
 */
export const COMMIT = `
WITH t AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(n int, seq bigint, chat text, turn int, state text)),
k AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($2::jsonb) AS k(n int, id uuid, expected int, number text, procedure text,
  agency text, status text, requester text, verifier text, agent text, revision int, decision int, is_urgent boolean,
  opened_at timestamptz, due_at timestamptz, ended_at timestamptz, place text, waits text,
  in_hand text, has_remarks boolean, key text, state text, chain text)),
held_inbox AS MATERIALIZED (SELECT i."seq" FROM "inbox" i
  -- Put so that the index of all that waits does not offer itself.
  WHERE i."seq" = ANY (ARRAY(SELECT t.seq FROM t)) AND (i."done_at" IS NULL) IS TRUE FOR UPDATE OF i),
held_chat AS MATERIALIZED (SELECT c."ref", t.n FROM "chat" c JOIN t ON t.chat = c."ref" AND t.turn = c."turn"
  WHERE c."ref" = ANY (ARRAY(SELECT t.chat FROM t)) FOR NO KEY UPDATE OF c),
held_case AS MATERIALIZED (SELECT c."id", k.n FROM "case" c JOIN k ON k.id = c."id" AND k.expected = c."revision"
  WHERE c."id" = ANY (ARRAY(SELECT k.id FROM k)) FOR UPDATE OF c),
ok AS MATERIALIZED (
  SELECT t.n FROM t
  WHERE (t.seq IS NULL OR EXISTS (SELECT 1 FROM held_inbox h WHERE h."seq" = t.seq))
    AND (t.chat IS NULL OR EXISTS (SELECT 1 FROM held_chat h WHERE h.n = t.n))
    AND NOT EXISTS (SELECT 1 FROM k WHERE k.n = t.n AND k.expected > 0
      AND NOT EXISTS (SELECT 1 FROM held_case h WHERE h.n = k.n AND h."id" = k.id))
),
inbox_done AS (
  UPDATE "inbox" i SET "done_at" = $6::timestamptz, "payload" = NULL FROM t JOIN ok USING (n)
  WHERE i."seq" = t.seq AND i."seq" = ANY (ARRAY(SELECT t.seq FROM t))
),
chat_next AS (
  UPDATE "chat" c SET "state" = decode(t.state, 'base64'), "turn" = c."turn" + 1 FROM t JOIN ok USING (n)
  WHERE c."ref" = t.chat AND c."ref" = ANY (ARRAY(SELECT t.chat FROM t))
),
case_new AS (
  INSERT INTO "case" ("id", "number", "procedure", "agency", "status", "requester", "verifier", "agent", "revision", "decision",
    "is_urgent", "opened_at", "due_at", "ended_at", "place", "waits", "in_hand", "has_remarks", "key", "state", "chain")
  SELECT k.id, k.number, k.procedure, k.agency, k.status, k.requester, k.verifier, k.agent, k.revision, k.decision,
    k.is_urgent, k.opened_at, k.due_at, k.ended_at, k.place, k.waits, k.in_hand, k.has_remarks, decode(k.key, 'base64'), decode(k.state, 'base64'), k.chain
  FROM k JOIN ok USING (n) WHERE k.expected = 0
),
case_next AS (
  UPDATE "case" c SET "agency" = k.agency, "status" = k.status, "verifier" = k.verifier, "agent" = k.agent,
    "revision" = k.revision, "decision" = k.decision, "is_urgent" = k.is_urgent, "due_at" = k.due_at,
    "ended_at" = k.ended_at, "place" = k.place, "waits" = k.waits, "in_hand" = k.in_hand,
    "has_remarks" = k.has_remarks, "state" = decode(k.state, 'base64'), "chain" = k.chain
  FROM k JOIN ok USING (n) WHERE c."id" = k.id AND k.expected > 0 AND c."id" = ANY (ARRAY(SELECT k.id FROM k))
),
event_new AS (
  INSERT INTO "event" ("case_id", "revision", "type", "at", "open", "sealed", "sealed_digest", "hash")
  SELECT e.case_id, e.revision, e.type, e.at, e.open, decode(e.sealed, 'base64'), e.sealed_digest, e.hash
  FROM jsonb_to_recordset($3::jsonb) AS e(n int, case_id uuid, revision int, type text, at timestamptz, open jsonb, sealed text,
    sealed_digest text, hash text) JOIN ok USING (n)
),
o AS MATERIALIZED (
  SELECT o.* FROM jsonb_to_recordset($4::jsonb) AS o(n int, i int, dedup text, lane text, target text, kind text, case_id uuid,
    payload text, replaces text, asks boolean, claim_at timestamptz, reply boolean) JOIN ok USING (n)
),
busy AS MATERIALIZED (
  SELECT DISTINCT q."target" FROM o CROSS JOIN LATERAL (SELECT e."target" FROM "outbox" e
    WHERE e."target" = o.target AND e."state" IN ('due', 'sending', 'ambiguous')
      AND NOT (e."state" = 'sending' AND e."target" = ANY ($8::text[])) LIMIT 1) q WHERE o.reply AND $7::timestamptz IS NOT NULL
),
owed_new AS (
  INSERT INTO "outbox" ("dedup", "lane", "target", "kind", "case_id", "payload", "asks", "claim_at", "state", "attempts", "leased_at")
  SELECT o.dedup, o.lane, o.target, o.kind, o.case_id, decode(o.payload, 'base64'), o.asks,
    CASE WHEN leases THEN $7::timestamptz ELSE o.claim_at END, CASE WHEN leases THEN 'sending' ELSE 'due' END,
    CASE WHEN leases THEN 1 ELSE 0 END, CASE WHEN leases THEN $6::timestamptz END
  FROM o CROSS JOIN LATERAL (SELECT o.reply AND $7::timestamptz IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM busy b WHERE b."target" = o.target) AS leases) l
  WHERE o.replaces IS NULL ORDER BY o.n, o.i
  ON CONFLICT ("dedup") DO NOTHING RETURNING "id", "dedup", "state"
),
-- DO UPDATE, not DO NOTHING: it waits for a sender that is just taking the waiting repaint, and then adds a new one.
repaint_new AS (
  INSERT INTO "outbox" ("dedup", "lane", "target", "kind", "case_id", "payload", "replaces", "asks", "claim_at")
  SELECT DISTINCT ON (o.replaces) o.dedup, o.lane, o.target, o.kind, o.case_id, decode(o.payload, 'base64'), o.replaces, o.asks, o.claim_at
  FROM o WHERE o.replaces IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "outbox" d WHERE d."dedup" = o.dedup)
  ORDER BY o.replaces, o.n, o.i
  ON CONFLICT ("replaces") WHERE "state" = 'due' DO UPDATE SET "claim_at" = least("outbox"."claim_at", excluded."claim_at"),
    "target" = excluded."target"
),
knock_new AS (
  INSERT INTO "inbox" ("key", "chat", "knock")
  SELECT q.key, q.chat, q.knock FROM jsonb_to_recordset($5::jsonb) AS q(n int, chat text, knock text, key text) JOIN ok USING (n)
  ON CONFLICT ("key") DO NOTHING
),
answer_new AS (
  INSERT INTO "api_answer" ("key", "request", "status", "sealed", "expires_at")
  SELECT a.key, a.request, a.status, decode(a.sealed, 'base64'), a."expiresAt" FROM jsonb_to_recordset($9::jsonb)
    AS a(n int, key text, request text, status int, sealed text, "expiresAt" timestamptz) JOIN ok USING (n)
)
SELECT n, NULL AS id, NULL AS dedup FROM ok
UNION ALL SELECT NULL, "id"::text, "dedup" FROM owed_new WHERE "state" = 'sending'`

/**
 * The oldest waiting update of up to $1 chats but those in $2, with all that a turn needs; $3 now. Of a chat's cases the
 * open ones and the latest others come along, twenty at the most: nobody makes turns slow by dropping many. A chat whose
 * question is just being sent waits: only its message id tells whether what the person wrote was an answer to it. From
 * chat to chat it goes by one look into the index each, however many updates wait.
 */
export const NEXT_TURNS = `
WITH RECURSIVE oldest AS (
  (SELECT "chat", "seq" FROM "inbox" WHERE "done_at" IS NULL ORDER BY "chat", "seq" LIMIT 1)
  UNION ALL
  SELECT n."chat", n."seq" FROM oldest o CROSS JOIN LATERAL (
    SELECT "chat", "seq" FROM "inbox" WHERE "done_at" IS NULL AND "chat" > o."chat" ORDER BY "chat", "seq" LIMIT 1) n
),
ready AS (
  SELECT i.* FROM oldest o CROSS JOIN LATERAL (SELECT * FROM "inbox" x WHERE x."seq" = o."seq" LIMIT 1) i
  WHERE (i."retry_at" IS NULL OR i."retry_at" <= $3::timestamptz) AND NOT (i."chat" = ANY ($2::text[]))
    AND NOT EXISTS (SELECT 1 FROM "outbox" q WHERE q."target" = 'chat:' || i."chat" AND q."asks"
      AND q."state" = 'sending' AND q."claim_at" > $3::timestamptz)
  ORDER BY i."seq" LIMIT $1::int
)
SELECT r."seq"::text, r."key", encode(r."payload", 'base64') AS payload, r."knock", r."attempts", c."ref", c."turn",
  encode(c."key", 'base64') AS chat_key, encode(c."state", 'base64') AS state,
  (SELECT json_build_object('state', o."state", 'ref', o."ref") FROM "outbox" o
   WHERE o."target" = 'chat:' || c."ref" AND o."asks" ORDER BY o."id" DESC LIMIT 1) AS asked,
  (SELECT json_agg(json_build_object('id', k."id", 'key', encode(k."key", 'base64'), 'state', encode(k."state", 'base64'),
     'revision', k."revision", 'chain', k."chain") ORDER BY k."opened_at" DESC)
   FROM (SELECT * FROM "case" a WHERE a."requester" = c."ref"
     AND (a."ended_at" IS NULL OR a."ended_at" > $3::timestamptz - interval '14 days')
     ORDER BY a."ended_at" IS NULL DESC, a."opened_at" DESC LIMIT 20) k) AS cases
FROM ready r CROSS JOIN LATERAL (SELECT * FROM "chat" x WHERE x."ref" = r."chat" LIMIT 1) c ORDER BY r."seq"`

/**
 * Leases up to $2 rows of lane $1 at $3 until $4, in the order of their targets. The lease of a reply need not reach the
 * disk before the reply leaves: its mark brings both there.
 */
export const CLAIM = `
WITH haste AS MATERIALIZED (
  SELECT set_config('synchronous_commit', CASE $1 WHEN 'interactive' THEN 'off' ELSE current_setting('synchronous_commit') END, true)
),
ready AS (
  SELECT o."id", o."state" FROM "outbox" o CROSS JOIN LATERAL (SELECT e."id" FROM "outbox" e
    WHERE e."target" = o."target" AND e."state" IN ('due', 'sending', 'ambiguous') ORDER BY e."id" LIMIT 1) head
  WHERE o."lane" = $1 AND o."state" IN ('due', 'sending', 'ambiguous') AND o."claim_at" <= $3::timestamptz AND head."id" = o."id"
  ORDER BY o."claim_at", o."id" LIMIT $2::int FOR UPDATE OF o SKIP LOCKED
),
leased AS (
  UPDATE "outbox" o SET "state" = 'sending', "attempts" = o."attempts" + 1, "claim_at" = $4::timestamptz,
    "leased_at" = coalesce(o."leased_at", $3::timestamptz)
  FROM ready WHERE o."id" = ready."id" AND o."id" = ANY (ARRAY(SELECT ready."id" FROM ready)) RETURNING o.*, ready."state" AS was
)
SELECT l."id"::text, l."dedup", l."lane", l."target", l."kind", l."case_id"::text, encode(l."payload", 'base64') AS payload,
  l."replaces", l."asks", l."attempts", l."leased_at", l.was, encode(c."key", 'base64') AS chat_key,
  encode(c."state", 'base64') AS chat_state, encode(k."key", 'base64') AS case_key,
  (SELECT s."ref" FROM "outbox" s WHERE s."replaces" = l."replaces" AND s."ref" IS NOT NULL ORDER BY s."id" DESC LIMIT 1) AS previous_ref
FROM leased l CROSS JOIN haste LEFT JOIN "chat" c ON l."target" LIKE 'chat:%' AND c."ref" = substr(l."target", 6)
LEFT JOIN "case" k ON k."id" = l."case_id" ORDER BY l."id"`

/**
 * Marks outcomes ($1, a JSON list); what was sent keeps its reference and loses its payload. The end is final: a sender
 * whose lease ran out meanwhile must not bring back a row without its payload. A repaint that is to be tried again while a
 * newer one waits is done: the newer shows all that it would have shown.
 */
export const SETTLE = `
WITH told AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS s(id bigint, state text, ref text, "notBefore" timestamptz, error text)
),
s AS MATERIALIZED (
  SELECT told.id, told.ref, told."notBefore", told.error, CASE WHEN told.state = 'due' AND EXISTS (
    SELECT 1 FROM "outbox" r JOIN "outbox" n ON n."replaces" = r."replaces" AND n."state" = 'due' AND n."id" <> r."id"
    WHERE r."id" = told.id) THEN 'sent' ELSE told.state END AS state
  FROM told
)
UPDATE "outbox" o SET "state" = s.state, "ref" = coalesce(s.ref, o."ref"), "error" = s.error,
  "claim_at" = coalesce(s."notBefore", o."claim_at"), "payload" = CASE WHEN s.state = 'sent' THEN NULL ELSE o."payload" END
FROM s WHERE o."id" = s.id AND o."id" = ANY (ARRAY(SELECT s.id FROM s)) AND o."state" NOT IN ('sent', 'dead')`
