-- Addresses of other helpdesks that are told what happens, and what came of each message.

-- CreateTable
CREATE TABLE "hook" (
    "id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "types" TEXT[],
    "agencies" TEXT[],
    "staff_id" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "hook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hook_delivery" (
    "id" TEXT NOT NULL,
    "hook_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "answer" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hook_delivery_hook_id_at_idx" ON "hook_delivery"("hook_id", "at");

-- CreateIndex
CREATE INDEX "hook_delivery_at_idx" ON "hook_delivery"("at");
