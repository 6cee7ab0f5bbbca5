import type { MiddlewareHandler } from 'hono'
import type { Staff } from '../../core/agency/staff.ts'
import type { ApiScope, ApiToken } from '../../core/handling/api-access.ts'
import type { Ports } from '../../core/handling/ports.ts'
import type { Reach } from './hook-address.ts'
import { Pace } from './pace.ts'
import { Problem } from './problem.ts'
import type { Once } from './request-guard.ts'

/** Whoever acts by a key: its person, in the agencies that the key was made for. */
export interface Caller {
  readonly token: ApiToken
  readonly staff: Staff
  readonly agencies: readonly string[]
}

/** What went wrong or was denied, for the log: ids and closed words, nothing of a person or a request. */
export type ApiReport =
  | { readonly what: 'api-denied'; readonly token: string; readonly staffId: string; readonly at: string }
  | { readonly what: 'api-failed'; readonly error: unknown }

/** What the API works with. */
export interface Api {
  readonly ports: Ports
  readonly reach: Reach
  readonly report: (report: ApiReport) => void
}

export interface ApiEnv {
  Variables: { caller: Caller; once: Once }
}

const prefix = 'pandu_'
const form = /^pandu_[\w-]{8,64}$/
const useEveryMs = 5 * 60_000

/** A key as it is shown: its beginning lets scanners of leaked secrets know it. */
export const newApiToken = (random: string): string => `${prefix}${random}`

/** Lets in whoever has a good key and comes not too often; rights are read anew for every request. */
export function recognise({ ports }: Api, pace = new Pace(120, 240)): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const [scheme, token = '', ...rest] = (c.req.header('Authorization') ?? '').trim().split(/\s+/)
    if (scheme === '' || scheme === undefined) throw unknown('no-token')
    if (scheme.toLowerCase() !== 'bearer' || rest.length > 0 || !form.test(token)) throw unknown('token-refused')
    const caller = await callerOf(ports, token)
    if (caller === undefined) throw unknown('token-refused')
    const waitSeconds = pace.take(caller.token.id, Date.parse(ports.now()))
    if (waitSeconds > 0) throw new Problem('too-many-requests', { headers: { 'Retry-After': `${waitSeconds}` } })
    c.set('caller', caller)
    await next()
  }
}

const unknown = (code: 'no-token' | 'token-refused') =>
  new Problem(code, { headers: { 'WWW-Authenticate': 'Bearer realm="pandu"' } })

async function callerOf(ports: Ports, token: string): Promise<Caller | undefined> {
  const at = ports.now()
  const kept = await ports.api.apiToken(token, at)
  const staff = kept && (await ports.directory.staffById(kept.staffId))
  if (kept === undefined || staff === undefined || staff.removedAt !== null || staff.role !== 'agent') return undefined
  const has = [staff.role, ...staff.agencies]
  if (!kept.grants.every((grant) => has.includes(grant))) {
    // It must not come alive again with the role.
    await ports.api.revokeApiToken(kept.id, at)
    return undefined
  }
  if (Date.parse(at) - Date.parse(kept.usedAt ?? kept.since) >= useEveryMs || kept.usedAt === null)
    await ports.api.noteApiUse(kept.id, at)
  return { token: kept, staff, agencies: kept.grants.slice(1) }
}

/** Lets a key through that is for this. */
export const needs =
  (scope: ApiScope): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    if (!c.get('caller').token.scopes.includes(scope)) throw new Problem('scope-missing')
    await next()
  }
