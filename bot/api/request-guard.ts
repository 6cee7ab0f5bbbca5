import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { KeptAnswer } from '../../core/handling/api-access.ts'
import type { Api, ApiEnv } from './caller.ts'
import { Problem, problemType } from './problem.ts'

const bodyMaxBytes = 64 * 1024
const keptMs = 24 * 3_600_000

const always: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
}

/** Headers of every answer; none of them lets a page of somebody else in. */
export const strictHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(always)) c.res.headers.set(name, value)
}

/** Reads no more of a body than a command can hold, whatever the method, and only JSON. */
export const onlyJson: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (c.req.method === 'POST' && type !== 'application/json') throw new Problem('not-json')
  return bodyLimit({
    maxSize: bodyMaxBytes,
    onError: () => {
      throw new Problem('too-large')
    },
  })(c, next)
}

const keyForm = /^[\x21-\x7e]{1,255}$/

/** How a write remembers what it was answered. */
export interface Once {
  /** Of this key and token alone: a name for what the request makes. */
  readonly id: string
  /** The answer to this very request, for the commit that does what it asks. */
  answer(status: number, body: unknown): KeptAnswer
  /** What another request of the same key was answered, that was first while this one was decided. */
  first(): Promise<Response | undefined>
}

/** A request whose key is known is answered as before; a fresh one goes on with what it needs to be remembered. */
export function onceOnly({ ports }: Api): MiddlewareHandler<ApiEnv> {
  const digest = (...parts: readonly string[]) => ports.sha256(new TextEncoder().encode(parts.join('\n')))
  return async (c, next) => {
    if (c.req.method !== 'POST' && c.req.method !== 'DELETE') return next()
    const given = c.req.header('Idempotency-Key') ?? ''
    if (!keyForm.test(given))
      throw new Problem('key-missing', { faults: [{ in: 'header', at: 'Idempotency-Key', code: 'required' }] })
    const key = digest(c.get('caller').token.id, given)
    const request = digest(c.req.method, c.req.path, await c.req.text())
    const once: Once = {
      id: key.slice(0, 32),
      answer: (status, body) => ({
        ...{ key, request, status, body: JSON.stringify(body) },
        expiresAt: new Date(Date.parse(ports.now()) + keptMs).toISOString(),
      }),
      async first() {
        const before = await ports.api.keptAnswer(key, ports.now())
        return before && again(before, request)
      },
    }
    const before = await once.first()
    if (before !== undefined) return before
    c.set('once', once)
    return next()
  }
}

function again({ request, status, body }: KeptAnswer, asked: string): Response {
  if (request !== asked) throw new Problem('key-reused')
  const type = status < 400 ? 'application/json' : problemType
  const headers = { 'Content-Type': type, 'Idempotency-Replayed': 'true' }
  return new Response(status === 204 ? null : body, { status, headers })
}

/** Sends an answer that is kept: JSON that was made to fit its route already, which its type cannot tell. */
export const sendKept = ({ status, body }: KeptAnswer): never =>
  new Response(status === 204 ? null : body, {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : problemType },
  }) as never
