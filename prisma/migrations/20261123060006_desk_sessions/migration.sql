-- Sessions of the desk get a name of their own, what they are allowed, when they were used, and a token that turns.
ALTER TABLE "desk_session"
  ADD COLUMN "id" TEXT,
  ADD COLUMN "grants" TEXT[],
  ADD COLUMN "device" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "since" TIMESTAMPTZ(3),
  ADD COLUMN "used_at" TIMESTAMPTZ(3),
  ADD COLUMN "turned_at" TIMESTAMPTZ(3),
  ADD COLUMN "previous_hash" TEXT,
  ADD COLUMN "previous_until" TIMESTAMPTZ(3);

-- Whoever is signed in stays so: twelve hours began when the session did.
UPDATE "desk_session" SET
  "id" = md5("hash"),
  "grants" = ARRAY[]::TEXT[],
  "since" = "expires_at" - interval '12 hours',
  "used_at" = "expires_at" - interval '12 hours',
  "turned_at" = "expires_at" - interval '12 hours';

ALTER TABLE "desk_session"
  ALTER COLUMN "id" SET NOT NULL,
  ALTER COLUMN "device" DROP DEFAULT,
  ALTER COLUMN "since" SET NOT NULL,
  ALTER COLUMN "used_at" SET NOT NULL,
  ALTER COLUMN "turned_at" SET NOT NULL;

CREATE UNIQUE INDEX "desk_session_id_key" ON "desk_session"("id");
CREATE UNIQUE INDEX "desk_session_previous_hash_key" ON "desk_session"("previous_hash");
CREATE INDEX "desk_session_staff_id_idx" ON "desk_session"("staff_id");

CREATE TABLE "desk_taste" (
  "staff_id" TEXT NOT NULL,
  "are_letters_off" BOOLEAN NOT NULL,
  "theme" TEXT,

  CONSTRAINT "desk_taste_pkey" PRIMARY KEY ("staff_id")
);
