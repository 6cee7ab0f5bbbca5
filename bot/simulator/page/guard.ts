import type { MiddlewareHandler } from 'hono'

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** What a file that somebody sent is served under: it may be looked at, never run. */
export const filePolicy = "sandbox; default-src 'none'; style-src 'none'; frame-ancestors 'none'"

const always: Readonly<Record<string, string>> = {
  'Content-Security-Policy': pagePolicy,
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // A form must be able to name its origin to us.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
}

/** Lets in only whoever sits at this machine and came by a page of ours, and puts the strict headers on every answer. */
export const guard: MiddlewareHandler = async (c, next): Promise<Response | undefined> => {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  const isReading = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!isLoopbackHost(host))
    return c.text('The simulator answers only on this machine: open it at http://127.0.0.1.\n', 403)
  if (!isReading && !isFromHere(c.req.header('origin'), c.req.header('sec-fetch-site'), host))
    return c.text('This form did not come from the page of the simulator.\n', 403)
  await next()
  for (const [name, value] of Object.entries(always)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  return undefined
}

/** True for names that only this machine calls itself; a foreign name that leads here is a trick (DNS rebinding). */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d{1,5}$/, '').toLowerCase()
  return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name)
}

/** Browsers name the origin of every form; who names none must at least say that it is ours. */
function isFromHere(origin: string | undefined, site: string | undefined, host: string): boolean {
  if (origin === undefined || origin === 'null') return site === 'same-origin'
  return URL.canParse(origin) && new URL(origin).host === host
}
