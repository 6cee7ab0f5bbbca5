import { isDeepStrictEqual } from 'node:util'
import type { RosterLine } from '../../core/agency/roster.ts'
import type { Directory } from '../../core/handling/directory.ts'
import { memoryRosterImport } from './roster-import.ts'
import { rosterKey, type State } from './state.ts'

type RosterPort = Pick<
  Directory,
  'rosterByNip' | 'rosterByNik' | 'rosterByEmail' | 'rosterAges' | 'startRosterImport' | 'sweepRoster' | 'importRoster'
>

export function memoryRoster(state: State): RosterPort {
  const find = async (column: 'nip' | 'nik' | 'email', value: string): Promise<RosterLine | undefined> => {
    const found = value === '' ? [] : [...state.roster.values()].filter((line) => line[column] === value)
    return found.length === 1 ? found[0] : undefined
  }
  return {
    rosterByNip: (nip) => find('nip', nip),
    rosterByNik: (nik) => find('nik', nik),
    rosterByEmail: (email) => find('email', email.trim().toLowerCase()),
    rosterAges: async () => [...state.rosterAges.values()].sort((a, b) => a.agency.localeCompare(b.agency)),
    startRosterImport: async () => memoryRosterImport(state),
    // An import keeps its lines to itself until it is settled.
    sweepRoster: async () => 0,
    async importRoster(lines) {
      return lines.map((line) => {
        const before = state.roster.get(rosterKey(line))
        state.roster.set(rosterKey(line), line)
        if (before === undefined) return 'added'
        return isDeepStrictEqual(before, line) ? 'same' : 'changed'
      })
    },
  }
}
