import type { RosterLine } from '../../core/agency/roster.ts'
import type { Directory, RosterOutcome } from '../../core/handling/directory.ts'
import type { Sealer } from '../../core/handling/sealer.ts'
import { type Client, rows } from './client.ts'
import type { Keys } from './keys.ts'
import { startRosterImport } from './roster-import.ts'
import { openLine, sealedLine } from './roster-seal.ts'
import { FORGET_STALE } from './roster-statements.ts'

const batchSize = 1000

type RosterPort = Pick<
  Directory,
  'rosterByNip' | 'rosterByNik' | 'rosterByEmail' | 'rosterAges' | 'startRosterImport' | 'sweepRoster' | 'importRoster'
>

/** The roster in PostgreSQL: lines are sealed and found by keyed hashes. */
export function sqlRoster(client: Client, keys: Keys, sealer: Sealer): RosterPort {
  const find = async (column: 'nip' | 'nik' | 'email', value: string): Promise<RosterLine | undefined> => {
    if (value === '') return undefined
    await keys.ensure(['house'])
    const found = await client.roster.findMany({
      where: { [column]: sealer.blind(column, value), removedAt: null },
      take: 2,
    })
    const [row] = found
    return row === undefined || found.length > 1 ? undefined : openLine(keys, row.nip, row.line)
  }
  return {
    rosterByNip: (nip) => find('nip', nip),
    rosterByNik: (nik) => find('nik', nik),
    rosterByEmail: (email) => find('email', email.trim().toLowerCase()),
    rosterAges: async () =>
      (await client.rosterAge.findMany({ orderBy: { agency: 'asc' } })).map(({ importedAt, ...age }) => ({
        ...age,
        importedAt: importedAt.toISOString(),
      })),
    startRosterImport: (at) => startRosterImport(client, keys, sealer, at),
    sweepRoster: (at) => client.$executeRawUnsafe(FORGET_STALE, at),
    importRoster: (lines) => importLines(client, keys, sealer, lines),
  }
}

async function importLines(
  client: Client,
  keys: Keys,
  sealer: Sealer,
  lines: readonly RosterLine[],
): Promise<readonly RosterOutcome[]> {
  await keys.ensure(['house'])
  const outcomes: RosterOutcome[] = []
  const batches = Array.from({ length: Math.ceil(lines.length / batchSize) }, (_, n) =>
    lines.slice(n * batchSize, (n + 1) * batchSize),
  )
  await client.$transaction(
    async (tx) => {
      for (const batch of batches) {
        const input = batch.map((line) => sealedLine(keys, sealer, line))
        const before = await rows<{ nip: string; digest: string }>(
          tx,
          `SELECT "nip", "digest" FROM "roster" WHERE "nip" = ANY ($1::text[]) AND "removed_at" IS NULL`,
          input.map(({ key }) => key),
        )
        const known = new Map(before.map(({ nip, digest }) => [nip, digest]))
        outcomes.push(...input.map(({ key, digest }) => outcomeOf(known.get(key), digest)))
        const news = input.filter(({ key, digest }) => known.get(key) !== digest)
        if (news.length > 0) await tx.$executeRawUnsafe(UPSERT, JSON.stringify(news))
      }
    },
    { timeout: 120_000 },
  )
  return outcomes
}

const outcomeOf = (before: string | undefined, digest: string): RosterOutcome => {
  if (before === undefined) return 'added'
  return before === digest ? 'same' : 'changed'
}

const UPSERT = `INSERT INTO "roster" ("nip", "nik", "email", "agency", "digest", "line")
  SELECT x.key, x.nik, x.email, x.agency, x.digest, decode(x.sealed, 'base64')
  FROM jsonb_to_recordset($1::jsonb) AS x(key text, nik text, email text, agency text, digest text, sealed text)
  ON CONFLICT ("nip") DO UPDATE SET "nik" = excluded."nik", "email" = excluded."email", "agency" = excluded."agency",
    "digest" = excluded."digest", "line" = excluded."line", "removed_at" = NULL`
