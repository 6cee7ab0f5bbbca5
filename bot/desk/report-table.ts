import { type Score, scores } from '../../core/case/rating.ts'
import type { Figures } from '../../core/handling/reports.ts'
import { type reportTables, reportText, turnHolderName } from '../text/desk-report.ts'
import { itemLabel } from '../text/item.ts'
import type { Bilingual, Language } from '../text/language.ts'
import { procedureName } from '../text/procedure.ts'
import { scoreLabel } from '../text/rating.ts'
import { reasonLabel } from '../text/reason.ts'

export type TableName = keyof typeof reportTables
export const tableNames = ['volume', 'turns', 'reasons', 'scores'] as const satisfies readonly TableName[]

/** A table of a report as page and CSV show it; bars are drawn of what the chart tells. */
export interface ReportTable {
  readonly head: readonly Bilingual[]
  readonly rows: readonly (readonly (string | number)[])[]
  readonly bars: readonly { readonly label: string; readonly count: number }[]
}

/** Below this many ratings altogether none is told: they would point to somebody. */
const fewest = 5

/** Words and numbers of one table of a report. */
export const tableOf = (name: TableName, figures: Figures, language: Language): ReportTable =>
  ({ volume: volumeTable, turns: turnTable, reasons: reasonTable, scores: scoreTable })[name](figures, language)

function volumeTable({ volume }: Figures, language: Language): ReportTable {
  const days = new Map<string, number>()
  for (const { day, count } of volume) days.set(day, (days.get(day) ?? 0) + count)
  return {
    head: [reportText.day, reportText.procedure, reportText.count],
    rows: volume.map(({ day, procedure, count }) => [day, procedureName(procedure, language), count]),
    bars: [...days].map(([label, count]) => ({ label, count })),
  }
}

/** How long who had a case; bars are of what was done in time, in percent. */
function turnTable({ turns }: Figures, language: Language): ReportTable {
  const hours = (minutes: number): string => (minutes / 60).toFixed(1).replace('.', language === 'id' ? ',' : '.')
  const named = turns.map((turn) => ({
    ...turn,
    label: turnHolderName[turn.holder][language],
    percent: Math.round((100 * turn.keptCount) / turn.count),
  }))
  return {
    head: [reportText.holder, reportText.count, reportText.kept, reportText.median, reportText.most],
    rows: named.map(({ label, count, percent, medianMinutes, mostMinutes }) => [
      label,
      count,
      `${percent} %`,
      hours(medianMinutes),
      hours(mostMinutes),
    ]),
    bars: named.map(({ label, percent }) => ({ label, count: percent })),
  }
}

/** A Pareto: most first, each with the share of all that it and those before it make. */
function reasonTable({ reasons }: Figures, language: Language): ReportTable {
  const all = reasons.reduce((sum, { count }) => sum + count, 0)
  let sum = 0
  const named = reasons.map(({ item, reason, count }) => {
    sum += count
    const part = item === null ? reportText.wholeCase[language] : itemLabel(item, language)
    return { part, why: reasonLabel(reason, language), count, share: `${Math.round((100 * sum) / all)} %` }
  })
  return {
    head: [reportText.item, reportText.reason, reportText.count, reportText.share],
    rows: named.map(({ part, why, count, share }) => [part, why, count, share]),
    bars: named.map(({ part, why, count }) => ({ label: `${part}: ${why}`, count })),
  }
}

function scoreTable({ scores: said }: Figures, language: Language): ReportTable {
  const all = scores.reduce((sum, score) => sum + said[score], 0)
  const told = (score: Score) => (said[score] < fewest ? `< ${fewest}` : said[score])
  const named = all < fewest ? [] : scores.map((score) => ({ label: scoreLabel[score][language], score }))
  return {
    head: [reportText.score, reportText.count],
    rows: named.map(({ label, score }) => [label, told(score)]),
    // A bar's length would tell what its number does not.
    bars: named.filter(({ score }) => said[score] >= fewest).map(({ label, score }) => ({ label, count: said[score] })),
  }
}
