import { createHash, timingSafeEqual } from 'node:crypto'
import type { Report } from './report.ts'

export interface WebhookOptions {
  /** Undefined: nobody may call. */
  readonly secret: string | undefined
  readonly report: Report
  receive(updates: readonly unknown[]): Promise<void>
}

const bodyMaxBytes = 1024 * 1024
const retryAfterS = '5'

/** Answers Telegram's webhook calls: 200 only for what is stored, 503 to have it brought again. */
export function createWebhook({ secret, report, receive }: WebhookOptions): (request: Request) => Promise<Response> {
  const expected = secret === undefined ? undefined : digest(secret)
  return async (request) => {
    const given = digest(request.headers.get('x-telegram-bot-api-secret-token') ?? '')
    if (expected === undefined || !timingSafeEqual(given, expected)) return new Response(null, { status: 401 })
    const body = await bodyOf(request)
    if (body === undefined) return new Response(null, { status: 413 })
    const update = parsed(body)
    if (update === undefined) return new Response(null, { status: 400 })
    try {
      await receive([update])
    } catch (error) {
      const kind = error instanceof Error ? error.name : 'unknown'
      report('an update could not be stored; Telegram brings it again', { error: kind }, 'warn')
      return new Response(null, { status: 503, headers: { 'retry-after': retryAfterS } })
    }
    return new Response(null, { status: 200 })
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** The body as text; undefined when it is longer than any update. */
async function bodyOf({ headers, body }: Request): Promise<string | undefined> {
  if (Number(headers.get('content-length') ?? 0) > bodyMaxBytes) return undefined
  const parts: Uint8Array[] = []
  let sizeBytes = 0
  for await (const part of body ?? []) {
    sizeBytes += part.byteLength
    if (sizeBytes > bodyMaxBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}
