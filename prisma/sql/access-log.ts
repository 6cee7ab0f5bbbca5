import { createHash } from 'node:crypto'
import type { AccessLog } from '../../core/handling/access-log.ts'
import { type Client, rows } from './client.ts'

/** Who looked at what, in PostgreSQL: one chain over all looks. */
export function sqlAccessLog(client: Client): AccessLog {
  return {
    async record({ staffId, caseId, what, ref, at }) {
      // The lock comes first and in its own statement, so that the insert sees the last link.
      await client.$transaction([
        client.$executeRawUnsafe('SELECT pg_advisory_xact_lock(726173)'),
        client.$executeRawUnsafe(RECORD, staffId, caseId, what, ref, new Date(at).toISOString()),
      ])
    },
    async seenBy(staffId, caseId) {
      const looks = await client.access.findMany({
        where: { staffId, caseId, what: 'evidence' },
        select: { ref: true },
        distinct: ['ref'],
      })
      return new Set(looks.map(({ ref }) => ref))
    },
    async lastLooks(caseIds) {
      const found = await rows<{ case_id: string; staff_id: string; at: Date }>(client, LAST_LOOKS, caseIds)
      return found.map(({ case_id, staff_id, at }) => ({ caseId: case_id, staffId: staff_id, at: at.toISOString() }))
    },
    firstFault: () => firstFault(client),
  }
}

/** By case first: sought by the newest look alone, a case that nobody opened would be sought among all looks. */
const LAST_LOOKS = `
SELECT DISTINCT ON ("case_id") "case_id"::text, "staff_id", "at" FROM "access"
WHERE "case_id" = ANY ($1::uuid[]) AND "what" = 'case' ORDER BY "case_id", "id" DESC`

const RECORD = `INSERT INTO "access" ("staff_id", "case_id", "what", "ref", "at", "hash")
  SELECT $1, $2::text::uuid, $3, $4, $5::text::timestamptz, encode(sha256(convert_to(
    coalesce((SELECT "hash" FROM "access" ORDER BY "id" DESC LIMIT 1), '') || '|' || $1 || '|' || $2::text || '|' || $3 || '|' || $4 || '|' || $5::text, 'UTF8')), 'hex')`

const pageSize = 1000

async function firstFault(client: Client): Promise<number | undefined> {
  let previous = ''
  for (let after = 0n; ; ) {
    const page = await client.access.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: pageSize })
    for (const { id, staffId, caseId, what, ref, at, hash } of page) {
      const text = [previous, staffId, caseId, what, ref, at.toISOString()].join('|')
      if (createHash('sha256').update(text).digest('hex') !== hash) return Number(id)
      previous = hash
    }
    const last = page.at(-1)
    if (last === undefined) return undefined
    after = last.id
  }
}
