import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { fileSizeMaxBytes } from '../../core/evidence/kind.ts'
import { signedFormMaxBytes } from '../../core/handling/signed-form.ts'
import type { Desk, DeskEnv } from './visitor.ts'

const formMaxBytes = 128 * 1024
/** What a form around a file adds to it. */
const aroundBytes = 256 * 1024
const counterPath = /^\/desk\/counter\/[A-Z0-9-]{1,40}\/(?:save|send|clear)$/
const uploadPath = /^\/desk\/cases\/[A-Z0-9-]{1,40}\/signed-(?:form|cover)$/

/** The address of the page on which a one-time link takes a signed form in. */
export const doorPath = '/desk/forms'

/** The address of the page on which staff check any PDF. */
export const signaturePath = '/desk/signature'

/** Reads no more of a form than it can hold; a file comes in only where one is expected, from whoever may send it. */
export function bodySizes(
  desk: Desk,
  onError: (c: Context<DeskEnv>) => Response | Promise<Response>,
): MiddlewareHandler {
  const small = bodyLimit({ maxSize: formMaxBytes, onError })
  const large = bodyLimit({ maxSize: signedFormMaxBytes + aroundBytes, onError })
  const evidence = bodyLimit({ maxSize: fileSizeMaxBytes + aroundBytes, onError })
  return async (c, next) => {
    if (isAtCounter(c) || isChecked(c)) return evidence(c, next)
    return ((await takesFile(c, desk)) ? large : small)(c, next)
  }
}

const isAtCounter = (c: Context<DeskEnv>): boolean =>
  c.req.method === 'POST' && counterPath.test(c.req.path) && c.get('visitor')?.role === 'verifier'

const isChecked = (c: Context<DeskEnv>): boolean =>
  c.req.method === 'POST' && c.req.path === signaturePath && c.get('visitor') !== undefined

async function takesFile(c: Context<DeskEnv>, { ports }: Desk): Promise<boolean> {
  if (c.req.method !== 'POST') return false
  if (uploadPath.test(c.req.path)) return c.get('visitor')?.role === 'verifier'
  if (c.req.path !== doorPath) return false
  return (await ports.deskAccess.formLink(c.req.query('t') ?? '', ports.now())) !== undefined
}
