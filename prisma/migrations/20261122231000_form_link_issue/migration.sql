-- A link is of one issue of a form. Which issue the links before were of is not known; the next morning's mail brings
-- new ones.
DELETE FROM "form_link";

-- AlterTable
ALTER TABLE "form_link" ADD COLUMN     "issued_at" TIMESTAMPTZ(3) NOT NULL;
