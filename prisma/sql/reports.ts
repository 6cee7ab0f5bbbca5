import type { Score } from '../../core/case/rating.ts'
import type { Figures, Reports } from '../../core/handling/reports.ts'
import { type Client, rows } from './client.ts'

/** Figures in PostgreSQL: each reads the events of its types in the period, by their index, and nothing before. */
export function sqlReports(client: Client): Reports {
  return {
    async figuresOf({ agencies, from, until }) {
      const asked = [agencies, from, until] as const
      const volume = await rows<Figures['volume'][number]>(client, VOLUME, ...asked)
      const reasons = await rows<Figures['reasons'][number]>(client, REASONS, ...asked)
      const turns = await rows<Figures['turns'][number]>(client, TURNS, ...asked)
      const said = await rows<{ score: Score; count: number }>(client, SCORES, ...asked)
      const countOf = (score: Score) => said.find((one) => one.score === score)?.count ?? 0
      return { volume, reasons, turns, scores: { good: countOf('good'), fair: countOf('fair'), poor: countOf('poor') } }
    },
  }
}

const inPeriod = (types: string) => `e."type" IN (${types}) AND e."at" >= $2::timestamptz AND e."at" < $3::timestamptz
  AND c."agency" = ANY ($1::text[]) AND c."erased_at" IS NULL`
const from = `"event" e JOIN "case" c ON c."id" = e."case_id"`

// What was corrected is sent again: the first time counts. WIB has no summer time.
const VOLUME = `SELECT to_char(e."at" AT TIME ZONE 'UTC' + interval '7 hours', 'YYYY-MM-DD') AS "day", c."procedure",
    count(*)::int AS "count"
  FROM ${from} WHERE ${inPeriod(`'submitted'`)} AND NOT EXISTS (
    SELECT FROM "event" b WHERE b."case_id" = e."case_id" AND b."revision" < e."revision" AND b."type" = 'submitted')
  GROUP BY 1, 2 ORDER BY 1, c."procedure" COLLATE "C"`

// An item of a second device is the same item, and one judged twice for the same reason is one case.
const REASONS = `SELECT item AS "item", reason AS "reason", count(DISTINCT id)::int AS "count" FROM (
    SELECT c."id", CASE e."type" WHEN 'item-judged' THEN split_part(e."open"->>'item', '.', 1) END AS item,
      e."open"->>'reason' AS reason
    FROM ${from} WHERE ${inPeriod(`'item-judged', 'rejected'`)}) one
  WHERE reason IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, item COLLATE "C" NULLS LAST, reason COLLATE "C"`

// A turn begins with the event that set its due time, and ends with whatever its holder decided then.
const TURNS = `SELECT holder AS "holder", count(*)::int AS "count", count(*) FILTER (WHERE kept)::int AS "keptCount",
    percentile_disc(0.5) WITHIN GROUP (ORDER BY minutes) AS "medianMinutes",
    percentile_disc(0.9) WITHIN GROUP (ORDER BY minutes) AS "mostMinutes"
  FROM (
    SELECT CASE
        WHEN e."type" = 'submitted' THEN 'requester'
        WHEN e."type" IN ('approved', 'sent-back', 'link-sent') OR e."open"->'author'->>'role' = 'agent' THEN 'agent'
        ELSE 'verifier' END AS holder,
      floor(extract(epoch FROM e."at" - b."at") / 60)::int AS minutes, e."at" <= b.due AS kept
    FROM ${from} CROSS JOIN LATERAL (
      SELECT b."at", (b."open"->>'dueAt')::timestamptz AS due FROM "event" b
      WHERE b."case_id" = e."case_id" AND b."revision" < e."revision" AND b."open"->>'dueAt' IS NOT NULL
      ORDER BY b."revision" DESC LIMIT 1) b
    WHERE ${inPeriod(`'submitted', 'returned', 'rejected', 'accepted', 'legalised', 'settled', 'approved', 'sent-back', 'link-sent'`)}) one
  GROUP BY 1 ORDER BY array_position(ARRAY['verifier', 'agent', 'requester'], holder)`

const SCORES = `SELECT score AS "score", count(*)::int AS "count" FROM (
    SELECT DISTINCT ON (e."case_id") e."open"->>'score' AS score FROM ${from} WHERE ${inPeriod(`'rated'`)}
    ORDER BY e."case_id", e."revision" DESC) last
  GROUP BY 1`
