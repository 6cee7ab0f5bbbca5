import type { RosterLine } from '../../core/agency/roster.ts'
import type { RosterColumn, RosterFault } from '../../core/agency/roster-line.ts'
import type { ImportRules, IncomingLine, LineOutcome } from '../../core/handling/roster-import.ts'
import { rosterKey, type State } from './state.ts'

/** A line of a file and what is known of it so far. */
export interface Pending {
  readonly read: IncomingLine
  outcome: LineOutcome | 'good'
  faults: readonly RosterFault[]
  before?: RosterLine
}

/** The lines that nothing speaks against yet. */
export const good = (lines: readonly Pending[]): readonly RosterLine[] =>
  lines.flatMap(({ read, outcome }) => (outcome === 'good' && 'line' in read ? [read.line] : []))

function refuse(one: Pending, ...faults: readonly RosterFault[]): void {
  one.outcome = 'refused'
  one.faults = faults
}

/** Refuses every line that has a number or address of an earlier one. */
export function refuseTwins(lines: readonly Pending[]): void {
  const seen = new Map<string, number>()
  for (const one of lines) {
    if (!('line' in one.read)) continue
    const { line, lineNumber } = one.read
    const places = (['nip', 'nik', 'email'] as const)
      .filter((column) => line[column] !== '')
      .map((column) => ({ column, at: `${column}:${line[column]}` }))
    const twin = places.find(({ at }) => seen.has(at))
    if (twin !== undefined) refuse(one, { column: twin.column, code: 'twice', firstLine: seen.get(twin.at) ?? 0 })
    for (const { at } of places) if (!seen.has(at)) seen.set(at, lineNumber)
  }
}

/** Whose line goes on under a NIP that they did not have before. */
export const promotedBy = (state: State, line: RosterLine): RosterLine | undefined =>
  line.nip === '' || state.roster.has(rosterKey(line))
    ? undefined
    : state.roster.get(rosterKey({ nip: '', nik: line.nik }))

/** Refuses the lines that do not agree with what stays of the roster. @returns whether there were any */
export function refuseConflict(
  state: State,
  lines: readonly Pending[],
  { agency, isWhole }: ImportRules,
  scope: readonly string[],
): boolean {
  const now = good(lines)
  const rewritten = new Set(now.flatMap((line) => [rosterKey(line), rosterKey(promotedBy(state, line) ?? line)]))
  const kept = [...state.roster].filter(
    ([key, line]) => !rewritten.has(key) && !(isWhole && scope.includes(line.agency)),
  )
  const takes = (line: RosterLine, column: RosterColumn) =>
    line[column] !== '' && kept.some(([, other]) => other[column] === line[column])
  let found = false
  for (const one of lines) {
    if (one.outcome !== 'good' || !('line' in one.read)) continue
    const { line } = one.read
    const before = state.roster.get(rosterKey(line)) ?? promotedBy(state, line)
    const faults: RosterFault[] = [
      ...(['nik', 'email'] as const)
        .filter((column) => takes(line, column))
        .map((column) => ({ column, code: 'taken' as const })),
      ...(agency !== undefined && before !== undefined && before.agency !== agency
        ? [{ column: 'agency' as const, code: 'stands-elsewhere' as const }]
        : []),
    ]
    if (faults.length === 0) continue
    refuse(one, ...faults)
    found = true
  }
  return found
}
