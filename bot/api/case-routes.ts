import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { isTheirs } from '../../core/case/authorise.ts'
import type { Case } from '../../core/case/case.ts'
import { allStatuses } from '../../core/case/status.ts'
import { leaseMs } from '../../core/message/saying.ts'
import { procedureNames } from '../../core/procedure/names.ts'
import { isRank, rankOf } from '../../core/ticket/place.ts'
import { isHeldBy } from '../../core/ticket/queue.ts'
import type { QueueQuery } from '../../core/ticket/queue-page.ts'
import { queryOf } from '../../core/ticket/queue-views.ts'
import { type Api, type ApiEnv, type Caller, needs } from './caller.ts'
import { Problem } from './problem.ts'
import { bearer, caseNumber, json, refusals } from './route-parts.ts'
import { showCase, showEvent, shownCase, shownEvent } from './shown-case.ts'

const pageMax = 100
const pageUsual = 50

const cursor = z
  .string()
  .max(200)
  .transform((text) => Buffer.from(text, 'base64url').toString('utf8'))
  .refine(isRank)
  .meta({ type: 'string' })

const listQuery = z.strictObject({
  view: z.enum(['mine', 'waiting', 'near', 'bsre', 'all', 'ended']).default('all'),
  status: z.enum(allStatuses as [(typeof allStatuses)[number]]).optional(),
  procedure: z.enum(procedureNames).optional(),
  agency: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(pageMax).default(pageUsual),
  after: cursor.optional(),
})

const listRoute = createRoute({
  ...{ method: 'get', path: '/cases', operationId: 'listCases', tags: ['cases'], security: bearer },
  summary: 'A page of the cases of the agencies of this key, most urgent first',
  request: { query: listQuery },
  responses: {
    200: json(
      z.object({ cases: z.array(shownCase), next: z.string().nullable().describe('`after` of the next page') }),
      'A page',
    ),
    ...refusals,
  },
} as const)

const one = { params: z.object({ number: caseNumber }) }

const caseRoute = createRoute({
  ...{ method: 'get', path: '/cases/{number}', operationId: 'readCase', tags: ['cases'], security: bearer },
  summary: 'One case; personal values are masked, files are counted only',
  request: one,
  responses: { 200: json(shownCase, 'The case'), ...refusals },
} as const)

const timelineRoute = createRoute({
  ...{
    method: 'get',
    path: '/cases/{number}/timeline',
    operationId: 'readTimeline',
    tags: ['cases'],
    security: bearer,
  },
  summary: 'What happened in a case, a page of facts, oldest first; no words and names',
  request: {
    ...one,
    query: z.strictObject({
      after: z.coerce.number().int().min(0).max(1_000_000).default(0),
      limit: z.coerce.number().int().min(1).max(pageMax).default(pageUsual),
    }),
  },
  responses: {
    200: json(z.object({ events: z.array(shownEvent), next: z.int().nullable() }), 'A page'),
    ...refusals,
  },
} as const)

/** Reading: lists, cases and their histories. */
export function caseRoutes(app: OpenAPIHono<ApiEnv>, api: Api): void {
  const { ports } = api
  app.openapi({ ...listRoute, middleware: needs('cases:read') }, async (c) => {
    const { view, status, procedure, agency, limit, after } = c.req.valid('query')
    const query = queryFor(api, c.get('caller'), view)
    const found = await ports.ledger.page({
      ...query,
      lanes: query.lanes.filter(
        (lane) => (agency ?? lane.agency) === lane.agency && (status ?? lane.status) === lane.status,
      ),
      ...(procedure !== undefined && { procedure }),
      ...(after !== undefined && { after }),
      limit: limit + 1,
    })
    const last = found.length > limit ? found[limit - 1] : undefined
    const next = last === undefined ? null : Buffer.from(rankOf(last)).toString('base64url')
    return c.json({ cases: found.slice(0, limit).map(showCase), next }, 200)
  })
  app.openapi({ ...caseRoute, middleware: needs('cases:read') }, async (c) => {
    const found = await caseFor(api, c.get('caller'), c.req.valid('param').number, 'readCase')
    const [caller, at] = [c.get('caller'), ports.now()]
    const look = { staffId: caller.staff.id, caseId: found.id, what: 'case', ref: found.number, at } as const
    await ports.accessLog.record(look)
    await keepInHand(api, caller, found)
    return c.json(showCase(found), 200)
  })
  app.openapi({ ...timelineRoute, middleware: needs('cases:read') }, async (c) => {
    const found = await caseFor(api, c.get('caller'), c.req.valid('param').number, 'readTimeline')
    const { after, limit } = c.req.valid('query')
    const history = (await ports.ledger.history(found.id)).map((event, n) => showEvent(event, n + 1))
    const events = history.slice(after, after + limit)
    return c.json({ events, next: history.length > after + limit ? after + limit : null }, 200)
  })
}

function queryFor({ ports }: Api, { staff, agencies }: Caller, view: z.infer<typeof listQuery>['view']): QueueQuery {
  const whose = { role: 'agent', staffId: staff.id, agencies: [...new Set(agencies)] } as const
  return queryOf(view, { ...whose, known: ports.agencies, at: ports.now() })
}

/** The case of that number, if it is this key's to see; nobody learns whether another one exists. */
export async function caseFor(api: Api, caller: Caller, number: string, at: string): Promise<Case> {
  const c = await api.ports.ledger.caseByNumber(number)
  const { staff, agencies, token } = caller
  if (c !== undefined && isTheirs(c, { role: 'agent', id: staff.id, name: staff.name, agencies })) return c
  api.report({ what: 'api-denied', token: token.id, staffId: staff.id, at })
  throw new Problem('not-found')
}

/** Whoever works on a case by a key keeps it as at the desk: each look and each command renews the lease. */
export async function keepInHand({ ports }: Api, { staff }: Caller, c: Case): Promise<void> {
  if (!isHeldBy(c, 'agent', staff.id)) return
  await ports.ledger.renewLease(c.id, new Date(Date.parse(ports.now()) + leaseMs).toISOString())
}
