-- What files that were sent are known by when they come again in another case.

-- CreateTable
CREATE TABLE "evidence_print" (
    "case_id" UUID NOT NULL,
    "file_id" TEXT NOT NULL,
    "bytes" TEXT NOT NULL,
    "upload" TEXT,
    "result" TEXT,
    "looks" BIT(256),
    "sent_on" DATE NOT NULL,

    CONSTRAINT "evidence_print_pkey" PRIMARY KEY ("case_id","file_id")
);

-- CreateIndex
CREATE INDEX "evidence_print_bytes_idx" ON "evidence_print"("bytes");

-- CreateIndex
CREATE INDEX "evidence_print_upload_idx" ON "evidence_print"("upload");

-- CreateIndex
CREATE INDEX "evidence_print_result_idx" ON "evidence_print"("result");

-- CreateIndex
CREATE INDEX "evidence_print_sent_on_idx" ON "evidence_print"("sent_on");
