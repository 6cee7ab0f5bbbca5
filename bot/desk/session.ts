import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Staff } from '../../core/agency/staff.ts'
import type { QueueRole } from '../../core/ticket/queue.ts'
import { type Language, languages } from '../text/language.ts'
import { deviceWords } from './device-words.ts'
import { isFromHere, isSameSecret } from './origin.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

/** How long a device stays signed in, in seconds. */
export const sessionLifeSeconds = 12 * 3600

/** After how long a token in use is changed for another, and how long the one before still opens the desk, in milliseconds. */
const turnAfterMs = 3600_000
const overlapMs = 2 * 60_000
/** How exact the time of the last use is, in milliseconds. */
const useEveryMs = 5 * 60_000
const devicesMax = 10

const languageCookie = 'pandu_language'
const wantedCookie = 'pandu_wanted'
const yearSeconds = 365 * 86_400
const wantedSeconds = 15 * 60
/** The only addresses that a login leads back to: cases, here or at the counter, and tasks of a former agency by their number; the counter; where PDFs are checked. */
const wantedForm = /^\/desk\/(?:(?:cases|former|counter)\/[A-Z0-9-]{1,40}|counter(?:\/new\/[a-z-]{1,40})?|signature)$/

const cookieOf = (desk: Desk, maxAge: number) =>
  ({ path: '/desk', httpOnly: true, sameSite: 'Lax', secure: desk.isSecure, maxAge }) as const

// Over https the name itself forbids every other host and path to set it (`__Host-`, RFC 6265bis 4.1.3.2).
const sessionName = ({ isSecure }: Desk) => (isSecure ? '__Host-pandu_desk' : 'pandu_desk')
const sessionCookieOf = (desk: Desk, maxAge: number) =>
  ({ ...cookieOf(desk, maxAge), path: desk.isSecure ? '/' : '/desk' }) as const

/** Verifiers and agents work at the desk; an admin has nothing to do here. */
export const deskRoleOf = ({ role, removedAt }: Staff): QueueRole | undefined =>
  removedAt === null && role !== 'admin' ? role : undefined

/** What a member of staff may do, as far as a session depends on it. */
const grantsOf = ({ role, agencies }: Staff): readonly string[] => [role, ...agencies]

/** Who is at the other end now: the session, and the directory's word of this moment. */
export async function visitorOf({ ports }: Desk, token: string | undefined): Promise<Visitor | undefined> {
  const session = token === undefined ? undefined : await ports.deskAccess.session(token, ports.now())
  if (token === undefined || session === undefined) return undefined
  const [staff, taste] = await Promise.all([
    ports.directory.staffById(session.staffId),
    ports.deskAccess.taste(session.staffId),
  ])
  const role = staff && deskRoleOf(staff)
  if (staff && role && session.grants.every((grant) => grantsOf(staff).includes(grant)))
    return { token, session, staff, role, taste }
  // It must not come alive again with the role.
  await ports.deskAccess.endSession(token)
  return undefined
}

/** Reads language and visitor of every request anew: a role that was taken away is gone with the next click. */
export const recognise =
  (desk: Desk): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const asked = c.req.query('lang')
    if (isLanguage(asked)) setCookie(c, languageCookie, asked, cookieOf(desk, yearSeconds))
    const kept = getCookie(c, languageCookie)
    c.set('mark', desk.live.mark)
    c.set('language', isLanguage(asked) ? asked : isLanguage(kept) ? kept : 'id')
    const visitor = await visitorOf(desk, getCookie(c, sessionName(desk)))
    c.set('visitor', visitor && (await keepAlive(c, desk, visitor)))
    await next()
  }

/** Notes the use, and changes a token that is old; requests under way with the one before are still heard. */
async function keepAlive(c: Context<DeskEnv>, desk: Desk, visitor: Visitor): Promise<Visitor> {
  const { deskAccess, now, newToken } = desk.ports
  const { session, token } = visitor
  const [at, atMs] = [now(), Date.parse(now())]
  if (atMs - Date.parse(session.usedAt) >= useEveryMs) await deskAccess.noteUse(session.id, at)
  if (atMs - Date.parse(session.turnedAt) < turnAfterMs) return visitor
  const next = newToken()
  // Where another request was first, the browser has the new token from there.
  if (!(await deskAccess.turnSession(token, next, at, new Date(atMs + overlapMs).toISOString()))) return visitor
  const lifeSeconds = Math.max(1, Math.floor((Date.parse(session.expiresAt) - atMs) / 1000))
  setCookie(c, sessionName(desk), next, sessionCookieOf(desk, lifeSeconds))
  return { ...visitor, token: next }
}

const isLanguage = (value: string | undefined): value is Language => languages.some((language) => language === value)

export type FormFault = 'origin' | 'csrf'

/** Why a form is not ours, or undefined: it comes from a page of this desk and carries its session's secret. */
export async function formFault(c: Context<DeskEnv>, { publicUrl }: Desk): Promise<FormFault | undefined> {
  const { req } = c
  const from = { origin: req.header('Origin'), host: req.header('Host'), site: req.header('Sec-Fetch-Site') }
  if (!isFromHere(from, publicUrl)) return 'origin'
  const visitor = c.get('visitor')
  if (visitor === undefined) return undefined
  const { csrf } = await req.parseBody()
  return typeof csrf === 'string' && isSameSecret(csrf, visitor.session.csrf) ? undefined : 'csrf'
}

/** Signs a member of staff in on this device; what was signed in before is signed out, and the device used longest ago beyond ten. */
export async function signIn(c: Context<DeskEnv>, desk: Desk, staff: Staff): Promise<void> {
  const { deskAccess, newId, newToken, now } = desk.ports
  const before = getCookie(c, sessionName(desk))
  if (before !== undefined) await deskAccess.endSession(before)
  const at = now()
  for (const { id } of (await deskAccess.sessionsOf([staff.id], at)).slice(devicesMax - 1))
    await deskAccess.endSessionOf(staff.id, id)
  const token = newToken()
  await deskAccess.saveSession(token, {
    id: newId(),
    staffId: staff.id,
    csrf: newToken(),
    grants: grantsOf(staff),
    device: deviceWords(c.req.header('User-Agent')),
    since: at,
    usedAt: at,
    turnedAt: at,
    expiresAt: new Date(Date.parse(at) + sessionLifeSeconds * 1000).toISOString(),
  })
  setCookie(c, sessionName(desk), token, sessionCookieOf(desk, sessionLifeSeconds))
}

export async function signOut(c: Context<DeskEnv>, desk: Desk, { token }: Visitor): Promise<void> {
  await desk.ports.deskAccess.endSession(token)
  const { path, secure } = sessionCookieOf(desk, 0)
  deleteCookie(c, sessionName(desk), { path, secure })
}

export const isWanted = (path: string): boolean => wantedForm.test(path)

/** Remembers on this device which case was wanted, until somebody has signed in. */
export function rememberWanted(c: Context<DeskEnv>, desk: Desk): void {
  if (isWanted(c.req.path)) setCookie(c, wantedCookie, c.req.path, cookieOf(desk, wantedSeconds))
}

/** Where a login leads: the case that was wanted, else the queue. */
export function takeWanted(c: Context<DeskEnv>, desk: Desk): string {
  const wanted = getCookie(c, wantedCookie)
  if (wanted !== undefined) deleteCookie(c, wantedCookie, { path: '/desk', secure: desk.isSecure })
  return wanted !== undefined && isWanted(wanted) ? wanted : '/desk'
}
