import type { Agency } from '../../core/agency/agency.ts'
import type { RosterLine } from '../../core/agency/roster.ts'
import { type Staff, staffRoles } from '../../core/agency/staff.ts'
import type { Directory, RosterOutcome } from '../../core/handling/directory.ts'
import type { Sealer } from '../../core/handling/sealer.ts'
import { canonical } from './chain.ts'
import { type Client, rows } from './client.ts'
import type { Keys } from './keys.ts'

const batchSize = 1000

/** Agencies, staff and roster in PostgreSQL; roster lines are sealed and found by keyed hashes. */
export function sqlDirectory(client: Client, keys: Keys, sealer: Sealer): Directory {
  const present = async (where: Parameters<Client['staff']['findMany']>[0]) =>
    (await client.staff.findMany(where)).map(staffOf)
  return {
    // Written from parsed configuration, by `saveAgencies` alone.
    agencies: async () =>
      (await client.agency.findMany({ orderBy: { position: 'asc' } })).map(({ config }) => config as unknown as Agency),
    async saveAgencies(agencies) {
      const data = agencies.map((agency, position) => ({
        code: agency.code,
        position,
        config: JSON.parse(JSON.stringify(agency)),
      }))
      await client.$transaction([client.agency.deleteMany(), client.agency.createMany({ data })])
    },
    staff: () => present({ orderBy: { id: 'asc' } }),
    staffById: async (id) => (await present({ where: { id } }))[0],
    staffBySlack: (slackUser) => present({ where: { slackUser, removedAt: null } }),
    staffByEmail: (email) => present({ where: { email: email.trim().toLowerCase(), removedAt: null } }),
    staffOf: (role, agency) =>
      present({ where: { role, agencies: { has: agency }, removedAt: null }, orderBy: { id: 'asc' } }),
    async saveStaff({ id, agencies, email, ...rest }) {
      const data = { ...rest, email: email.trim().toLowerCase(), agencies: [...agencies] }
      await client.staff.upsert({ where: { id }, create: { id, ...data }, update: data })
    },
    async rosterByNip(nip) {
      await keys.ensure(['house'])
      const row = await client.roster.findUnique({ where: { nip: sealer.blind('nip', nip) } })
      return row === null
        ? undefined
        : (keys.open('house', `roster:line:${row.nip}`, new Uint8Array(row.line)) as RosterLine)
    },
    importRoster: (lines) => importRoster(client, keys, sealer, lines),
  }
}

function staffOf(row: {
  id: string
  role: string
  agencies: string[]
  name: string
  email: string
  slackUser: string | null
  removedAt: Date | null
}): Staff {
  const role = staffRoles.find((known) => known === row.role)
  if (role === undefined) throw new Error(`staff of an unknown role: ${row.role}`)
  return { ...row, role, removedAt: row.removedAt?.toISOString() ?? null }
}

async function importRoster(
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
          `SELECT "nip", "digest" FROM "roster" WHERE "nip" = ANY ($1::text[])`,
          input.map(({ nip }) => nip),
        )
        const known = new Map(before.map(({ nip, digest }) => [nip, digest]))
        outcomes.push(...input.map(({ nip, digest }) => outcomeOf(known.get(nip), digest)))
        const news = input.filter(({ nip, digest }) => known.get(nip) !== digest)
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
  SELECT x.nip, x.nik, x.email, x.agency, x.digest, decode(x.line, 'base64')
  FROM jsonb_to_recordset($1::jsonb) AS x(nip text, nik text, email text, agency text, digest text, line text)
  ON CONFLICT ("nip") DO UPDATE SET "nik" = excluded."nik", "email" = excluded."email", "agency" = excluded."agency",
    "digest" = excluded."digest", "line" = excluded."line"`

function sealedLine(keys: Keys, sealer: Sealer, line: RosterLine) {
  const nip = sealer.blind('nip', line.nip)
  return {
    nip,
    nik: sealer.blind('nik', line.nik),
    email: sealer.blind('email', line.email.toLowerCase()),
    agency: line.agency,
    digest: sealer.blind('roster-line', canonical(line)),
    line: Buffer.from(keys.seal('house', `roster:line:${nip}`, line)).toString('base64'),
  }
}
