import type { Figures } from '../../core/handling/reports.ts'
import { type Period, periodNames } from '../../core/ticket/period.ts'
import { periodLabel, reportTables, reportText } from '../text/desk-report.ts'
import { visible } from '../text/escape.ts'
import { dayText } from '../text/moment.ts'
import { BarChart } from './bar-chart.tsx'
import { Layout } from './layout.tsx'
import { reportsPath } from './report-path.ts'
import { type ReportTable, type TableName, tableNames, tableOf } from './report-table.ts'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

interface Props {
  readonly screen: Screen
  readonly visitor: Visitor
  readonly period: Period
  /** Undefined for all that the reader may see. */
  readonly agency: string | undefined
  readonly figures: Figures
}

/** Bars of a Pareto that are drawn; the table has all. */
const barsMax = 366

/** What happened in a period: charts with their tables, each to be taken along as CSV. */
export const ReportPage = (props: Props) => {
  const { screen, period, figures } = props
  const { t, language } = screen
  const [from, to] = [period.from, period.to].map((day) => dayText(`${day}T01:00:00.000Z`, language))
  return (
    <Layout screen={screen} title={t(reportText.title)}>
      <nav class="crumbs">
        <a href="/desk">← {t(reportText.toQueue)}</a>
      </nav>
      <h1>{t(reportText.title)}</h1>
      <p class="quiet">{t(reportText.intro)}</p>
      <PeriodForm {...props} />
      <p>
        <b>
          {from} – {to}
        </b>
      </p>
      {tableNames.map((name) => (
        <Section {...props} name={name} table={tableOf(name, figures, language)} />
      ))}
    </Layout>
  )
}

const PeriodForm = ({ screen: { t, agencies }, visitor, period, agency }: Props) => (
  <>
    <nav class="row" aria-label={t(reportText.period)}>
      {periodNames.map((name) => (
        <a
          href={`${reportsPath}?${queryOf({ period: name, agency })}`}
          aria-current={name === period.name ? 'true' : undefined}
        >
          {t(periodLabel[name])}
        </a>
      ))}
    </nav>
    <form class="filter" method="get" action={reportsPath}>
      <label>
        {t(reportText.from)} <input type="date" name="from" value={period.from} required />
      </label>
      <label>
        {t(reportText.to)} <input type="date" name="to" value={period.to} required />
      </label>
      {visitor.staff.agencies.length > 1 && (
        <label>
          {t(reportText.agency)}{' '}
          <select name="agency">
            <option value="">{t(reportText.allAgencies)}</option>
            {visitor.staff.agencies.map((code) => (
              <option value={code} selected={code === agency}>
                {visible(agencies.find((one) => one.code === code)?.name ?? code)}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit">{t(reportText.show)}</button>
    </form>
  </>
)

const Section = ({ screen: { t }, period, agency, name, table }: Props & { name: TableName; table: ReportTable }) => {
  const { title, means } = reportTables[name]
  const address = `${reportsPath}/${name}.csv?${queryOf({ from: period.from, to: period.to, agency })}`
  const bars = table.bars.slice(0, barsMax)
  return (
    <section class="panel report">
      <h2>{t(title)}</h2>
      <p class="quiet">
        {t(means)} {name === 'scores' && t(reportText.fewer)}
      </p>
      {table.rows.length === 0 && <p class="empty">{t(reportText.none)}</p>}
      {bars.length > 0 && <BarChart id={name} title={t(title)} bars={bars} />}
      {table.rows.length > 0 && <Numbers t={t} title={t(title)} table={table} />}
      {table.rows.length > 0 && (
        <p>
          <a href={address}>
            {t(reportText.download)}: {t(title)}
          </a>
        </p>
      )}
    </section>
  )
}

// It scrolls by itself, so it can be reached by key.
const Numbers = ({ t, title, table }: { t: Screen['t']; title: string; table: ReportTable }) => (
  <section class="numbers" tabindex={0} aria-label={title}>
    <table>
      <thead>
        <tr>
          {table.head.map((text) => (
            <th scope="col">{t(text)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr>
            {row.map((cell) => (
              <td class={typeof cell === 'number' ? 'number' : undefined}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

function queryOf(asked: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, value)
  return query
}
