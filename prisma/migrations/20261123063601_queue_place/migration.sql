-- Where a case stands in the queues of the desk: a page of a queue is one look into an index.
ALTER TABLE "case"
  ADD COLUMN "place" TEXT COLLATE "C",
  ADD COLUMN "waits" TEXT,
  ADD COLUMN "in_hand" TEXT,
  ADD COLUMN "has_remarks" BOOLEAN;

-- What can be told without unsealing; the rest with the next change of the case.
UPDATE "case" c SET
  "place" = (CASE WHEN c."is_urgent" THEN '0' ELSE '1' END)
    || coalesce(to_char(c."due_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '9') || c."number",
  "waits" = CASE
    WHEN c."status" IN ('submitted', 'returned', 'awaiting-revocation') THEN 'verifier'
    WHEN c."status" IN ('with-contact-center', 'approved') AND c."agent" IS NULL THEN 'agent' END,
  "in_hand" = CASE
    WHEN c."status" IN ('in-review', 'awaiting-signature') THEN c."verifier"
    WHEN c."status" IN ('with-contact-center', 'approved', 'awaiting-requester') THEN c."agent" END
WHERE c."erased_at" IS NULL
  AND EXISTS (SELECT 1 FROM "event" e WHERE e."case_id" = c."id" AND e."type" = 'submitted');

CREATE INDEX "case_agency_status_place_idx" ON "case"("agency", "status", "place");
CREATE INDEX "case_waits_agency_place_idx" ON "case"("waits", "agency", "place");
CREATE INDEX "case_in_hand_place_idx" ON "case"("in_hand", "place");
