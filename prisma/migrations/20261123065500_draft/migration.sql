-- Words that somebody of the staff has not sent yet.

-- CreateTable
CREATE TABLE "draft" (
    "case_id" UUID NOT NULL,
    "staff_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("case_id","staff_id","kind")
);

-- CreateIndex
CREATE INDEX "draft_at_idx" ON "draft"("at");
