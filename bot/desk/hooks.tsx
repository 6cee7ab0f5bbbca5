import { type Context, Hono } from 'hono'
import { replayDelivery } from '../../core/handling/hook-rows.ts'
import type { Hook } from '../../core/handling/hooks.ts'
import { HooksPage, hooksPath } from './hooks-page.tsx'
import { strangerPage } from './login.tsx'
import { NotFoundPage } from './notice-page.tsx'
import { page, screenOf } from './screen.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

const pageSize = 50
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** What other helpdesks are told, for agents: the log, and sending out of it again. */
export function hooksRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const { ports } = desk
  app.get(
    hooksPath,
    forAgent(desk, async (c, visitor) => {
      const [hooks, asked] = [await hooksOf(desk, visitor), c.req.query('before') ?? '']
      const before = moment.test(asked) && Number.isFinite(Date.parse(asked)) ? { before: asked } : {}
      const ids = hooks.map(({ id }) => id)
      const found = await ports.hooks.deliveries(ids, { limit: pageSize + 1, ...before })
      const deliveries = found.slice(0, pageSize)
      const next = found.length > pageSize ? deliveries.at(-1)?.at : undefined
      const done = (['replayed', 'gone'] as const).find((word) => word === c.req.query('done'))
      const its = { screen: screenOf(c, desk), csrf: visitor.session.csrf, hooks, deliveries, next, done }
      return page(c, <HooksPage {...its} />)
    }),
  )
  app.post(
    `${hooksPath}/replay`,
    forAgent(desk, async (c, visitor) => {
      const { id } = await c.req.parseBody()
      const kept = typeof id === 'string' ? await ports.hooks.deliveryById(id) : undefined
      const isTheirs = (await hooksOf(desk, visitor)).some((hook) => hook.id === kept?.hookId)
      const isOwed = kept !== undefined && isTheirs && (await replayDelivery(ports, kept.id, ports.newId()))
      return c.redirect(`${hooksPath}?done=${isOwed ? 'replayed' : 'gone'}`, 303)
    }),
  )
  return app
}

/** Those that hear of nothing but this agent's agencies. */
async function hooksOf({ ports }: Desk, { staff }: Visitor): Promise<readonly Hook[]> {
  return (await ports.hooks.hooks()).filter((hook) => hook.agencies.every((one) => staff.agencies.includes(one)))
}

type Handle = (c: Context<DeskEnv>, visitor: Visitor) => Promise<Response>

function forAgent(desk: Desk, handle: Handle): (c: Context<DeskEnv>) => Promise<Response> {
  return async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    if (visitor.role !== 'agent') return page(c, <NotFoundPage screen={screenOf(c, desk, '/desk')} />, 404)
    return handle(c, visitor)
  }
}
