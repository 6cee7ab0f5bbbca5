import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { wordsMax } from '../../core/case/decide-talk.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { cleanLines } from '../../core/form/typed-text.ts'
import type { ApiScope } from '../../core/handling/api-access.ts'
import { perform } from '../../core/handling/perform.ts'
import { type Api, type ApiEnv, needs } from './caller.ts'
import { caseFor } from './case-routes.ts'
import { problemOf } from './problem.ts'
import { sendKept } from './request-guard.ts'
import { bearer, caseNumber, json, onceHeader, writeRefusals } from './route-parts.ts'

const reasonMax = 500

const expected = z.int().min(0).max(1_000_000_000).describe('`version` of the case as it was read')
const plainBody = z.strictObject({ expectedVersion: expected })
const words = (most: number) => z.string().min(1).max(most)

interface Given {
  readonly expectedVersion?: number | undefined
  readonly text?: string | undefined
}

interface Written {
  readonly scope: ApiScope
  readonly summary: string
  readonly body: z.ZodType<Given>
  command(given: Given): Command
}

const step = (type: 'take' | 'put-back' | 'approve' | 'send-link' | 'reopen', summary: string): Written => ({
  scope: 'cases:write',
  summary,
  body: plainBody,
  command: ({ expectedVersion }) => ({ type, ...seen(expectedVersion) }),
})

const seen = (version: number | undefined) => (version === undefined ? {} : { seen: version })
const textOf = ({ text }: Given): string => cleanLines(text ?? '')

/** What an agent may do at the desk and a helpdesk may ask for; the rules of the house decide it as there. */
const writes: Readonly<Record<string, Written>> = {
  take: step('take', 'Takes a case of the contact center into the hands of this agent'),
  'put-back': step('put-back', 'Puts it back into the queue'),
  approve: step('approve', 'Records that BSrE approved'),
  'send-link': step('send-link', 'Records that the link was sent'),
  reopen: step('reopen', 'Opens it again, within 14 days of its end'),
  'send-back': {
    scope: 'cases:write',
    summary: 'Gives it back to its verifier, with a reason',
    body: z.strictObject({ expectedVersion: expected, text: words(reasonMax) }),
    command: (given) => ({ type: 'send-back', text: textOf(given), ...seen(given.expectedVersion) }),
  },
  cancel: {
    scope: 'cases:write',
    summary: 'Cancels it, with a note where there is something to say',
    body: z.strictObject({ expectedVersion: expected, text: words(reasonMax).optional() }),
    command: (given) => ({
      type: 'cancel',
      ...(given.text !== undefined && { note: textOf(given) }),
      ...seen(given.expectedVersion),
    }),
  },
  reply: {
    scope: 'cases:talk',
    summary: 'Writes to the requester',
    body: z.strictObject({ expectedVersion: expected.optional(), text: words(wordsMax) }),
    command: (given) => ({ type: 'reply', text: textOf(given), ...seen(given.expectedVersion) }),
  },
  note: {
    scope: 'cases:talk',
    summary: 'Writes a note that only staff reads',
    body: z.strictObject({ expectedVersion: expected.optional(), text: words(wordsMax) }),
    command: (given) => ({ type: 'note', text: textOf(given), ...seen(given.expectedVersion) }),
  },
}

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
        if (!isRefusal(outcome)) return sendKept(keep(outcome))
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
