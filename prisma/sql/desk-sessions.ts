import { type DeskAccess, type DeskSession, sessionsMax } from '../../core/handling/desk-access.ts'
import type { Sealer } from '../../core/handling/sealer.ts'
import type { DeskSessionModel } from '../generated/models.ts'
import type { Client } from './client.ts'

type Sessions = Pick<
  DeskAccess,
  'saveSession' | 'session' | 'turnSession' | 'noteUse' | 'sessionsOf' | 'endSession' | 'endSessionOf' | 'endSessionsOf'
>

/** Signed-in devices in PostgreSQL, each by the keyed hashes of its token and of the one before. */
export function sqlSessions(client: Client, sealer: Sealer): Sessions {
  const hashOf = (token: string) => sealer.blind('desk-session', token)
  const byToken = (token: string, at: Date) => {
    const hash = hashOf(token)
    return { expiresAt: { gt: at }, OR: [{ hash }, { previousHash: hash, previousUntil: { gt: at } }] }
  }
  return {
    async saveSession(token, { since, usedAt, turnedAt, expiresAt, grants, ...rest }) {
      const times = { since: new Date(since), usedAt: new Date(usedAt), turnedAt: new Date(turnedAt) }
      const until = new Date(expiresAt)
      const data = { hash: hashOf(token), ...rest, ...times, grants: [...grants], expiresAt: until }
      await client.deskSession.create({ data })
    },
    async session(token, at) {
      const row = await client.deskSession.findFirst({ where: byToken(token, new Date(at)) })
      return row === null ? undefined : shown(row)
    },
    async turnSession(token, next, at, overlapUntil) {
      const hash = hashOf(token)
      // Of two requests in one moment only one still finds the token in its place.
      const turned = await client.deskSession.updateMany({
        where: { hash, expiresAt: { gt: new Date(at) } },
        data: {
          hash: hashOf(next),
          previousHash: hash,
          previousUntil: new Date(overlapUntil),
          turnedAt: new Date(at),
        },
      })
      return turned.count > 0
    },
    async noteUse(id, at) {
      await client.deskSession.updateMany({ where: { id }, data: { usedAt: new Date(at) } })
    },
    async sessionsOf(staffIds, at) {
      const where = { staffId: { in: [...staffIds] }, expiresAt: { gt: new Date(at) } }
      const orderBy = [{ usedAt: 'desc' as const }, { id: 'asc' as const }]
      return (await client.deskSession.findMany({ where, orderBy, take: sessionsMax })).map(shown)
    },
    async endSession(token) {
      const hash = hashOf(token)
      await client.deskSession.deleteMany({ where: { OR: [{ hash }, { previousHash: hash }] } })
    },
    async endSessionOf(staffId, id) {
      return (await client.deskSession.deleteMany({ where: { staffId, id } })).count > 0
    },
    async endSessionsOf(staffId, exceptId) {
      const where = { staffId, ...(exceptId !== undefined && { id: { not: exceptId } }) }
      return (await client.deskSession.deleteMany({ where })).count
    },
  }
}

const shown = ({ id, staffId, csrf, grants, device, ...row }: DeskSessionModel): DeskSession => ({
  id,
  staffId,
  csrf,
  grants,
  device,
  since: row.since.toISOString(),
  usedAt: row.usedAt.toISOString(),
  turnedAt: row.turnedAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
})
