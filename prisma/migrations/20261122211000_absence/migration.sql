-- CreateTable
CREATE TABLE "absence" (
    "id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "deputy_id" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "absence_until_idx" ON "absence"("until");
