import { type Context, Hono } from 'hono'
import type { AbsenceFault } from '../../core/agency/absence.ts'
import { absenceOf, announceAbsence, deputiesFor, endAbsence } from '../../core/handling/absence.ts'
import { today } from '../../core/handling/coverage.ts'
import { type AbsenceDone, AbsencePage } from './absence-page.tsx'
import { strangerPage } from './login.tsx'
import { NotFoundPage } from './notice-page.tsx'
import { page, screenOf } from './screen.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

const address = '/desk/absence'

/** *Saya cuti* of a verifier: the days, a deputy, and the way back. */
export function absenceRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const { ports } = desk

  app.get(
    address,
    forVerifier(desk, (c, visitor) => show(c, desk, visitor, { done: doneIn(c.req.query('done')) })),
  )

  app.post(
    address,
    forVerifier(desk, async (c, visitor) => {
      const body = await c.req.parseBody()
      const field = (name: string): string => (typeof body[name] === 'string' ? body[name] : '')
      const draft = { from: field('from'), until: field('until'), deputyId: field('deputy') || null }
      const taken = await announceAbsence(ports, visitor.staff, draft)
      if (typeof taken === 'string') return show(c, desk, visitor, { fault: taken, draft })
      return c.redirect(`${address}?done=saved`, 303)
    }),
  )

  app.post(
    `${address}/end`,
    forVerifier(desk, async (c, visitor) => {
      const hadOne = await endAbsence(ports, visitor.staff.id)
      return c.redirect(`${address}?done=${hadOne ? 'ended' : 'none'}`, 303)
    }),
  )

  return app
}

type Handle = (c: Context<DeskEnv>, visitor: Visitor) => Promise<Response>

/** Only verifiers have cases that others could go on with. */
function forVerifier(desk: Desk, handle: Handle): (c: Context<DeskEnv>) => Promise<Response> {
  return async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    if (visitor.role !== 'verifier') return page(c, <NotFoundPage screen={screenOf(c, desk, '/desk')} />, 404)
    return handle(c, visitor)
  }
}

interface Shown {
  readonly done?: AbsenceDone | undefined
  readonly fault?: AbsenceFault
  readonly draft?: { readonly from: string; readonly until: string; readonly deputyId: string | null }
}

async function show(c: Context<DeskEnv>, desk: Desk, visitor: Visitor, shown: Shown): Promise<Response> {
  const { ports } = desk
  const [absence, deputies] = await Promise.all([absenceOf(ports, visitor.staff.id), deputiesFor(ports, visitor.staff)])
  const body = (
    <AbsencePage
      screen={screenOf(c, desk, address)}
      csrf={visitor.session.csrf}
      absence={absence}
      deputies={deputies}
      today={today(ports)}
      {...shown}
    />
  )
  return page(c, body, shown.fault === undefined ? 200 : 422)
}

const doneIn = (word: string | undefined): AbsenceDone | undefined =>
  word === 'saved' || word === 'ended' || word === 'none' ? word : undefined
