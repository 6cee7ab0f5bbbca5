-- Tokens of the API, and what its writes were answered.

-- CreateTable
CREATE TABLE "api_token" (
    "hash" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "scopes" TEXT[],
    "grants" TEXT[],
    "since" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "api_answer" (
    "key" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_answer_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_token_id_key" ON "api_token"("id");

-- CreateIndex
CREATE INDEX "api_token_since_idx" ON "api_token"("since");

-- CreateIndex
CREATE INDEX "api_answer_expires_at_idx" ON "api_answer"("expires_at");
