import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock.ts'
import { CallLog, type CallRecord } from '../wire/call-log.ts'
import { type Fault, Faults } from '../wire/faults.ts'
import { type RequestBody, readBody } from '../wire/request-body.ts'
import type { ApiDescription } from './api-description.ts'
import { Arguments } from './arguments.ts'
import { NO_METHOD, NOT_FOUND, outcome, refusalOf, reply, UNAUTHORIZED, UNREADABLE } from './reply.ts'

/** Runs a method of the Bot API; `onGone` is told what to do when the caller hangs up. */
export type Run = (args: Arguments, onGone: (forget: () => void) => void) => unknown

/** What the server needs to know of its network. */
export interface ApiOptions {
  token: string
  clock: Clock
  description: ApiDescription | undefined
  /** The method by that name, whatever its case. */
  find(name: string): { name: string; run: Run } | undefined
  /** The bytes at a file path. */
  file(path: string): Buffer | undefined
}

/** Telegram's HTTP side: addresses, encodings, errors, and the faults that were asked for. */
export class TelegramApiServer {
  readonly log = new CallLog()
  readonly faults = new Faults(['getUpdates', 'file'])
  /** Calls that do not fit the Bot API description. */
  readonly violations: string[] = []
  readonly #options: ApiOptions

  constructor(options: ApiOptions) {
    this.#options = options
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname)
    const call = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname)
    const token = decodeURIComponent((file ?? call)?.[1] ?? '')
    if (!file && !call) return reply(response, NOT_FOUND)
    if (token !== this.#options.token) return reply(response, UNAUTHORIZED)
    if (file) return this.#download(file[2] ?? '', response)
    const method = this.#options.find(call?.[2] ?? '')
    if (!method) return reply(response, NO_METHOD)
    const body = await readBody(request)
    if (!body) return reply(response, UNREADABLE)
    const args = new Arguments({ ...Object.fromEntries(url.searchParams), ...body.fields }, body.files)
    return this.#call(method, args, body.encoding, response)
  }

  async #call(
    { name, run }: { name: string; run: Run },
    args: Arguments,
    encoding: RequestBody['encoding'],
    response: ServerResponse,
  ): Promise<void> {
    this.violations.push(...(this.#options.description?.violations(name, args, encoding) ?? []))
    const target = args.text('chat_id')
    const record = this.log.open({ method: name, payload: args.payload, target, at: this.#options.clock.now() })
    const fault = this.faults.take(name, target)
    if (fault && this.#strikeBefore(fault, record, response)) return
    const answer = await outcome(() => run(args, (forget) => response.once('close', forget)))
    if (fault?.kind === 'lost-answer') {
      response.destroy()
      return this.log.close(record, 'lost-answer', answer.body)
    }
    if (fault?.kind === 'hold') {
      this.log.close(record, 'held', answer.body)
      await this.faults.held()
    }
    this.log.close(record, answer.status, answer.body)
    reply(response, answer)
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
    reply(response, refused)
    return true
  }

  #download(path: string, response: ServerResponse): void {
    const bytes = this.#options.file(path)
    const record = this.log.open({
      method: 'file',
      payload: { path },
      target: undefined,
      at: this.#options.clock.now(),
    })
    const fault = this.faults.take('file')
    if (fault && this.#strikeBefore(fault, record, response)) return
    if (!bytes) {
      this.log.close(record, 404)
      reply(response, NOT_FOUND)
      return
    }
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length })
    const part = fault?.kind === 'truncate' || fault?.kind === 'stall'
    this.log.close(record, part ? 'lost-answer' : 200)
    if (!part) {
      response.end(bytes)
      return
    }
    response.write(bytes.subarray(0, bytes.length >> 1), () => {
      if (fault.kind === 'truncate') response.destroy()
    })
  }
}
