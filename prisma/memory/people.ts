import type { AccessLog } from '../../core/handling/access-log.ts'
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
    async lastLooks(caseIds) {
      const looks = state.accesses.filter(({ what, caseId }) => what === 'case' && caseIds.includes(caseId))
      return [...new Map(looks.map(({ caseId, staffId, at }) => [caseId, { caseId, staffId, at }])).values()]
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
