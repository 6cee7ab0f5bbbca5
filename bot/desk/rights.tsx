import { type Context, Hono } from 'hono'
import { decideErasure, mayDecide } from '../../core/handling/erasure-request.ts'
import { type ErasureRequest, erasureDecisions } from '../../core/privacy/erasure.ts'
import type { KeptCase } from '../../core/privacy/retention.ts'
import { rightsText } from '../text/desk-rights.ts'
import type { Bilingual } from '../text/language.ts'
import { strangerPage } from './login.tsx'
import { NotFoundPage } from './notice-page.tsx'
import { RightsPage } from './rights-page.tsx'
import { page, screenOf } from './screen.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

/** A request that this person may decide, with the cases that it is about. */
export interface Decidable {
  readonly request: ErasureRequest
  readonly cases: readonly KeptCase[]
}

/** The open requests to be erased that are this person's to decide. */
export async function decidable({ ports }: Pick<Desk, 'ports'>, { staff }: Visitor): Promise<readonly Decidable[]> {
  const open = await ports.rights.openRequests()
  const all = await Promise.all(
    open.map(async (request) => ({ request, cases: await ports.rights.casesOf(request.chat) })),
  )
  const mine = await Promise.all(all.map(({ cases }) => mayDecide(ports, staff, cases)))
  return all.filter((_, n) => mine[n])
}

/** Where agents decide who is erased; nothing personal is shown, and every decision is theirs by name. */
export function rightsRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  app.get('/desk/rights', async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    return show(c, desk, visitor)
  })

  app.post('/desk/rights/:id', async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    const { decision, sure } = await c.req.parseBody()
    const known = erasureDecisions.find((one) => one === decision)
    if (known === undefined) return nothing(c, desk)
    if (known === 'erased' && sure !== 'yes') return show(c, desk, visitor, rightsText.unsure)
    const done = await decideErasure(desk.ports, c.req.param('id'), known, visitor.staff.id)
    return done === undefined ? show(c, desk, visitor, rightsText.refused) : c.redirect('/desk/rights', 303)
  })

  return app
}

const nothing = (c: Context<DeskEnv>, desk: Desk) => page(c, <NotFoundPage screen={screenOf(c, desk, '/desk')} />, 404)

async function show(c: Context<DeskEnv>, desk: Desk, visitor: Visitor, fault?: Bilingual) {
  const requests = await decidable(desk, visitor)
  const screen = screenOf(c, desk, '/desk/rights')
  return page(
    c,
    <RightsPage screen={screen} visitor={visitor} requests={requests} fault={fault} />,
    fault === undefined ? 200 : 409,
  )
}
