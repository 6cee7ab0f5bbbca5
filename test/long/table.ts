import { writeFileSync } from 'node:fs'
import type { Tally } from './oracle.ts'
import { sendsInFlightMax } from './soak.ts'

/** One finished campaign. */
export interface Row {
  readonly campaign: string
  readonly store: string
  readonly tally: Tally
}

const heads = [
  ...['campaign', 'store', 'updates', 'kills', 'lost', 'effects doubled', 'order violations'],
  ...['visible repeats', 'most of one kill', 'sends in flight', 'audit verify'],
]

const cellsOf = ({ campaign, store, tally }: Row): readonly (string | number)[] => [
  ...[campaign, store, tally.updates, tally.kills, tally.lost, tally.doubled, tally.disorder],
  ...[tally.repeats, tally.repeatsOfOneKill, `≤ ${sendsInFlightMax}`, tally.audit.length === 0 ? 'good' : 'BAD'],
]

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

/** Campaigns as a Markdown table. */
export const tableOf = (rows: readonly Row[]): string =>
  [line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(cellsOf(row)))].join('\n')

/** Prints the table, and keeps it in `docs/soak.md` when `WRITE_DOCS=1` asks for it. */
export function report(rows: readonly Row[]): void {
  process.stdout.write(`\n${tableOf(rows)}\n`)
  if (process.env.WRITE_DOCS === '1') writeFileSync('docs/soak.md', `${intro}\n\n${tableOf(rows)}\n`)
}

const intro = `# The soak

The last run of \`npm run test:long\`: the real program in a process of its own, between imitated Telegram, Slack and mail
servers, killed by SIGKILL and started again while people go on. At random moments: shortly after one of the calls that a
life of the program makes, when most is under way. At every boundary: \`core/handling/crash-point.ts\` names them; each is
one reactivation from the first word to the contact center with one crash on the way.

Lost, doubled and order are counted in the store (answers, events per case, rows that wait or died) and on the screens
(every question once, in its order). A visible repeat is a message that stands on a screen twice because the program died
between sending and recording; Telegram knows no idempotency key, so as many as were on their way may repeat.`
