import { casePages } from './case-rates.ts'
import { openTown, settle, type Town } from './case-town.ts'
import { interleaved, type Slow } from './interleaved.ts'
import { median } from './measure.ts'
import { lookAtList } from './queue-rates.ts'
import type { Line } from './report.ts'
import { lookFor, preparedForSearch } from './search-rates.ts'
import type { World } from './world.ts'

const few = 1_000
const looks = 600

/** The list, the search and the page of a case in a large store against a small one, on PostgreSQL. */
export async function deskLines(world: World, many: number, rounds: number): Promise<readonly Line[]> {
  const towns: [Town, Town] = [await openTown(world, few), await openTown(world, many)]
  try {
    const openCase = await casePages(towns)
    for (const town of towns) {
      await settle(town)
      await preparedForSearch(town)
      await settle(town)
    }
    const list = await interleaved(towns, rounds, looks, lookAtList)
    const search = await interleaved(towns, rounds, looks, lookFor)
    const page = await interleaved(towns, rounds, looks / 2, openCase)
    return [
      ...linesOf('a page of each view and its count', many, list, 1.5),
      ...linesOf('a search', many, search, 3),
      ...linesOf('the page of a case', many, page, 1.5),
      { ...line(`the page of a case, p95 at ${shown(many)} cases`, 'ms', [page.p95]), goal: 100, isMost: true },
    ]
  } finally {
    for (const town of towns) await town.close()
  }
}

const linesOf = (what: string, many: number, slow: Slow, goal: number): readonly Line[] => [
  line(`${what}, p99 at ${shown(many)} cases`, 'ms', slow.many),
  {
    ...line(
      `${what}, p99 at ${shown(many)} cases ÷ at 10³`,
      '×',
      slow.many.map((ms, n) => ms / (slow.few[n] ?? Number.NaN)),
    ),
    goal,
    isMost: true,
  },
]

const shown = (count: number): string => (count === 1_000_000 ? '10⁶' : String(count))

const line = (what: string, unit: string, runs: readonly number[]): Line => ({
  ...{ bench: 'B8', what, store: 'server', unit, runs },
  value: median(runs),
})
