-- CreateTable
CREATE TABLE "form_link" (
    "hash" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "form_sha256" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_link_pkey" PRIMARY KEY ("hash")
);
