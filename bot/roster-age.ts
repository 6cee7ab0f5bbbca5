import type { RosterAge } from '../core/handling/roster-import.ts'
import type { VerbContext } from './verbs.ts'

/** Who joined, left or moved meanwhile is not in the roster: codes and calls would go to the wrong people. */
const oldAfterDays = 90
const dayMs = 86_400_000

/** How old the rosters of these agencies are, a line each. */
export function tellAges(
  agencies: readonly string[],
  ages: readonly RosterAge[],
  now: string,
): { readonly lines: readonly string[]; readonly isGood: boolean } {
  const told = agencies.map((code) => {
    const age = ages.find(({ agency }) => agency === code)
    if (age === undefined) return { line: `${code}\tnever imported`, isGood: false }
    const days = Math.floor((Date.parse(now) - Date.parse(age.importedAt)) / dayMs)
    const line = `${code}\t${age.importedAt.slice(0, 10)}, ${days} days ago\t${age.lines} lines`
    return { line, isGood: days <= oldAfterDays }
  })
  return { lines: told.map(({ line }) => line), isGood: told.every(({ isGood }) => isGood) }
}

/** `roster age`. @returns 1 when a roster is old or was never imported */
export async function rosterAge({ store, now, print }: VerbContext): Promise<number> {
  const codes = (await store.directory.agencies()).map(({ code }) => code)
  const { lines, isGood } = tellAges(codes, await store.directory.rosterAges(), now())
  for (const line of lines) print(line)
  return isGood ? 0 : 1
}
