import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock.ts'
import { CallLog, type CallRecord } from '../wire/call-log.ts'
import { type Fault, Faults } from '../wire/faults.ts'
import { sendJson } from '../wire/loopback-server.ts'
import { readBody, readBytes } from '../wire/request-body.ts'
import { Arguments } from './arguments.ts'
import { SlackRefusal } from './refusal.ts'

/** What the server needs to know of its network. */
export interface ApiOptions {
  clock: Clock
  scopes: string
  /** Runs a method for the holder of that token. @throws SlackRefusal */
  run(method: string, token: string | undefined, args: Arguments): Record<string, unknown>
  /** Takes what is sent to a response_url. @throws SlackRefusal */
  respond(id: string, args: Arguments): void
  /** Takes the bytes of a file. @returns false when they were not announced */
  upload(id: string, bytes: Buffer): boolean
}

interface Reply {
  status: number
  body: Record<string, unknown>
  headers?: Record<string, string>
}

/** Slack's HTTP side: `/api/<method>` and `/response/<id>`, and the faults that were asked for. */
export class SlackApiServer {
  readonly log = new CallLog()
  readonly faults = new Faults(['apps.connections.open'])
  readonly #options: ApiOptions

  constructor(options: ApiOptions) {
    this.#options = options
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const [, upload] = /^\/upload\/(\w+)$/.exec(url.pathname) ?? []
    if (upload !== undefined) return this.#take(upload, await readBytes(request), response)
    const [, room, name] = /^\/(api|response)\/([\w.]+)$/.exec(url.pathname) ?? []
    const body = await readBody(request)
    if (!room || !name || !body) return sendJson(response, 404, { ok: false, error: 'not_found' })
    const args = new Arguments({ ...Object.fromEntries(url.searchParams), ...body.fields })
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    const token = bearer ?? args.text('token')
    if (room === 'api') return this.#call(name, args, () => this.#options.run(name, token, args), response)
    return this.#call('response_url', args, () => this.#respond(name, args), response)
  }

  /** Bytes of a file, at the address that was given for them; no token is asked for. */
  #take(id: string, bytes: Buffer, response: ServerResponse): void {
    const isTaken = this.#options.upload(id, bytes)
    response.writeHead(isTaken ? 200 : 400).end(isTaken ? `OK - ${bytes.length}` : 'bad request')
  }

  #respond(id: string, args: Arguments): Record<string, unknown> {
    this.#options.respond(id, args)
    return {}
  }

  async #call(
    method: string,
    args: Arguments,
    work: () => Record<string, unknown>,
    response: ServerResponse,
  ): Promise<void> {
    const target = args.text('channel')
    const record = this.log.open({ method, payload: args.payload, target, at: this.#options.clock.now() })
    const fault = this.faults.take(method, target)
    if (fault && this.#strikeBefore(fault, record, response)) return
    const answer = outcome(work)
    if (fault?.kind === 'lost-answer') {
      response.destroy()
      return this.log.close(record, 'lost-answer', answer)
    }
    if (fault?.kind === 'hold') {
      this.log.close(record, 'held', answer)
      await this.faults.held()
    }
    this.log.close(record, 200, answer)
    sendJson(response, 200, answer, { 'x-oauth-scopes': this.#options.scopes })
  }

  /** Whether the fault ends the call before anything happened. */
  #strikeBefore(fault: Fault, record: CallRecord, response: ServerResponse): boolean {
    if (fault.kind === 'reset' || fault.kind === 'black-hole') {
      if (fault.kind === 'reset') response.destroy()
      this.log.close(record, fault.kind)
      return true
    }
    const refused = refusalOf(fault)
    if (!refused) return false
    this.log.close(record, refused.status, refused.body)
    sendJson(response, refused.status, refused.body, refused.headers)
    return true
  }
}

function outcome(work: () => Record<string, unknown>): Record<string, unknown> {
  try {
    return { ok: true, ...work() }
  } catch (error) {
    if (error instanceof SlackRefusal) return error.body
    throw error
  }
}

function refusalOf(fault: Fault): Reply | undefined {
  if (fault.kind === 'rate-limit') {
    const headers = { 'retry-after': String(fault.retryAfterS) }
    return { status: 429, body: { ok: false, error: 'ratelimited' }, headers }
  }
  if (fault.kind === 'server-error') return { status: fault.status, body: { ok: false, error: 'internal_error' } }
  if (fault.kind === 'refusal') return { status: 200, body: { ok: false, error: fault.description } }
  return undefined
}
