import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Staff } from '../../core/agency/staff.ts'
import type { QueueRole } from '../../core/ticket/queue.ts'
import { type Language, languages } from '../text/language.ts'
import { isFromHere, isSameSecret } from './origin.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

/** How long a device stays signed in, in seconds. */
export const sessionLifeSeconds = 12 * 3600

const sessionCookie = 'pandu_desk'
const languageCookie = 'pandu_language'
const wantedCookie = 'pandu_wanted'
const yearSeconds = 365 * 86_400
const wantedSeconds = 15 * 60
/** The only addresses that a login leads back to: cases, here or at the counter, and tasks of a former agency by their number; the counter; where PDFs are checked. */
const wantedForm = /^\/desk\/(?:(?:cases|former|counter)\/[A-Z0-9-]{1,40}|counter(?:\/new\/[a-z-]{1,40})?|signature)$/

const cookieOf = (desk: Desk, maxAge: number) =>
  ({ path: '/desk', httpOnly: true, sameSite: 'Lax', secure: desk.isSecure, maxAge }) as const

/** Verifiers and agents work at the desk; an admin has nothing to do here. */
export const deskRoleOf = ({ role, removedAt }: Staff): QueueRole | undefined =>
  removedAt === null && role !== 'admin' ? role : undefined

/** Who is at the other end now: the session, and the directory's word of this moment. */
export async function visitorOf({ ports }: Desk, token: string | undefined): Promise<Visitor | undefined> {
  const session = token === undefined ? undefined : await ports.deskAccess.session(token, ports.now())
  const staff = session && (await ports.directory.staffById(session.staffId))
  const role = staff && deskRoleOf(staff)
  return token && session && staff && role ? { token, session, staff, role } : undefined
}

/** Reads language and visitor of every request anew: a role that was taken away is gone with the next click. */
export const recognise =
  (desk: Desk): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const asked = c.req.query('lang')
    if (isLanguage(asked)) setCookie(c, languageCookie, asked, cookieOf(desk, yearSeconds))
    const kept = getCookie(c, languageCookie)
    c.set('language', isLanguage(asked) ? asked : isLanguage(kept) ? kept : 'id')
    c.set('visitor', await visitorOf(desk, getCookie(c, sessionCookie)))
    await next()
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

/** Signs a member of staff in on this device; what was signed in before is signed out. */
export async function signIn(c: Context<DeskEnv>, desk: Desk, staff: Staff): Promise<void> {
  const { ports } = desk
  const before = getCookie(c, sessionCookie)
  if (before !== undefined) await ports.deskAccess.endSession(before)
  const token = ports.newToken()
  const expiresAt = new Date(Date.parse(ports.now()) + sessionLifeSeconds * 1000).toISOString()
  await ports.deskAccess.saveSession(token, { staffId: staff.id, csrf: ports.newToken(), expiresAt })
  setCookie(c, sessionCookie, token, cookieOf(desk, sessionLifeSeconds))
}

export async function signOut(c: Context<DeskEnv>, desk: Desk, { token }: Visitor): Promise<void> {
  await desk.ports.deskAccess.endSession(token)
  deleteCookie(c, sessionCookie, { path: '/desk', secure: desk.isSecure })
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
