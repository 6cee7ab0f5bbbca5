import { type ApiOptions, createApi } from '../../bot/api/api.ts'
import { type ApiReport, newApiToken } from '../../bot/api/caller.ts'
import { type ApiScope, apiScopes } from '../../core/handling/api-access.ts'
import { Story } from '../case/given.ts'
import { type DeskWorld, deskWorld, number, publicUrl, staff, type WorldOptions } from '../desk/desk-fixture.ts'

export interface ApiWorld extends DeskWorld {
  readonly api: ReturnType<typeof createApi>
  readonly denied: ApiReport[]
  /** A key of Dewi's, or of somebody else; `newToken` of the world makes it. */
  key(options?: { readonly scopes?: readonly ApiScope[]; readonly staffId?: string }): Promise<string>
  /** Sends a request with that key, and a fresh idempotency key unless one is given. */
  ask(key: string, method: string, path: string, body?: unknown, more?: Record<string, string>): Promise<Response>
  /** A command to the one case of this world. */
  give(key: string, name: string, body: unknown, once?: string): Promise<Response>
}

const dayMs = 86_400_000

/** A world whose one case is with the contact center, and the API on it. */
export async function apiWorld(
  options: WorldOptions & Partial<Pick<ApiOptions, 'pace' | 'reach'>> = {},
  story: Story | null = new Story().sent(),
): Promise<ApiWorld> {
  const plain = await deskWorld(options)
  const world = Object.assign(plain, { ports: { ...plain.ports, has: { ...plain.ports.has, hooks: true } } })
  const denied: ApiReport[] = []
  const api = createApi(world.ports, { publicUrl, report: (said) => denied.push(said), ...options })
  if (story !== null) await world.keep(story)
  let count = 0
  const ask: ApiWorld['ask'] = async (key, method, path, body, more = {}) => {
    count += 1
    const headers = {
      ...(key !== '' && { Authorization: `Bearer ${key}` }),
      ...(method !== 'GET' && { 'Idempotency-Key': `key-${count}`, 'Content-Type': 'application/json' }),
      ...more,
    }
    const init = {
      method,
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }
    return api.app.request(path, init)
  }
  return Object.assign(world, {
    api,
    denied,
    ask,
    async key({ scopes = apiScopes, staffId = 'dewi' } = {}) {
      const token = newApiToken(world.ports.newToken())
      const { role, agencies } = Object.values(staff).find(({ id }) => id === staffId) ?? staff.dewi
      const at = Date.parse(world.ports.now())
      await world.ports.api.saveApiToken(token, {
        id: world.ports.newId(),
        ...{ staffId, label: '', scopes, grants: [role, ...agencies], usedAt: null, revokedAt: null },
        since: new Date(at).toISOString(),
        expiresAt: new Date(at + 30 * dayMs).toISOString(),
      })
      return token
    },
    give: (key: string, name: string, body: unknown, once?: string) =>
      ask(key, 'POST', `/cases/${number}/${name}`, body, once === undefined ? {} : { 'Idempotency-Key': once }),
  } satisfies Omit<ApiWorld, keyof DeskWorld>)
}

export const bodyOf = async (response: Response) => (await response.json()) as Record<string, unknown>
