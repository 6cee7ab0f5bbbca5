import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Changes } from '../../bot/simulator/wire/changes.ts'
import { isRecord, parsedJson, readBytes } from '../../bot/simulator/wire/request-body.ts'

/** A request as it reached the program. */
export interface Arrival {
  raw: string
  headers: IncomingHttpHeaders
  /** The event, interaction or command inside. */
  payload: Record<string, unknown>
}

/** A program that Slack talks to over HTTP and that answers as a test tells it. */
export class SlackProgram {
  readonly arrivals: Arrival[] = []
  /** What it answers; 200 without a body by default. */
  answer: (arrival: Arrival, response: ServerResponse) => void = (_arrival, response) => {
    response.end()
  }
  readonly #changes = new Changes()
  readonly #server: Server = createServer(async (request, response) => {
    const raw = (await readBytes(request)).toString()
    const arrival = { raw, headers: request.headers, payload: payloadOf(raw) }
    this.arrivals.push(arrival)
    this.answer(arrival, response)
    this.#changes.notify()
  })

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/slack/events`
  }

  /** Answers with a JSON body from now on. */
  answerWith(status: number, body?: unknown, headers: Record<string, string> = {}): void {
    this.answer = (_arrival, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(body === undefined ? '' : JSON.stringify(body))
    }
  }

  arrival(index: number): Promise<Arrival> {
    return this.#changes.until(() => this.arrivals[index], { what: `request ${index}` })
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }
}

function payloadOf(raw: string): Record<string, unknown> {
  const json = parsedJson(raw)
  if (isRecord(json)) return json
  const form = Object.fromEntries(new URLSearchParams(raw))
  const payload = form.payload === undefined ? form : parsedJson(form.payload)
  return isRecord(payload) ? payload : {}
}
