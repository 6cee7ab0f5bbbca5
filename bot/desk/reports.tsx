import { type Context, Hono } from 'hono'
import { noCase } from '../../core/handling/access-log.ts'
import { csvOf } from '../../core/ticket/csv.ts'
import { type Period, periodOf, spanOf } from '../../core/ticket/period.ts'
import { strangerPage } from './login.tsx'
import { NotFoundPage } from './notice-page.tsx'
import { ReportPage } from './report-page.tsx'
import { reportsPath } from './report-path.ts'
import { tableNames, tableOf } from './report-table.ts'
import { page, screenOf } from './screen.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

/** Reports for agents, of their own agencies alone; whoever takes a table along is on record. */
export function reportRoutes(desk: Desk): Hono<DeskEnv> {
  const { ports } = desk
  const app = new Hono<DeskEnv>()

  app.get(reportsPath, async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    const asked = askedOf(c, desk, visitor)
    if (asked === undefined) return nothing(c, desk)
    const figures = await figuresOf(desk, asked)
    return page(c, <ReportPage screen={screenOf(c, desk)} visitor={visitor} figures={figures} {...asked} />)
  })

  app.get(`${reportsPath}/:file`, async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    const name = tableNames.find((one) => `${one}.csv` === c.req.param('file'))
    const asked = askedOf(c, desk, visitor)
    if (name === undefined || asked === undefined) return nothing(c, desk)
    const language = c.get('language')
    const { head, rows } = tableOf(name, await figuresOf(desk, asked), language)
    const { from, to } = asked.period
    const ref = `report ${name} ${from} ${to} ${asked.agency ?? 'all'}`
    await ports.accessLog.record({ staffId: visitor.staff.id, caseId: noCase, what: 'export', ref, at: ports.now() })
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="pandu-${name}-${from}-${to}.csv"`)
    return c.body(csvOf([head.map((text) => text[language]), ...rows]))
  })

  return app
}

interface Asked {
  readonly period: Period
  readonly agency: string | undefined
  readonly agencies: readonly string[]
}

/** Undefined where this person has nothing to ask: no agent, or another agency. */
function askedOf(c: Context<DeskEnv>, { ports }: Desk, { role, staff }: Visitor): Asked | undefined {
  const agency = c.req.query('agency') || undefined
  if (role !== 'agent' || (agency !== undefined && !staff.agencies.includes(agency))) return undefined
  const [name, from, to] = [c.req.query('period') ?? '', c.req.query('from') ?? '', c.req.query('to') ?? '']
  return {
    period: periodOf({ name, from, to }, ports.now()),
    agency,
    agencies: agency === undefined ? staff.agencies : [agency],
  }
}

const figuresOf = ({ ports }: Desk, { period, agencies }: Asked) =>
  ports.reports.figuresOf({ agencies, ...spanOf(period) })

const nothing = (c: Context<DeskEnv>, desk: Desk) => page(c, <NotFoundPage screen={screenOf(c, desk, '/desk')} />, 404)
