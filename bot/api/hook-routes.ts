import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { EventType } from '../../core/case/event.ts'
import { replayDelivery } from '../../core/handling/hook-rows.ts'
import { type Hook, hooksMax, hookTypes } from '../../core/handling/hooks.ts'
import { type Api, type ApiEnv, type Caller, needs } from './caller.ts'
import { isHookAddress } from './hook-address.ts'
import { newHookSecret } from './hook-post.ts'
import { Problem } from './problem.ts'
import { sendKept } from './request-guard.ts'
import { bearer, caseNumber, json, moment, onceHeader, refusals, writeRefusals } from './route-parts.ts'

const pageMax = 100
const pageUsual = 50
const id = z.string().regex(/^[\w-]{1,80}$/)
const hookType = z.enum(hookTypes as [EventType])

const shownHook = z.object({
  id,
  url: z.string(),
  types: z.array(hookType).describe('Empty: all'),
  agencies: z.array(z.string()),
  since: moment,
})
const madeHook = shownHook.extend({ secret: z.string().describe('Shown this once: it signs every delivery') })
const hookBody = z.strictObject({
  url: z.string().max(500).describe('https, on the open internet').meta({ format: 'uri' }),
  types: z.array(hookType).max(hookTypes.length).default([]),
  agencies: z.array(z.string().max(60)).min(1).max(100).optional().describe('Those of the key by default'),
})
const shownDelivery = z.object({
  id,
  number: caseNumber,
  type: z.string(),
  state: z.enum(['waiting', 'sent', 'dead']),
  attempts: z.int(),
  answer: z.string(),
  at: moment,
})

const about = { tags: ['hooks'], security: bearer, middleware: needs('hooks') }
const body = { required: true, content: { 'application/json': { schema: hookBody } } }

const listRoute = createRoute({
  ...{ method: 'get', path: '/hooks', operationId: 'listHooks', ...about },
  summary: 'The hooks of the agencies of this key',
  responses: { 200: json(z.object({ hooks: z.array(shownHook) }), 'All of them'), ...refusals },
} as const)
const addRoute = createRoute({
  ...{ method: 'post', path: '/hooks', operationId: 'addHook', ...about },
  summary: 'Registers an address that is told what happens',
  request: { headers: onceHeader, body },
  responses: { 201: json(madeHook, 'Registered'), ...writeRefusals },
} as const)
const endRoute = createRoute({
  ...{ method: 'delete', path: '/hooks/{id}', operationId: 'endHook', ...about },
  summary: 'Ends a hook: it is told nothing more',
  request: { headers: onceHeader, params: z.object({ id }) },
  responses: { 204: { description: 'Ended' }, ...writeRefusals },
} as const)
const logRoute = createRoute({
  ...{ method: 'get', path: '/hooks/{id}/deliveries', operationId: 'listDeliveries', ...about },
  summary: 'What was delivered to a hook, the latest first; kept for thirty days',
  request: {
    params: z.object({ id }),
    query: z.strictObject({
      before: moment.optional(),
      limit: z.coerce.number().int().min(1).max(pageMax).default(pageUsual),
    }),
  },
  responses: {
    200: json(z.object({ deliveries: z.array(shownDelivery), next: moment.nullable() }), 'A page'),
    ...refusals,
  },
} as const)
const replayRoute = createRoute({
  ...{ method: 'post', path: '/deliveries/{id}/replay', operationId: 'replayDelivery', ...about },
  summary: 'Sends a delivery once more, with its own webhook-id',
  request: {
    ...{ headers: onceHeader, params: z.object({ id }) },
    body: { required: true, content: { 'application/json': { schema: z.strictObject({}) } } },
  },
  responses: { 202: json(z.object({ id }), 'It is on its way'), ...writeRefusals },
} as const)

/** Hooks: registered, listed, ended; their log, and sending out of it again. */
export function hookRoutes(app: OpenAPIHono<ApiEnv>, api: Api): void {
  const { ports } = api
  app.openapi(listRoute, async (c) => {
    const { agencies } = c.get('caller')
    const hooks = (await ports.hooks.hooks()).filter((hook) => hook.agencies.every((one) => agencies.includes(one)))
    return c.json({ hooks: hooks.map(showHook) }, 200)
  })
  app.openapi(addRoute, async (c) => {
    const once = c.get('once')
    const hook = await addHook(api, c.get('caller'), c.req.valid('json'), once.id)
    const answer = once.answer(201, { ...showHook(hook), secret: hook.secret })
    await ports.api.keepAnswer(answer)
    return sendKept(answer)
  })
  app.openapi(endRoute, async (c) => {
    const hook = await hookFor(api, c.get('caller'), c.req.valid('param').id, 'endHook')
    await ports.hooks.endHook(hook.id, ports.now())
    const answer = c.get('once').answer(204, null)
    await ports.api.keepAnswer(answer)
    return sendKept(answer)
  })
  app.openapi(logRoute, async (c) => {
    const hook = await hookFor(api, c.get('caller'), c.req.valid('param').id, 'listDeliveries')
    const { limit, before } = c.req.valid('query')
    const found = await ports.hooks.deliveries([hook.id], { limit, ...(before !== undefined && { before }) })
    const deliveries = found.map(({ body: _, hookId: __, ...shown }) => shown)
    return c.json({ deliveries, next: found.length < limit ? null : (found.at(-1)?.at ?? null) }, 200)
  })
  app.openapi(replayRoute, async (c) => {
    const kept = await ports.hooks.deliveryById(c.req.valid('param').id)
    const hook = await hookFor(api, c.get('caller'), kept?.hookId ?? '', 'replayDelivery')
    const once = c.get('once')
    const isOwed = kept !== undefined && hook.endedAt === null && (await replayDelivery(ports, kept.id, once.id))
    if (!isOwed) throw new Problem('not-found')
    const answer = once.answer(202, { id: kept.id })
    await ports.api.keepAnswer(answer)
    return sendKept(answer)
  })
}

const showHook = ({ id, url, types, agencies, since }: Hook): z.infer<typeof shownHook> => ({
  ...{ id, url, since },
  ...{ types: [...types], agencies: [...agencies] },
})

/** The hook of that id, if all of its agencies are this key's. */
async function hookFor(api: Api, { agencies, staff, token }: Caller, hookId: string, at: string): Promise<Hook> {
  const hook = await api.ports.hooks.hookById(hookId)
  if (hook?.agencies.every((one) => agencies.includes(one)) === true) return hook
  api.report({ what: 'api-denied', token: token.id, staffId: staff.id, at })
  throw new Problem('not-found')
}

/** Named by its request: the same one again, after a death in between, finds what it made. */
async function addHook(
  { ports, reach }: Api,
  { agencies: own, staff }: Caller,
  { url, types, agencies = [...own] }: z.infer<typeof hookBody>,
  hookId: string,
): Promise<Hook> {
  const made = await ports.hooks.hookById(hookId)
  if (made !== undefined) return made
  if (!isHookAddress(url, reach)) throw unfit('/url', 'address-closed')
  if (!agencies.every((one) => own.includes(one))) throw unfit('/agencies', 'not-yours')
  if ((await ports.hooks.hooks()).length >= hooksMax) throw unfit('', 'too-many-hooks')
  const hook = {
    ...{ id: hookId, url, types, agencies, staffId: staff.id, endedAt: null },
    ...{ secret: newHookSecret(ports.newToken()), since: ports.now() },
  }
  await ports.hooks.saveHook(hook)
  return (await ports.hooks.hookById(hookId)) ?? hook
}

const unfit = (at: string, code: string) => new Problem('invalid', { faults: [{ in: 'body', at, code }] })
