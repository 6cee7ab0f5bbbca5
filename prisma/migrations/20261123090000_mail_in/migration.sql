-- Mails that came in, sealed until their case has them or somebody dismissed them.

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "likeness" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "case_id" UUID,
    "reason" BYTEA,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_file" (
    "mail_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "mail_file_pkey" PRIMARY KEY ("mail_id","n")
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_place_key" ON "mail"("place");

-- CreateIndex
CREATE UNIQUE INDEX "mail_likeness_key" ON "mail"("likeness");

-- CreateIndex
CREATE INDEX "mail_state_at_idx" ON "mail"("state", "at");
