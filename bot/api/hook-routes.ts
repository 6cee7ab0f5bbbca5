import type { OpenAPIHono } from '@hono/zod-openapi'
import type { z } from 'zod'
import { replayDelivery } from '../../core/handling/hook-rows.ts'
import { type Hook, hooksMax } from '../../core/handling/hooks.ts'
import type { Api, ApiEnv, Caller } from './caller.ts'
import { isHookAddress } from './hook-address.ts'
import {
  addRoute,
  endRoute,
  type hookBody,
  listRoute,
  logRoute,
  replayRoute,
  type shownHook,
} from './hook-operations.ts'
import { newHookSecret } from './hook-post.ts'
import { Problem } from './problem.ts'
import { sendKept } from './request-guard.ts'

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
