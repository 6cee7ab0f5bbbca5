import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type ApiScope, apiScopes } from '../core/handling/api-access.ts'
import { newApiToken } from './api/caller.ts'
import { findStaff } from './staff-verbs.ts'
import type { VerbContext } from './verbs.ts'

const dayMs = 86_400_000
const daysMax = 365
const daysUsual = 90
const labelMax = 60

/** `api-token add`: a key for another helpdesk, shown this once. */
export async function addApiToken(context: VerbContext, args: readonly string[]): Promise<number> {
  const options = {
    staff: { type: 'string' },
    scope: { type: 'string', multiple: true },
    days: { type: 'string' },
    label: { type: 'string' },
  } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const asked = [...(values.scope ?? []), ...positionals].flatMap((names) => names.split(','))
  const scopes = apiScopes.filter((scope): scope is ApiScope => asked.includes(scope))
  const days = Number(values.days ?? daysUsual)
  const agent = (await findStaff(context.store, values.staff ?? '')).find(({ role }) => role === 'agent')
  const faults = [
    agent === undefined && '--staff must name an active agent by mail address, Slack id or id (pandu staff list)',
    (asked.length === 0 || scopes.length < new Set(asked).size) && `--scope must be of ${apiScopes.join(', ')}`,
    !(Number.isInteger(days) && days >= 1 && days <= daysMax) && `--days must be a whole number from 1 to ${daysMax}`,
    (values.label ?? '').length > labelMax && `--label has at most ${labelMax} characters`,
  ].filter((fault) => fault !== false)
  if (faults.length > 0 || agent === undefined) {
    for (const fault of faults) context.print(fault)
    return 2
  }
  const [token, since] = [newApiToken(context.newToken()), context.now()]
  const expiresAt = new Date(Date.parse(since) + days * dayMs).toISOString()
  const grants = [agent.role, ...agent.agencies]
  const kept = { id: randomUUID(), staffId: agent.id, label: values.label ?? '', scopes, grants, since, expiresAt }
  await context.store.api.saveApiToken(token, { ...kept, usedAt: null, revokedAt: null })
  context.print(`${kept.id}\tuntil ${expiresAt}`)
  context.print(token)
  return 0
}

/** `api-token list`: id, person, scopes, agencies, last use and end; tabs between them. */
export async function listApiTokens({ store, now, print }: VerbContext): Promise<number> {
  for (const { id, staffId, label, scopes, grants, usedAt, expiresAt, revokedAt } of await store.api.apiTokens()) {
    const staff = await store.directory.staffById(staffId)
    const end = expiresAt <= now() ? `expired ${expiresAt}` : `until ${expiresAt}`
    const state = revokedAt === null ? end : `revoked ${revokedAt}`
    const used = usedAt === null ? 'never used' : `used ${usedAt}`
    print([id, staff?.email ?? staffId, scopes.join(' '), grants.slice(1).join(' '), used, state, label].join('\t'))
  }
  return 0
}

/** `api-token revoke`: it opens nothing from now on. */
export async function revokeApiToken({ store, now, print }: VerbContext, args: readonly string[]): Promise<number> {
  const isRevoked = await store.api.revokeApiToken(args[0] ?? '', now())
  print(isRevoked ? 'Revoked: it opens nothing from now on.' : 'There is no such key that is still good.')
  return isRevoked ? 0 : 1
}
