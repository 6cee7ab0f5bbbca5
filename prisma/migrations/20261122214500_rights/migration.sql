-- Erasure leaves a row without key, state and person; a legal hold keeps all of it; files may go before their case.

-- AlterTable
ALTER TABLE "case" ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "files_erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "hold" TEXT;

-- CreateTable
CREATE TABLE "erasure_request" (
    "id" UUID NOT NULL,
    "chat" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "decision" TEXT,

    CONSTRAINT "erasure_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "copy_link" (
    "hash" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "copy_link_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "erasure_request_chat_idx" ON "erasure_request"("chat");

-- CreateIndex
CREATE INDEX "copy_link_chat_idx" ON "copy_link"("chat");

-- A chat asks once at a time.
CREATE UNIQUE INDEX "erasure_request_open" ON "erasure_request" ("chat") WHERE "decided_at" IS NULL;
