import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { EventType } from '../../core/case/event.ts'
import { hookTypes } from '../../core/handling/hooks.ts'
import { needs } from './caller.ts'
import { bearer, caseNumber, json, moment, onceHeader, refusals, writeRefusals } from './route-parts.ts'

const pageMax = 100
const pageUsual = 50
const id = z.string().regex(/^[\w-]{1,80}$/)
const hookType = z.enum(hookTypes as [EventType])

/** A hook without its secret. */
export const shownHook = z.object({
  id,
  url: z.string(),
  types: z.array(hookType).describe('Empty: all'),
  agencies: z.array(z.string()),
  since: moment,
})
const madeHook = shownHook.extend({ secret: z.string().describe('Shown this once: it signs every delivery') })
/** What registers a hook. */
export const hookBody = z.strictObject({
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

export const listRoute = createRoute({
  ...{ method: 'get', path: '/hooks', operationId: 'listHooks', ...about },
  summary: 'The hooks of the agencies of this key',
  responses: { 200: json(z.object({ hooks: z.array(shownHook) }), 'All of them'), ...refusals },
} as const)
export const addRoute = createRoute({
  ...{ method: 'post', path: '/hooks', operationId: 'addHook', ...about },
  summary: 'Registers an address that is told what happens',
  request: { headers: onceHeader, body },
  responses: { 201: json(madeHook, 'Registered'), ...writeRefusals },
} as const)
export const endRoute = createRoute({
  ...{ method: 'delete', path: '/hooks/{id}', operationId: 'endHook', ...about },
  summary: 'Ends a hook: it is told nothing more',
  request: { headers: onceHeader, params: z.object({ id }) },
  responses: { 204: { description: 'Ended' }, ...writeRefusals },
} as const)
export const logRoute = createRoute({
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
export const replayRoute = createRoute({
  ...{ method: 'post', path: '/deliveries/{id}/replay', operationId: 'replayDelivery', ...about },
  summary: 'Sends a delivery once more, with its own webhook-id',
  request: {
    ...{ headers: onceHeader, params: z.object({ id }) },
    body: { required: true, content: { 'application/json': { schema: z.strictObject({}) } } },
  },
  responses: { 202: json(z.object({ id }), 'It is on its way'), ...writeRefusals },
} as const)
