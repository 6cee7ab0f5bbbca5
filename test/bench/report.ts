/** One figure of the bench; the same on every machine but for its value. */
export interface Line {
  readonly bench: string
  readonly what: string
  readonly store: string
  readonly value: number
  readonly unit: string
  /** What must be reached, and what is hoped for; `most` when smaller is better. */
  readonly floor?: number
  readonly goal?: number
  readonly isMost?: true
  /** All runs behind a median. */
  readonly runs: readonly number[]
}

/** True when the figure reaches its floor, or its goal where there is no floor; undefined for a figure without either. */
export function isReached({ value, floor, goal, isMost }: Line): boolean | undefined {
  const wanted = floor ?? goal
  if (wanted === undefined) return undefined
  return isMost === true ? value <= wanted : value >= wanted
}

export const round = (value: number): number => Number(value.toPrecision(value >= 1_000 ? 4 : 3))

const heads = ['', 'measured', 'store', 'value', 'floor', 'goal', '', 'runs']

/** The lines as a Markdown table. */
export function tableOf(lines: readonly Line[]): readonly string[] {
  const rows = lines.map((line) => {
    const sign = line.isMost === true ? '≤ ' : '≥ '
    const limit = (wanted: number | undefined) => (wanted === undefined ? '' : `${sign}${wanted}`)
    const verdict = isReached(line)
    return [
      line.bench,
      line.what,
      line.store,
      `${round(line.value)} ${line.unit}`,
      limit(line.floor),
      limit(line.goal),
      verdict === undefined ? '' : verdict ? 'reached' : 'MISSED',
      line.runs.map(round).join(' '),
    ]
  })
  const widths = heads.map((head, n) => Math.max(head.length, ...rows.map((row) => row[n]?.length ?? 0)))
  const text = (row: readonly string[]) => `| ${row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`
  return [text(heads), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(text)]
}
