import { type ApiAccess, apiTokensMax } from '../../core/handling/api-access.ts'
import type { State } from './state.ts'

const keptMs = 30 * 86_400_000

export function memoryApiAccess({ apiTokens, apiAnswers }: State): ApiAccess {
  const byId = (id: string) => [...apiTokens].find(([, one]) => one.id === id)
  return {
    async saveApiToken(token, kept) {
      apiTokens.set(token, kept)
    },
    async apiToken(token, at) {
      const found = apiTokens.get(token)
      return found !== undefined && found.revokedAt === null && found.expiresAt > at ? found : undefined
    },
    async apiTokens() {
      return [...apiTokens.values()].toSorted((a, b) => (a.since < b.since ? 1 : -1)).slice(0, apiTokensMax)
    },
    async revokeApiToken(id, at) {
      const [token, found] = byId(id) ?? []
      if (token === undefined || found === undefined || found.revokedAt !== null) return false
      apiTokens.set(token, { ...found, revokedAt: at })
      return true
    },
    async noteApiUse(id, at) {
      const [token, found] = byId(id) ?? []
      if (token !== undefined && found !== undefined) apiTokens.set(token, { ...found, usedAt: at })
    },
    async keptAnswer(key, at) {
      const found = apiAnswers.get(key)
      if (found !== undefined && found.expiresAt > at) return found
      apiAnswers.delete(key)
      return undefined
    },
    async keepAnswer(answer) {
      if (!apiAnswers.has(answer.key)) apiAnswers.set(answer.key, answer)
    },
    async sweepApi(at) {
      const before = new Date(Date.parse(at) - keptMs).toISOString()
      const answers = [...apiAnswers.values()].filter(({ expiresAt }) => expiresAt <= at)
      const tokens = [...apiTokens].filter(
        ([, one]) => (one.revokedAt ?? one.expiresAt) <= before || one.expiresAt <= before,
      )
      for (const { key } of answers) apiAnswers.delete(key)
      for (const [token] of tokens) apiTokens.delete(token)
      return answers.length + tokens.length
    },
  }
}
