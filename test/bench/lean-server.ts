import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LeanBot } from './lean-bot.ts'

/** The Bot API with the least work per call, so that it is never what is measured; any token is a bot of its own. */
export class LeanServer {
  readonly #bots = new Map<string, LeanBot>()
  readonly #http = createServer((request, response) => this.#take(request, response))

  /** Listens on a free port of this machine. @returns what `TELEGRAM_API_ROOT` must be */
  async start(): Promise<string> {
    this.#http.keepAliveTimeout = 120_000
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve))
    // A TCP server that listens has an address object.
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
  }

  bot(token: string): LeanBot {
    const known = this.#bots.get(token) ?? new LeanBot()
    this.#bots.set(token, known)
    return known
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? '') ?? []
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const params = paramsIn(Buffer.concat(chunks).toString())
      const respond = (result: string) => {
        const body = `{"ok":true,"result":${result}}`
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
        response.end(body)
      }
      const bot = this.bot(token)
      if (method === 'getUpdates') bot.poll(Number(params.offset ?? 0), Number(params.limit ?? 100), respond)
      else respond(bot.call(method, params))
    })
  }
}

function paramsIn(body: string): Readonly<Record<string, unknown>> {
  if (body === '') return {}
  const params: unknown = JSON.parse(body)
  return typeof params === 'object' && params !== null ? { ...params } : {}
}
