-- CreateTable
CREATE TABLE "case" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "agency" TEXT,
    "status" TEXT NOT NULL,
    "requester" TEXT NOT NULL,
    "verifier" TEXT,
    "agent" TEXT,
    "revision" INTEGER NOT NULL,
    "decision" INTEGER NOT NULL,
    "is_urgent" BOOLEAN NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "key" BYTEA NOT NULL,
    "state" BYTEA NOT NULL,
    "chain" TEXT NOT NULL,

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "case_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "open" JSONB NOT NULL,
    "sealed" BYTEA,
    "sealed_digest" TEXT,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("case_id","revision")
);

-- CreateTable
CREATE TABLE "chat" (
    "ref" TEXT NOT NULL,
    "key" BYTEA NOT NULL,
    "state" BYTEA NOT NULL,
    "turn" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "chat_pkey" PRIMARY KEY ("ref")
);

-- CreateTable
CREATE TABLE "inbox" (
    "seq" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "knock" TEXT,
    "payload" BYTEA,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retry_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "dedup" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "case_id" UUID,
    "payload" BYTEA,
    "replaces" TEXT,
    "asks" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'due',
    "claim_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ref" TEXT,
    "error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "config" JSONB NOT NULL,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "agencies" TEXT[],
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "slack_user" TEXT,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster" (
    "nip" TEXT NOT NULL,
    "nik" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "line" BYTEA NOT NULL,

    CONSTRAINT "roster_pkey" PRIMARY KEY ("nip")
);

-- CreateTable
CREATE TABLE "access" (
    "id" BIGSERIAL NOT NULL,
    "staff_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "access_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_link" (
    "hash" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_link_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "desk_session" (
    "hash" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "csrf" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_session_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "case_number_key" ON "case"("number");

-- CreateIndex
CREATE INDEX "case_requester_idx" ON "case"("requester");

-- CreateIndex
CREATE INDEX "case_agency_is_urgent_due_at_number_idx" ON "case"("agency", "is_urgent" DESC, "due_at", "number");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_key_key" ON "inbox"("key");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_dedup_key" ON "outbox"("dedup");

-- CreateIndex
CREATE INDEX "staff_email_idx" ON "staff"("email");

-- CreateIndex
CREATE INDEX "staff_slack_user_idx" ON "staff"("slack_user");

-- CreateIndex
CREATE INDEX "roster_nik_idx" ON "roster"("nik");

-- CreateIndex
CREATE INDEX "roster_email_idx" ON "roster"("email");

-- CreateIndex
CREATE INDEX "access_case_id_staff_id_idx" ON "access"("case_id", "staff_id");

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What the schema language cannot say: partial indexes for what is still to be done, a serial that is never reused,
-- and histories that only grow.

CREATE INDEX "inbox_waiting" ON "inbox" ("chat", "seq") WHERE "done_at" IS NULL;
CREATE INDEX "outbox_claimable" ON "outbox" ("lane", "claim_at") WHERE "state" IN ('due', 'sending', 'ambiguous');
CREATE INDEX "outbox_order" ON "outbox" ("target", "id") WHERE "state" IN ('due', 'sending', 'ambiguous');
CREATE UNIQUE INDEX "outbox_repaint" ON "outbox" ("replaces") WHERE "state" = 'due';
CREATE INDEX "outbox_shown" ON "outbox" ("replaces", "id" DESC) WHERE "ref" IS NOT NULL;
CREATE INDEX "outbox_asked" ON "outbox" ("target", "id" DESC) WHERE "asks";

CREATE SEQUENCE "case_serial";

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "event_grows" BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "access_grows" BEFORE UPDATE OR DELETE ON "access" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
