import type { AccessLog } from '../../core/handling/access-log.ts'
import type { DeskAccess } from '../../core/handling/desk-access.ts'
import type { Directory } from '../../core/handling/directory.ts'
import type { EvidenceFiles } from '../../core/handling/evidence-files.ts'
import { memoryRoster } from './roster.ts'
import type { State } from './state.ts'

export function memoryDirectory(state: State): Directory {
  const present = () => [...state.staff.values()].filter(({ removedAt }) => removedAt === null)
  return {
    agencies: async () => state.agencies,
    async saveAgencies(agencies) {
      state.agencies.splice(0, state.agencies.length, ...agencies)
    },
    staff: async () => [...state.staff.values()],
    staffById: async (id) => state.staff.get(id),
    staffBySlack: async (user) => present().filter(({ slackUser }) => slackUser === user),
    staffByEmail: async (email) =>
      present().filter((staff) => staff.email.toLowerCase() === email.trim().toLowerCase()),
    staffOf: async (role, agency) =>
      present().filter((staff) => staff.role === role && staff.agencies.includes(agency)),
    async saveStaff(staff) {
      state.staff.set(staff.id, staff)
    },
    absencesFrom: async (day) =>
      [...state.absences.values()]
        .filter(({ until, endedAt }) => endedAt === null && until >= day)
        .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1)),
    absenceById: async (id) => state.absences.get(id),
    async saveAbsence(absence) {
      state.absences.set(absence.id, absence)
    },
    ...memoryRoster(state),
  }
}

export function memoryAccessLog(state: State): AccessLog {
  return {
    async record(access) {
      state.accesses.push(access)
    },
    async seenBy(staffId, caseId) {
      const looks = state.accesses.filter(
        (look) => look.staffId === staffId && look.caseId === caseId && look.what === 'evidence',
      )
      return new Set(looks.map(({ ref }) => ref))
    },
    firstFault: async () => undefined,
  }
}

export function memoryFiles(state: State): EvidenceFiles {
  const key = (...parts: readonly string[]) => parts.join('/')
  return {
    async put(caseId, sha256, part, bytes) {
      state.files.set(key(caseId, sha256, part), bytes)
    },
    get: async (caseId, sha256, part) => state.files.get(key(caseId, sha256, part)),
    remove: async (caseId, sha256, part) => state.files.delete(key(caseId, sha256, part)),
    // What is written here has no age.
    async prune(_, wantedOf) {
      let count = 0
      for (const caseId of new Set([...state.files.keys()].map((name) => name.split('/')[0] ?? ''))) {
        const wanted = await wantedOf(caseId)
        const names = new Set(wanted?.map(({ sha256, part }) => key(caseId, sha256, part)))
        for (const name of [...state.files.keys()])
          if (wanted !== undefined && name.startsWith(`${caseId}/`) && !names.has(name)) {
            state.files.delete(name)
            count += 1
          }
      }
      return count
    },
  }
}

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
    async saveSession(token, session) {
      state.sessions.set(token, session)
    },
    async session(token, at) {
      const session = state.sessions.get(token)
      return session !== undefined && session.expiresAt > at ? session : undefined
    },
    async endSession(token) {
      state.sessions.delete(token)
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
