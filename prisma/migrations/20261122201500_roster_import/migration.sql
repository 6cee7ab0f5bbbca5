-- A person without a NIP is known by the NIK, and not everybody has a NIK or a mailbox on record.
ALTER TABLE "roster" ALTER COLUMN "nik" DROP NOT NULL,
ALTER COLUMN "email" DROP NOT NULL,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "roster_agency_idx" ON "roster"("agency");

-- Unlogged: what a crash of the server leaves of a file that was being read is nothing.
CREATE UNLOGGED TABLE "roster_incoming" (
    "run" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "key" TEXT,
    "nik" TEXT,
    "email" TEXT,
    "agency" TEXT,
    "digest" TEXT,
    "sealed" BYTEA,
    "shown" JSONB,
    "faults" JSONB,
    "outcome" TEXT NOT NULL,
    "before_key" TEXT,
    "before" BYTEA,

    CONSTRAINT "roster_incoming_pkey" PRIMARY KEY ("run","line")
);

-- CreateTable
CREATE TABLE "roster_age" (
    "agency" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "lines" INTEGER NOT NULL,

    CONSTRAINT "roster_age_pkey" PRIMARY KEY ("agency")
);
