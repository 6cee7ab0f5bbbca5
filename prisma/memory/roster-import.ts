import { rosterColumns } from '../../core/agency/roster-line.ts'
import {
  changedColumns,
  type ImportTotals,
  type LineOutcome,
  type LineReport,
  type RosterImport,
} from '../../core/handling/roster-import.ts'
import { maskDigits } from '../../core/privacy/mask.ts'
import { good, type Pending, promotedBy, refuseConflict, refuseTwins } from './roster-conflict.ts'
import { rosterKey, type State } from './state.ts'

/** The same promises as the import into PostgreSQL, over plain values. */
export function memoryRosterImport(state: State): RosterImport {
  const lines: Pending[] = []
  let others: readonly LineReport[] = []
  return {
    async take(read) {
      for (const one of read)
        lines.push({ read: one, outcome: 'line' in one ? 'good' : 'refused', faults: 'line' in one ? [] : one.faults })
    },
    async settle(rules) {
      refuseTwins(lines)
      const scope = rules.agency === undefined ? good(lines).map(({ agency }) => agency) : [rules.agency]
      while (refuseConflict(state, lines, rules, scope));
      for (const one of lines) compare(state, one)
      const isImported = !(rules.isStrict || rules.isWhole) || lines.every(({ outcome }) => outcome !== 'refused')
      if (isImported) write(state, lines, rules.at)
      else for (const one of lines) if (isNews(one)) one.outcome = 'held'
      others = othersOf(state, lines, scope, isImported && rules.isWhole)
      return totalsOf(isImported, [...lines.map(({ outcome }) => outcome), ...others.map(({ outcome }) => outcome)])
    },
    async *report() {
      for (const { read, outcome, faults, before } of lines)
        yield {
          lineNumber: read.lineNumber,
          outcome: outcome === 'good' ? 'held' : outcome,
          shown: read.shown,
          agency: 'line' in read ? read.line.agency : null,
          columns: before === undefined || !('line' in read) ? [] : changedColumns(before, read.line, rosterColumns),
          faults,
        }
      yield* others
    },
    end: async () => {},
  }
}

const isNews = ({ outcome }: Pending) => outcome === 'added' || outcome === 'changed'
function compare(state: State, one: Pending): void {
  if (one.outcome !== 'good' || !('line' in one.read)) return
  const { line } = one.read
  const before = state.roster.get(rosterKey(line)) ?? promotedBy(state, line)
  if (before === undefined) one.outcome = 'added'
  else if (changedColumns(before, line, rosterColumns).length === 0) one.outcome = 'same'
  else {
    one.outcome = 'changed'
    one.before = before
  }
}

function write(state: State, lines: readonly Pending[], at: string): void {
  const ages = new Map<string, number>()
  for (const one of lines) {
    if (one.outcome === 'refused' || !('line' in one.read)) continue
    const { line } = one.read
    if (one.before !== undefined) state.roster.delete(rosterKey(one.before))
    state.roster.set(rosterKey(line), line)
    ages.set(line.agency, (ages.get(line.agency) ?? 0) + 1)
  }
  for (const [agency, count] of ages) state.rosterAges.set(agency, { agency, importedAt: at, lines: count })
}

function othersOf(
  state: State,
  lines: readonly Pending[],
  scope: readonly string[],
  isRemoved: boolean,
): readonly LineReport[] {
  const numbers = lines.map(({ read }) => ('line' in read ? read.line : read))
  const keys = new Set(numbers.map(({ nip = '', nik = '' }) => rosterKey({ nip, nik })))
  const niks = new Set(numbers.map(({ nik = '' }) => nik).filter((nik) => nik !== ''))
  const others = [...state.roster].filter(
    ([key, { agency, nik }]) => scope.includes(agency) && !keys.has(key) && (isRemoved || !niks.has(nik)),
  )
  if (isRemoved) for (const [key] of others) state.roster.delete(key)
  return others.map(([, { nip, nik, agency }]) => ({
    lineNumber: null,
    outcome: isRemoved ? 'removed' : 'not-in-file',
    shown: { nip: maskDigits(nip), nik: maskDigits(nik) },
    agency,
    columns: [],
    faults: [],
  }))
}

function totalsOf(isImported: boolean, outcomes: readonly (LineOutcome | 'good')[]): ImportTotals {
  const count = (wanted: LineOutcome) => outcomes.filter((outcome) => outcome === wanted).length
  return {
    isImported,
    added: count('added'),
    changed: count('changed'),
    same: count('same'),
    refused: count('refused'),
    held: count('held'),
    'not-in-file': count('not-in-file'),
    removed: count('removed'),
  }
}
