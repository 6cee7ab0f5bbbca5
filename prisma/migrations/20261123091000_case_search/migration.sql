-- By what a submitted case is found, without unsealing it.

-- CreateTable
CREATE TABLE "case_search" (
    "case_id" UUID NOT NULL,
    "agency" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "week" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "lexer" TEXT NOT NULL,
    "tokens" TEXT[],

    CONSTRAINT "case_search_pkey" PRIMARY KEY ("case_id")
);

-- CreateIndex
CREATE INDEX "case_search_week_idx" ON "case_search"("week");

-- CreateIndex
CREATE INDEX "case_search_lexer_case_id_idx" ON "case_search"("lexer", "case_id");

-- Without a list of what is to be sorted in later: every search would read that list from one end to the other.
CREATE INDEX "case_search_tokens_idx" ON "case_search" USING GIN ("tokens") WITH (fastupdate = off);

-- Cases from before have no words yet: they are noted a bit at a time (`core/handling/note-words.ts`).
INSERT INTO "case_search" ("case_id", "agency", "opened_at", "week", "revision", "lexer", "tokens")
SELECT "id", "agency", "opened_at", floor(extract(epoch FROM "opened_at") / 604800)::int, 0, '', '{}'
FROM "case" WHERE "place" IS NOT NULL AND "erased_at" IS NULL;
