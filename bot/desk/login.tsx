import { type Context, Hono } from 'hono'
import { endShift } from '../../core/handling/end-shift.ts'
import { loginText } from '../text/desk-login.ts'
import { LinkRequests } from './link-request.ts'
import { LoginHelpPage, LoginPage } from './login-page.tsx'
import { NoticePage } from './notice-page.tsx'
import { page, screenOf } from './screen.ts'
import { deskRoleOf, isWanted, rememberWanted, signIn, signOut, takeWanted } from './session.ts'
import type { Desk, DeskEnv } from './visitor.ts'

/** Signing in and out. A link is looked at by GET, which mail scanners and previews do too, and spent by POST. */
export function loginRoutes(desk: Desk): Hono<DeskEnv> {
  const { ports } = desk
  const app = new Hono<DeskEnv>()
  const requests = new LinkRequests(ports)

  app.get('/desk/login', async (c) => {
    const token = c.req.query('t') ?? ''
    if (!(await ports.deskAccess.isLinkGood(token, ports.now()))) return spent(c, desk)
    return page(c, <LoginPage screen={screenOf(c, desk)} token={token} />)
  })

  app.post('/desk/login', async (c) => {
    const { t } = await c.req.parseBody()
    const staffId = typeof t === 'string' ? await ports.deskAccess.spendLink(t, ports.now()) : undefined
    if (staffId === undefined) return spent(c, desk)
    const staff = await ports.directory.staffById(staffId)
    if (staff === undefined || deskRoleOf(staff) === undefined) {
      const screen = screenOf(c, desk, '/desk')
      return page(c, <NoticePage screen={screen} title={loginText.noRoleTitle} text={loginText.noRole} />, 403)
    }
    await signIn(c, desk, staff)
    return c.redirect(takeWanted(c, desk), 303)
  })

  app.post('/desk/logout', async (c) => {
    const visitor = c.get('visitor')
    if (visitor !== undefined) await signOut(c, desk, visitor)
    c.set('visitor', undefined)
    return help(c, desk, 'signedOut')
  })

  app.post('/desk/shift-over', async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    await endShift(ports, visitor.staff, visitor.role)
    await signOut(c, desk, visitor)
    c.set('visitor', undefined)
    return help(c, desk, 'signedOut')
  })

  app.get('/desk/link', (c) => help(c, desk, 'help'))

  app.post('/desk/link', async (c) => {
    const { email } = await c.req.parseBody()
    if (typeof email === 'string') await requests.ask(email)
    // Always the same words: who works here is nobody's business.
    const screen = screenOf(c, desk, '/desk/link')
    return page(c, <NoticePage screen={screen} title={loginText.askedTitle} text={loginText.asked} />)
  })

  return app
}

function help(c: Context<DeskEnv>, desk: Desk, why: 'help' | 'signedOut') {
  const screen = screenOf(c, desk, '/desk')
  return page(
    c,
    <LoginHelpPage screen={screen} why={why} leadsBack={false} hasMail={desk.ports.has.mail} hasSso={desk.hasSso} />,
  )
}

function spent(c: Context<DeskEnv>, desk: Desk) {
  const screen = screenOf(c, desk, '/desk/link')
  return page(
    c,
    <LoginHelpPage screen={screen} why="spent" leadsBack={false} hasMail={desk.ports.has.mail} hasSso={desk.hasSso} />,
    410,
  )
}

/** What somebody sees who is not signed in: how to get in, and that it leads back here. */
export async function strangerPage(c: Context<DeskEnv>, desk: Desk): Promise<Response> {
  rememberWanted(c, desk)
  // A part of a page cannot sign anybody in: the whole page must ask.
  if (c.req.header('HX-Request') !== undefined) c.header('HX-Refresh', 'true')
  const leadsBack = isWanted(c.req.path)
  const screen = screenOf(c, desk)
  return page(
    c,
    <LoginHelpPage
      screen={screen}
      why="help"
      leadsBack={leadsBack}
      unsent={await wordsOf(c)}
      hasMail={desk.ports.has.mail}
      hasSso={desk.hasSso}
    />,
    401,
  )
}

const wordsMax = 5

/** What somebody wrote into a form that nobody may send any more: it is shown to them, and kept nowhere. */
async function wordsOf(c: Context<DeskEnv>): Promise<readonly string[]> {
  if (c.req.method !== 'POST') return []
  const values = Object.values(await c.req.parseBody())
  return values
    .filter((value) => typeof value === 'string' && value.trim().includes(' '))
    .slice(0, wordsMax) as string[]
}
