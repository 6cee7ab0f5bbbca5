import type { Payload, Taken } from './receive.ts'
import { isSigned } from './signature.ts'

const bodyMaxBytes = 1024 * 1024
/** How long a signature is remembered: as long as Slack's own clock check lets it live, both ways. */
const replayMs = 600_000

export interface RequestOptions {
  /** None = nothing is accepted. */
  readonly signingSecret: string | undefined
  now(): string
  take(body: Payload): Promise<Taken>
}

/** The address `POST /slack/events`: events, interactions and commands, each proved by its signature or refused. */
export function slackRequests({ signingSecret, now, take }: RequestOptions): (request: Request) => Promise<Response> {
  const known = new Map<string, Known>()
  return async (request) => {
    if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } })
    const body = await readBody(request)
    if (body === undefined) return new Response(null, { status: 413 })
    const nowMs = Date.parse(now())
    if (signingSecret === undefined || !isSigned(request.headers, body, signingSecret, nowMs))
      return new Response(null, { status: 401 })
    const payload = payloadOf(request.headers.get('content-type') ?? '', body)
    if (payload === undefined) return new Response(null, { status: 400 })
    if (payload.type === 'url_verification') return Response.json({ challenge: payload.challenge })
    // Slack looks now and then whether the certificate is good.
    if (payload.ssl_check !== undefined) return new Response()
    return responseOf(await once(known, request.headers.get('x-slack-signature') ?? '', nowMs, () => take(payload)))
  }
}

interface Known {
  readonly untilMs: number
  readonly taken: Promise<Taken>
}

/** A captured request that is sent once more is answered like the first, and nothing happens; a failed one may come again. */
async function once(
  known: Map<string, Known>,
  signature: string,
  nowMs: number,
  take: () => Promise<Taken>,
): Promise<Taken> {
  // Oldest first: a map keeps the order of insertion.
  for (const [one, { untilMs }] of known) {
    if (untilMs > nowMs) break
    known.delete(one)
  }
  const earlier = known.get(signature)
  if (earlier !== undefined) return earlier.taken
  const taken = take()
  known.set(signature, { untilMs: nowMs + replayMs, taken })
  const outcome = await taken
  if (outcome.state === 'failed') known.delete(signature)
  return outcome
}

function responseOf(taken: Taken): Response {
  if (taken.state === 'failed') {
    const { retryAfterMs } = taken
    if (retryAfterMs === undefined) return new Response(null, { status: 500 })
    return new Response(null, { status: 503, headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } })
  }
  const { answer } = taken
  if (answer === undefined || answer === '') return new Response()
  return Response.json(typeof answer === 'string' ? { text: answer } : answer)
}

/** All bytes, or undefined when there are more than anything that Slack sends. */
async function readBody(request: Request): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > bodyMaxBytes) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > bodyMaxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Events come as JSON, interactions as a form with JSON in it, commands as a plain form. */
function payloadOf(contentType: string, body: Uint8Array): Payload | undefined {
  const text = Buffer.from(body).toString('utf8')
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return parsed(text)
  const form = Object.fromEntries(new URLSearchParams(text))
  return form.payload === undefined ? form : parsed(form.payload)
}

function parsed(text: string): Payload | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
