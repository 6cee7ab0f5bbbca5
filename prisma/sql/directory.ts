import type { Absence } from '../../core/agency/absence.ts'
import type { Agency } from '../../core/agency/agency.ts'
import { type Staff, staffRoles } from '../../core/agency/staff.ts'
import type { Directory } from '../../core/handling/directory.ts'
import type { Sealer } from '../../core/handling/sealer.ts'
import { procedureNames } from '../../core/procedure/names.ts'
import type { Client } from './client.ts'
import type { Keys } from './keys.ts'
import { sqlRoster } from './roster.ts'

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
    async saveStaff({ id, agencies, email, skills = [], ...rest }) {
      const data = { ...rest, email: email.trim().toLowerCase(), agencies: [...agencies], skills: [...skills] }
      await client.staff.upsert({ where: { id }, create: { id, ...data }, update: data })
    },
    async absencesFrom(day) {
      const found = await client.absence.findMany({
        where: { until: { gte: day }, endedAt: null },
        orderBy: [{ from: 'asc' }, { id: 'asc' }],
      })
      return found.map(absenceOf)
    },
    async absenceById(id) {
      const found = await client.absence.findUnique({ where: { id } })
      return found === null ? undefined : absenceOf(found)
    },
    async saveAbsence({ id, ...data }) {
      await client.absence.upsert({ where: { id }, create: { id, ...data }, update: data })
    },
    ...sqlRoster(client, keys, sealer),
  }
}

const absenceOf = ({ endedAt, ...row }: Omit<Absence, 'endedAt'> & { endedAt: Date | null }): Absence => ({
  ...row,
  endedAt: endedAt?.toISOString() ?? null,
})

function staffOf(row: {
  id: string
  role: string
  agencies: string[]
  name: string
  email: string
  slackUser: string | null
  removedAt: Date | null
  skills: string[]
}): Staff {
  const role = staffRoles.find((known) => known === row.role)
  if (role === undefined) throw new Error(`staff of an unknown role: ${row.role}`)
  const { skills: known, ...rest } = row
  // A procedure that is gone from the program is nobody's skill.
  const skills = procedureNames.filter((name) => known.includes(name))
  return { ...rest, role, removedAt: row.removedAt?.toISOString() ?? null, ...(skills.length > 0 && { skills }) }
}
