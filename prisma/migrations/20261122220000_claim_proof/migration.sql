-- Proved claims are found before others, so that no crowd of unproved ones hides them.

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "is_proved" BOOLEAN NOT NULL DEFAULT false;
