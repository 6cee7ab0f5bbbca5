-- Lists that members of staff keep under names of their own, and the procedures that somebody knows best.

-- CreateTable
CREATE TABLE "saved_view" (
    "staff_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("staff_id","id")
);

-- AlterTable
ALTER TABLE "staff" ADD COLUMN "skills" TEXT[] DEFAULT ARRAY[]::TEXT[];
