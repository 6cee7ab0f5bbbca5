import { type DeskAccess, plainTaste, sessionsMax } from '../../core/handling/desk-access.ts'
import type { KeptSession, State } from './state.ts'

export function memoryDeskAccess(state: State): DeskAccess {
  return {
    async saveLink(token, staffId, expiresAt) {
      state.links.set(token, { staffId, expiresAt })
    },
    async spendLink(token, at) {
      const link = state.links.get(token)
      state.links.delete(token)
      return link !== undefined && link.expiresAt > at ? link.staffId : undefined
    },
    isLinkGood: async (token, at) => (state.links.get(token)?.expiresAt ?? '') > at,
    async saveFormLink(token, link, expiresAt) {
      state.formLinks.set(token, { ...link, expiresAt })
    },
    async formLink(token, at) {
      const link = state.formLinks.get(token)
      if (link === undefined || link.expiresAt <= at) return undefined
      return { caseId: link.caseId, formSha256: link.formSha256, issuedAt: link.issuedAt }
    },
    async spendFormLink(token, at) {
      const link = state.formLinks.get(token)
      state.formLinks.delete(token)
      return link !== undefined && link.expiresAt > at
    },
    ...memorySessions(state),
    async shutOut(staffId) {
      for (const [token, link] of state.links) if (link.staffId === staffId) state.links.delete(token)
      return dropSessions(state, (session) => session.staffId === staffId)
    },
    taste: async (staffId) => state.tastes.get(staffId) ?? plainTaste,
    async saveTaste(staffId, taste) {
      state.tastes.set(staffId, taste)
    },
    async sweep(at) {
      const held = [state.links, state.formLinks, state.sessions]
      const count = () => held.reduce((sum, { size }) => sum + size, 0)
      const before = count()
      for (const one of held) for (const [token, { expiresAt }] of one) if (expiresAt <= at) one.delete(token)
      return before - count()
    },
  }
}

type Sessions = Pick<
  DeskAccess,
  'saveSession' | 'session' | 'turnSession' | 'noteUse' | 'sessionsOf' | 'endSession' | 'endSessionOf' | 'endSessionsOf'
>

function memorySessions(state: State): Sessions {
  const { sessions } = state
  const isOpenedBy = (token: string, key: string, { before }: KeptSession, at: string) =>
    key === token || (before?.token === token && before.until > at)
  return {
    async saveSession(token, session) {
      sessions.set(token, { ...session, before: undefined })
    },
    async session(token, at) {
      const found = [...sessions].find(([key, kept]) => isOpenedBy(token, key, kept, at) && kept.expiresAt > at)
      if (found === undefined) return undefined
      const { before: _, ...session } = found[1]
      return session
    },
    async turnSession(token, next, at, overlapUntil) {
      const session = sessions.get(token)
      if (session === undefined || session.expiresAt <= at) return false
      sessions.delete(token)
      sessions.set(next, { ...session, turnedAt: at, before: { token, until: overlapUntil } })
      return true
    },
    async noteUse(id, at) {
      for (const [token, kept] of sessions) if (kept.id === id) sessions.set(token, { ...kept, usedAt: at })
    },
    async sessionsOf(staffIds, at) {
      return [...sessions.values()]
        .filter(({ staffId, expiresAt }) => staffIds.includes(staffId) && expiresAt > at)
        .toSorted((a, b) => (a.usedAt === b.usedAt ? (a.id < b.id ? -1 : 1) : a.usedAt < b.usedAt ? 1 : -1))
        .slice(0, sessionsMax)
        .map(({ before: _, ...session }) => session)
    },
    async endSession(token) {
      for (const [key, { before }] of sessions) if (key === token || before?.token === token) sessions.delete(key)
    },
    endSessionOf: async (staffId, id) => dropSessions(state, (one) => one.staffId === staffId && one.id === id) > 0,
    endSessionsOf: async (staffId, exceptId) =>
      dropSessions(state, (one) => one.staffId === staffId && one.id !== exceptId),
  }
}

function dropSessions({ sessions }: State, isOver: (session: KeptSession) => boolean): number {
  const over = [...sessions].filter(([, session]) => isOver(session))
  for (const [token] of over) sessions.delete(token)
  return over.length
}
