import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Staff } from '../../core/agency/staff.ts'
import { makeDeskLink } from '../../core/handling/desk-link.ts'
import { roleName } from '../text/desk-frame.ts'
import { loginText } from '../text/desk-login.ts'
import { visible } from '../text/escape.ts'
import { Layout } from './layout.tsx'
import { Secret } from './login-page.tsx'
import { NoticePage } from './notice-page.tsx'
import { page, type Screen, screenOf } from './screen.ts'
import { deskRoleOf, signIn, takeWanted } from './session.ts'
import type { SingleSignOn } from './single-sign-on.ts'
import { ssoBackPath, ssoPath } from './sso-path.ts'
import type { Desk, DeskEnv } from './visitor.ts'

const journeyCookie = 'pandu_sso'
const journeySeconds = 10 * 60
const chooseMs = 10 * 60_000
const journeyShape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() })

/** Signing in by the organisation's own login service; it opens the desk to who is staff already, and makes nobody staff. */
export function ssoRoutes(desk: Desk, sso: SingleSignOn): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const options = { path: ssoPath, httpOnly: true, sameSite: 'Lax', secure: desk.isSecure } as const

  app.get(ssoPath, async (c) => {
    const left = await sso.leave().catch(() => undefined)
    if (left === undefined) return refused(c, desk, 'away')
    setCookie(c, journeyCookie, JSON.stringify(left.journey), { ...options, maxAge: journeySeconds })
    return c.redirect(left.url.href, 303)
  })

  app.get(ssoBackPath, async (c) => {
    const journey = journeyOf(getCookie(c, journeyCookie))
    deleteCookie(c, journeyCookie, options)
    if (journey === undefined) return refused(c, desk, 'journey')
    const { search } = new URL(c.req.url)
    const came = await sso.comeBack(search, journey).then(
      (email) => ({ email }),
      () => undefined,
    )
    if (came === undefined) return refused(c, desk, 'answer')
    if (came.email === undefined) return refused(c, desk, 'unverified')
    const roles = (await desk.ports.directory.staffByEmail(came.email)).filter((one) => deskRoleOf(one) !== undefined)
    const [only] = roles
    if (only === undefined) return refused(c, desk, 'stranger')
    if (roles.length > 1) return choose(c, desk, roles)
    await signIn(c, desk, only)
    return c.redirect(takeWanted(c, desk), 303)
  })

  return app
}

function journeyOf(cookie: string | undefined) {
  try {
    return journeyShape.safeParse(JSON.parse(cookie ?? '')).data
  } catch {
    return undefined
  }
}

/** Why a login service did not get somebody in; a closed set. */
export type SsoRefusal = 'away' | 'journey' | 'answer' | 'unverified' | 'stranger'

const statuses = { away: 503, journey: 400, answer: 403, unverified: 403, stranger: 403 } as const

function refused(c: Context<DeskEnv>, desk: Desk, why: SsoRefusal) {
  desk.report({ what: 'desk-sso-refused', why })
  const screen = screenOf(c, desk, '/desk')
  const body = (
    <NoticePage screen={screen} title={loginText.ssoRefusedTitle} text={loginText.ssoRefused[why]}>
      <p>
        <a class="button" href="/desk/link">
          {screen.t(loginText.ssoOther)}
        </a>
      </p>
    </NoticePage>
  )
  return page(c, body, statuses[why])
}

/** Somebody with two roles says which one this device is for, by a one-time link to each. */
async function choose(c: Context<DeskEnv>, desk: Desk, roles: readonly Staff[]) {
  const doors = await Promise.all(
    roles.map(async (one) => {
      const link = await makeDeskLink(desk.ports, desk.publicUrl, one.id, chooseMs)
      return { staff: one, token: new URL(link).searchParams.get('t') ?? '' }
    }),
  )
  return page(c, <ChoosePage screen={screenOf(c, desk, '/desk')} doors={doors} />)
}

const ChoosePage = ({ screen, doors }: { screen: Screen; doors: readonly { staff: Staff; token: string }[] }) => (
  <Layout screen={screen} title={screen.t(loginText.chooseRole)}>
    <section class="notice">
      <h1>{screen.t(loginText.chooseRole)}</h1>
      {doors.map(({ staff, token }) => {
        const role = deskRoleOf(staff)
        return (
          <form method="post" action="/desk/login">
            <input type="hidden" name="t" value={token} />
            <Secret screen={screen} />
            <button class="primary" type="submit">
              {role !== undefined && screen.t(roleName[role])}: {visible(staff.name)}
            </button>
          </form>
        )
      })}
    </section>
  </Layout>
)
