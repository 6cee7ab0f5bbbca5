-- Who claims to be whom: chats tied to people, one-time codes, and the numbers that cases are about; all as keyed hashes.

-- CreateTable
CREATE TABLE "binding" (
    "subject" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "cools_until" TIMESTAMPTZ(3),
    "previous" TEXT,
    "key" TEXT NOT NULL,

    CONSTRAINT "binding_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "code" (
    "key" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "hash" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "spent_by" TEXT,

    CONSTRAINT "code_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "claim" (
    "case_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("case_id","subject")
);

-- CreateIndex
CREATE INDEX "binding_chat_idx" ON "binding"("chat");

-- CreateIndex
CREATE INDEX "code_chat_asked_at_idx" ON "code"("chat", "asked_at");

-- CreateIndex
CREATE INDEX "claim_subject_idx" ON "claim"("subject");
