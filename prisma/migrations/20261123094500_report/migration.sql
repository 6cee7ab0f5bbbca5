-- Reports read the events of some types in a period, and nothing before.

-- CreateIndex
CREATE INDEX "event_type_at_idx" ON "event"("type", "at");
