import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers one request; a throw is answered 500 with its message. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** An HTTP server on this machine only, which stops at once. */
export class LoopbackServer {
  readonly http: Server

  constructor(answer: Answer) {
    this.http = createServer((request, response) => {
      answer(request, response).catch((error: unknown) => {
        if (response.headersSent || response.destroyed) response.destroy()
        else sendJson(response, 500, { ok: false, error: String(error) })
      })
    })
    // A simulated network must not cut long polls or slow uploads by itself.
    this.http.requestTimeout = 0
    this.http.keepAliveTimeout = 60_000
  }

  /** Listens on 127.0.0.1; port 0 takes a free one. */
  async start(port = 0): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.http.once('error', reject)
      this.http.listen(port, '127.0.0.1', () => {
        this.http.off('error', reject)
        resolve()
      })
    })
  }

  /** `http://127.0.0.1:port`, without a slash at the end. */
  get origin(): string {
    // A TCP server that listens has an address object; a string is for pipes only.
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`
  }

  /** How many connections are open: those of a program that died are gone once all that it wrote was read. */
  get connectionCount(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.http.getConnections((error, count) => (error === null ? resolve(count) : reject(error)))
    })
  }

  /** Breaks every open connection and stops listening. */
  async stop(): Promise<void> {
    if (!this.http.listening) return
    await new Promise((resolve) => {
      this.http.close(resolve)
      this.http.closeAllConnections()
    })
  }
}

/** Answers with a JSON value. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(value))
}
