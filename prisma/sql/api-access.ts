import { type ApiAccess, type ApiToken, apiScopes, apiTokensMax } from '../../core/handling/api-access.ts'
import type { Sealer } from '../../core/handling/sealer.ts'
import type { Client } from './client.ts'
import { answerPlace } from './commit-rows.ts'
import type { Keys } from './keys.ts'

const keptMs = 30 * 86_400_000

/** Tokens and answers of the API in PostgreSQL. */
export function sqlApiAccess(client: Client, keys: Keys, sealer: Sealer): ApiAccess {
  const hashOf = (token: string) => sealer.blind('api-token', token)
  return {
    async saveApiToken(token, { since, usedAt, expiresAt, revokedAt, scopes, grants, ...kept }) {
      const times = { since: new Date(since), expiresAt: new Date(expiresAt) }
      const later = { usedAt: dateOf(usedAt), revokedAt: dateOf(revokedAt) }
      const lists = { scopes: [...scopes], grants: [...grants] }
      await client.apiToken.create({ data: { hash: hashOf(token), ...kept, ...lists, ...times, ...later } })
    },
    async apiToken(token, at) {
      const where = { hash: hashOf(token), revokedAt: null, expiresAt: { gt: new Date(at) } }
      const row = await client.apiToken.findFirst({ where })
      return row === null ? undefined : tokenOf(row)
    },
    async apiTokens() {
      return (await client.apiToken.findMany({ orderBy: { since: 'desc' }, take: apiTokensMax })).map(tokenOf)
    },
    async revokeApiToken(id, at) {
      const data = { revokedAt: new Date(at) }
      return (await client.apiToken.updateMany({ where: { id, revokedAt: null }, data })).count > 0
    },
    async noteApiUse(id, at) {
      await client.apiToken.updateMany({ where: { id }, data: { usedAt: new Date(at) } })
    },
    async keptAnswer(key, at) {
      const row = await client.apiAnswer.findUnique({ where: { key } })
      if (row === null) return undefined
      const { request, status, sealed } = row
      const expiresAt = row.expiresAt.toISOString()
      await keys.ensure(['house'])
      // Sealed by us as a text.
      const body = keys.open('house', answerPlace(key), sealed) as string
      if (expiresAt > at) return { key, request, status, body, expiresAt }
      await client.apiAnswer.deleteMany({ where: { key, expiresAt: { lte: new Date(at) } } })
      return undefined
    },
    async keepAnswer({ expiresAt, body, ...answer }) {
      await keys.ensure(['house'])
      const sealed = Uint8Array.from(keys.seal('house', answerPlace(answer.key), body))
      const data = { ...answer, sealed, expiresAt: new Date(expiresAt) }
      await client.apiAnswer.createMany({ data, skipDuplicates: true })
    },
    async sweepApi(at) {
      const before = { lte: new Date(Date.parse(at) - keptMs) }
      const answers = await client.apiAnswer.deleteMany({ where: { expiresAt: { lte: new Date(at) } } })
      const tokens = await client.apiToken.deleteMany({ where: { OR: [{ revokedAt: before }, { expiresAt: before }] } })
      return answers.count + tokens.count
    },
  }
}

const dateOf = (at: string | null): Date | null => (at === null ? null : new Date(at))

interface TokenRow {
  readonly id: string
  readonly staffId: string
  readonly label: string
  readonly scopes: readonly string[]
  readonly grants: readonly string[]
  readonly since: Date
  readonly usedAt: Date | null
  readonly expiresAt: Date
  readonly revokedAt: Date | null
}

const tokenOf = ({ id, staffId, label, scopes, grants, since, usedAt, expiresAt, revokedAt }: TokenRow): ApiToken => ({
  id,
  staffId,
  label,
  // A scope that is no scope any more opens nothing.
  scopes: apiScopes.filter((scope) => scopes.includes(scope)),
  grants,
  since: since.toISOString(),
  usedAt: usedAt?.toISOString() ?? null,
  expiresAt: expiresAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
})
