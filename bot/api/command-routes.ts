import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Case } from '../../core/case/case.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { perform } from '../../core/handling/perform.ts'
import { type Api, type ApiEnv, needs } from './caller.ts'
import { caseFor, keepInHand } from './case-routes.ts'
import { writes } from './commands.ts'
import { problemOf } from './problem.ts'
import { sendKept } from './request-guard.ts'
import { bearer, caseNumber, json, onceHeader, writeRefusals } from './route-parts.ts'

const receipt = z.object({ number: caseNumber, status: z.string(), version: z.int(), agent: z.string().nullable() })
const receiptOf = ({ number, status, decision, agent }: Case): z.infer<typeof receipt> => ({
  ...{ number, status, version: decision },
  agent: agent?.id ?? null,
})

const idOf = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Writing: each command once for each idempotency key, by `perform` like everybody's. */
export function commandRoutes(app: OpenAPIHono<ApiEnv>, api: Api): void {
  for (const [name, { scope, summary, body, command }] of Object.entries(writes)) {
    const route = createRoute({
      ...{ method: 'post', path: `/cases/{number}/${name}`, operationId: `${idOf(name)}Case` },
      ...{ tags: ['cases'], security: bearer, summary, middleware: needs(scope) },
      request: {
        params: z.object({ number: caseNumber }),
        headers: onceHeader,
        body: { required: true, content: { 'application/json': { schema: body } } },
      },
      responses: { 200: json(receipt, 'How the case stands now'), ...writeRefusals },
    })
    app.openapi(route, async (c) => {
      const [caller, once] = [c.get('caller'), c.get('once')]
      const found = await caseFor(api, caller, c.req.valid('param').number, `${idOf(name)}Case`)
      const who = { staffId: caller.staff.id, role: 'agent' } as const
      const keep = (after: Case) => once.answer(200, receiptOf(after))
      try {
        const outcome = await perform(api.ports, found.id, [command(c.req.valid('json'))], who, keep)
        if (!isRefusal(outcome)) {
          await keepInHand(api, caller, outcome)
          // What changed nothing left no commit to keep its answer in.
          if (outcome.revision === found.revision) await api.ports.api.keepAnswer(keep(outcome))
          return sendKept(keep(outcome))
        }
        const present = (await api.ports.ledger.caseById(found.id)) ?? found
        const problem = problemOf(outcome, present.decision)
        const answer = once.answer(problem.status, problem.body)
        await api.ports.api.keepAnswer(answer)
        return sendKept(answer)
      } catch (error) {
        const first = await once.first()
        if (first !== undefined) return first as never
        throw error
      }
    })
  }
}
