import type { ServerResponse } from 'node:http'
import type { Fault } from '../wire/faults.ts'
import { sendJson } from '../wire/loopback-server.ts'
import { TelegramRefusal } from './refusal.ts'

/** Status and body of an answer. */
export interface Reply {
  status: number
  body: unknown
}

export const NOT_FOUND: Reply = { status: 404, body: { ok: false, error_code: 404, description: 'Not Found' } }
export const UNAUTHORIZED: Reply = { status: 401, body: { ok: false, error_code: 401, description: 'Unauthorized' } }
export const NO_METHOD: Reply = {
  status: 404,
  body: { ok: false, error_code: 404, description: 'Not Found: method not found' },
}
export const UNREADABLE: Reply = {
  status: 400,
  body: { ok: false, error_code: 400, description: "Bad Request: can't parse the request" },
}

/** The result of a method in Telegram's envelope; a refusal is an answer, too. */
export async function outcome(work: () => unknown): Promise<Reply> {
  try {
    return { status: 200, body: { ok: true, result: await work() } }
  } catch (error) {
    if (error instanceof TelegramRefusal) return { status: error.code, body: error.body }
    throw error
  }
}

/** The answer that a fault gives in place of the method. */
export function refusalOf(fault: Fault): Reply | undefined {
  if (fault.kind === 'rate-limit') {
    const { retryAfterS } = fault
    const description = `Too Many Requests: retry after ${retryAfterS}`
    const refusal = new TelegramRefusal(429, description, { retry_after: retryAfterS })
    return { status: 429, body: refusal.body }
  }
  if (fault.kind === 'server-error') {
    const body = { ok: false, error_code: fault.status, description: 'Internal Server Error' }
    return { status: fault.status, body }
  }
  if (fault.kind !== 'refusal') return undefined
  const refusal = new TelegramRefusal(fault.code, fault.description, fault.parameters)
  return { status: fault.code, body: refusal.body }
}

/** Sends an answer. */
export function reply(response: ServerResponse, { status, body }: Reply): void {
  sendJson(response, status, body)
}
