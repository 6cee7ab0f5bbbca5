-- Rows that will never arrive are few, and found by their case when that is erased.
CREATE INDEX "outbox_dead" ON "outbox" ("case_id") WHERE "state" = 'dead';
