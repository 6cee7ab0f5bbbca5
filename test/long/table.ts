import { readFileSync, writeFileSync } from 'node:fs'
import type { Tally } from './oracle.ts'
import { sendsInFlightMax } from './soak.ts'

/** One finished campaign. */
export interface Row {
  readonly store: string
  /** When the program was killed, in words. */
  readonly moments: string
  readonly tally: Tally
}

const heads = [
  ...['store', 'kills', 'updates', 'lost', 'effects doubled', 'order broken'],
  `messages repeated (most after one kill; ${sendsInFlightMax} may be on their way)`,
  'answers that came before their question surely had: declined, asked again',
]

const cellsOf = ({ store, moments, tally }: Row): readonly (string | number)[] => [
  ...[store, moments, tally.updates, tally.lost, tally.doubled, tally.disorder],
  ...[`${tally.repeats} (${tally.repeatsOfOneKill})`, tally.declined],
]

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

/** Campaigns as a Markdown table. */
export const tableOf = (rows: readonly Row[]): string =>
  [line(heads), `|${heads.map(() => '---|').join('')}`, ...rows.map((row) => line(cellsOf(row)))].join('\n')

/** The table of the README, from its first head to its last row. */
const standing = /^\| store \| kills \|.*\n(?:\|.*\n)+/m

/** Prints the table; `WRITE_DOCS=1` also puts it into the README. */
export function report(rows: readonly Row[]): void {
  process.stdout.write(`\n${tableOf(rows)}\n`)
  if (process.env.WRITE_DOCS !== '1') return
  const readme = readFileSync('README.md', 'utf8')
  if (!standing.test(readme)) throw new Error('the README has no table of kills to replace')
  writeFileSync(
    'README.md',
    readme.replace(standing, () => `${tableOf(rows)}\n`),
  )
}
