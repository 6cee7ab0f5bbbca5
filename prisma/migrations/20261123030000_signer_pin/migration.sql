-- Which certificates were confirmed as whose.

-- CreateTable
CREATE TABLE "signer_pin" (
    "role" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "cert_sha256" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "common_name" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signer_pin_pkey" PRIMARY KEY ("role","person","cert_sha256")
);

-- CreateIndex
CREATE INDEX "signer_pin_agency_idx" ON "signer_pin"("agency");

CREATE TRIGGER "signer_pin_grows" BEFORE UPDATE OR DELETE ON "signer_pin" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
