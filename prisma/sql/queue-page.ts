import type { PageQuery, QueueQuery } from '../../core/ticket/queue-page.ts'
import { type Client, rows } from './client.ts'

interface CaseRow {
  readonly id: string
  readonly key: Uint8Array
  readonly state: Uint8Array
}

/** A page of a list, by as many looks into an index as it has lanes: what is behind or before it is never read. */
export async function pageRows(client: Client, query: PageQuery): Promise<readonly CaseRow[]> {
  const text = `WITH hit AS MATERIALIZED (${hits(query)})
SELECT c."id"::text, c."key", c."state" FROM hit JOIN "case" c ON c."id" = hit."id" ORDER BY hit."place"`
  return rows<CaseRow>(client, text, ...valuesOf(query, query.after, query.limit))
}

/** How many cases a list holds, at most `most`: no more than these are looked at. */
export async function countUpTo(client: Client, query: QueueQuery, most: number): Promise<number> {
  const text = `SELECT count(*)::int AS n FROM (${hits(query)}) hit`
  const [row] = await rows<{ n: number }>(client, text, ...valuesOf(query, undefined, most))
  return row?.n ?? 0
}

/** What a list is read from: the hands of one person, the queue of an agency, or its cases in one status. */
function hits(query: QueueQuery): string {
  const filter = `x."place" > $3 AND x."place" < $4
    AND ($7::text IS NULL OR x."procedure" = $7) AND ($8::boolean IS NULL OR x."has_remarks" = $8)
    AND ($9::timestamptz IS NULL OR x."due_at" <= $9) AND (NOT $10::boolean OR x."waits" IS NULL)`
  const last = `ORDER BY x."place" LIMIT $11::int`
  const isLane = `EXISTS (SELECT 1 FROM unnest($1::text[], $2::text[]) l(agency, status)
    WHERE l.agency = x."agency" AND l.status = x."status")`
  if (query.ids !== undefined)
    return `SELECT x."id", x."place" FROM "case" x WHERE x."id" = ANY ($12::uuid[]) AND ${filter} AND ${isLane}
    AND ($5::text IS NULL OR x."waits" = $5) AND ($6::text IS NULL OR x."in_hand" = $6) ${last}`
  if (query.inHand !== undefined)
    return `SELECT x."id", x."place" FROM "case" x WHERE x."in_hand" = $6 AND ($5::text IS NULL OR x."waits" = $5)
    AND ${filter} AND ${isLane} ${last}`
  const [from, equal] =
    query.waits !== undefined
      ? [
          `(SELECT DISTINCT agency FROM unnest($1::text[]) u(agency)) l`,
          `x."waits" = $5 AND x."agency" = l.agency AND x."status" = ANY ($2::text[])`,
        ]
      : [`unnest($1::text[], $2::text[]) l(agency, status)`, `x."agency" = l.agency AND x."status" = l.status`]
  return `SELECT x."id", x."place" FROM ${from} CROSS JOIN LATERAL (
    SELECT x."id", x."place" FROM "case" x WHERE ${equal} AND ${filter}
    AND ($5::text IS NULL OR x."waits" = $5) AND ($6::text IS NULL OR x."in_hand" = $6) ${last}) x ${last}`
}

/** Above every rank, and above every rank that is not urgent and due by then. */
const endOf = (dueBy: string | undefined): string => (dueBy === undefined ? '2' : `1${dueBy}~`)

const valuesOf = (query: QueueQuery, after: string | undefined, limit: number) =>
  [
    ...[
      query.lanes.map(({ agency }) => agency),
      query.lanes.map(({ status }) => status),
      after ?? '',
      endOf(query.dueBy),
    ],
    ...[query.waits ?? null, query.inHand ?? null, query.procedure ?? null, query.hasRemarks ?? null],
    ...[query.dueBy ?? null, query.isTaken === true, limit],
    ...(query.ids === undefined ? [] : [query.ids]),
  ] as const
