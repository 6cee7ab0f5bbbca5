-- A chat that was erased and comes back has opened what it opened: its history says when, though nothing else of it can be read.
CREATE INDEX "event_opened" ON "event" (("open"->>'chat'), "at") WHERE "type" = 'opened';
