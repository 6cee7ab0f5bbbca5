import { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import type { Deliver } from '../../core/handling/deliver.ts'
import { Outage } from '../../core/handling/outage.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { type Api, type ApiEnv, type ApiReport, recognise } from './caller.ts'
import { caseRoutes } from './case-routes.ts'
import { commandRoutes } from './command-routes.ts'
import type { Reach } from './hook-address.ts'
import { hookDelivery } from './hook-deliver.ts'
import { hookRoutes } from './hook-routes.ts'
import type { Pace } from './pace.ts'
import { type Fault, Problem } from './problem.ts'
import { onceOnly, onlyJson, strictHeaders } from './request-guard.ts'

/** Where the API answers. */
export const apiPath = '/api/v1'

export interface ApiOptions {
  readonly publicUrl: string
  report(report: ApiReport): void
  /** What hooks may call; the open internet by default. */
  readonly reach?: Reach
  /** How often a key may come; 240 times a minute by default. */
  readonly pace?: Pace
}

/** The API for other helpdesks: a view like every channel, by scoped keys, described by its own OpenAPI. */
export function createApi(ports: Ports, { publicUrl, report, pace, reach = { isLocalAllowed: false } }: ApiOptions) {
  const api: Api = { ports, report, reach }
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook(result) {
      if (!result.success) throw unfit(result.target, result.error.issues)
    },
  })
  app.onError((error) => answerTo(error, report))
  app.notFound((c) => {
    const methods = methodsAt(app.routes, c.req.path)
    const isKnown = methods.length > 0
    const allowed = new Problem('method-not-allowed', { headers: { Allow: methods.join(', ') } })
    return (isKnown ? allowed : new Problem('not-found')).toResponse()
  })
  app.use('*', strictHeaders)
  app.get('/openapi.json', (c) => c.json(described(app, publicUrl)))
  app.use('*', recognise(api, pace), onlyJson, onceOnly(api))
  caseRoutes(app, api)
  commandRoutes(app, api)
  hookRoutes(app, api)
  const deliver: Deliver = hookDelivery(ports, reach)
  return { app, deliver, document: () => described(app, publicUrl) }
}

function described(app: OpenAPIHono<ApiEnv>, publicUrl: string) {
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' })
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Pandu',
      version: '1',
      description: 'Cases of the BSrE contact center for other helpdesks. Times are ISO 8601 in UTC. See docs/api.md.',
    },
    servers: [{ url: `${publicUrl}${apiPath}` }],
  })
}

interface Issue {
  readonly code: string
  readonly path: readonly PropertyKey[]
}

const places = {
  json: 'body',
  form: 'body',
  query: 'query',
  param: 'path',
  header: 'header',
  cookie: 'header',
} as const

/** What does not fit, by where it stands; keys that we do not know are not repeated, nor are values. */
function unfit(target: keyof typeof places, issues: readonly Issue[]): Problem {
  const place = places[target]
  const faults: readonly Fault[] = issues.slice(0, 20).map(({ code, path }) => ({
    in: place,
    at: place === 'body' ? path.map((part) => `/${String(part)}`).join('') : path.map(String).join('.'),
    code: code === 'custom' ? 'invalid_format' : code,
  }))
  return new Problem(place === 'body' ? 'invalid' : 'bad-request', { faults })
}

function answerTo(error: Error, report: ApiOptions['report']): Response {
  if (error instanceof Problem) return error.toResponse()
  if (error instanceof Outage) return new Problem('unavailable', { headers: { 'Retry-After': '5' } }).toResponse()
  if (error instanceof HTTPException && error.status < 500) {
    if (error.status === 415) return new Problem('not-json').toResponse()
    return new Problem('bad-request', { faults: [{ in: 'body', at: '', code: 'malformed' }] }).toResponse()
  }
  report({ what: 'api-failed', error })
  return new Problem('failed').toResponse()
}

/** The methods of an address, by the routes that there are. */
function methodsAt(routes: readonly { readonly method: string; readonly path: string }[], path: string): string[] {
  const fits = (pattern: string) =>
    new RegExp(`^${pattern.replace(/:[a-z]+/gi, '[^/]+')}$`).test(path) && !pattern.includes('*')
  const found = routes.filter((route) => route.method !== 'ALL' && fits(route.path)).map(({ method }) => method)
  return [...new Set(found)]
}
