import { type Context, Hono } from 'hono'
import { isSamePerson, type Staff } from '../../core/agency/staff.ts'
import type { DeskTaste } from '../../core/handling/desk-access.ts'
import { strangerPage } from './login.tsx'
import { type MeDone, MePage, mePath } from './me-page.tsx'
import { page, screenOf } from './screen.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

type MeHandler = (c: Context<DeskEnv>, visitor: Visitor) => Promise<Response> | Response

/** The page of one's own devices and of how the desk should be; admins sign out devices of colleagues here. */
export function meRoutes(desk: Desk): Hono<DeskEnv> {
  const { deskAccess } = desk.ports
  const app = new Hono<DeskEnv>()
  const withVisitor = (handle: MeHandler) => (c: Context<DeskEnv>) => {
    const visitor = c.get('visitor')
    return visitor === undefined ? strangerPage(c, desk) : handle(c, visitor)
  }
  const done = (c: Context<DeskEnv>, what: MeDone) => c.redirect(`${mePath}?done=${what}`, 303)

  app.get(
    mePath,
    withVisitor((c, visitor) => showMe(c, desk, visitor)),
  )
  app.post(
    `${mePath}/end`,
    withVisitor(async (c, { staff, session }) => {
      const { id } = await c.req.parseBody()
      const isDone = typeof id === 'string' && id !== session.id && (await deskAccess.endSessionOf(staff.id, id))
      return done(c, isDone ? 'ended' : 'none')
    }),
  )
  app.post(
    `${mePath}/end-others`,
    withVisitor(async (c, { staff, session }) => {
      await deskAccess.endSessionsOf(staff.id, session.id)
      return done(c, 'others')
    }),
  )
  app.post(
    `${mePath}/end-of`,
    withVisitor(async (c, visitor) => {
      const { id, staff } = await c.req.parseBody()
      const colleague = (await colleaguesOf(desk, visitor)).find((one) => one.id === staff)
      const isDone =
        colleague !== undefined && typeof id === 'string' && (await deskAccess.endSessionOf(colleague.id, id))
      if (isDone) desk.report({ what: 'desk-signed-out', staffId: colleague.id, by: visitor.staff.id })
      return done(c, isDone ? 'ended' : 'none')
    }),
  )
  app.post(
    `${mePath}/taste`,
    withVisitor(async (c, { staff }) => {
      await deskAccess.saveTaste(staff.id, tasteOf(await c.req.parseBody()))
      return done(c, 'saved')
    }),
  )
  return app
}

const tasteOf = ({ theme, letters }: Record<string, unknown>): DeskTaste => ({
  areLettersOff: letters !== 'on',
  theme: theme === 'light' || theme === 'dark' ? theme : undefined,
})

/** Whose devices this person may sign out: those of colleagues in agencies that they are an admin of. */
async function colleaguesOf({ ports }: Desk, { staff }: Visitor): Promise<readonly Staff[]> {
  const present = (await ports.directory.staff()).filter(({ removedAt }) => removedAt === null)
  const mine = present
    .filter((one) => one.role === 'admin' && isSamePerson(one, staff))
    .flatMap(({ agencies }) => agencies)
  return present.filter((one) => one.id !== staff.id && one.agencies.some((code) => mine.includes(code)))
}

async function showMe(c: Context<DeskEnv>, desk: Desk, visitor: Visitor) {
  const { deskAccess, now } = desk.ports
  const colleagues = await colleaguesOf(desk, visitor)
  const own = await deskAccess.sessionsOf([visitor.staff.id], now())
  const names = new Map(colleagues.map(({ id, name }) => [id, name]))
  const theirs = await deskAccess.sessionsOf([...names.keys()], now())
  const isAdmin = colleagues.length > 0
  const asked = c.req.query('done')
  return page(
    c,
    <MePage
      screen={screenOf(c, desk)}
      visitor={visitor}
      own={own}
      theirs={isAdmin ? theirs.map((session) => ({ session, name: names.get(session.staffId) ?? '' })) : undefined}
      done={asked}
    />,
  )
}
