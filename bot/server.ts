import type { Server } from 'node:http'
import { serve } from '@hono/node-server'

export type Handler = (request: Request) => Response | Promise<Response>

/** The port is taken or may not be used; the message says what to do. */
export class PortRefused extends Error {
  override readonly name = 'PortRefused'
}

export interface WebServer {
  readonly port: number
  /** Answers requests from now on; until then they get 503. */
  answer(handler: Handler): void
  stop(): Promise<void>
}

// A browser that comes too early looks again by itself.
const whileStarting = { 'retry-after': '2', refresh: '2', 'content-type': 'text/plain; charset=utf-8' }

/** Opens the one HTTP server of the program. @throws PortRefused in one sentence with the remedy */
export async function openServer(host: string, port: number): Promise<WebServer> {
  let handler: Handler = () =>
    new Response('Pandu sedang dimulai … / Pandu is starting …\n', { status: 503, headers: whileStarting })
  const server = serve({ fetch: (request) => handler(request), hostname: host, port }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error) => reject(refused(error, host, port)))
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    answer(next) {
      handler = next
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function refused(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new PortRefused(
      `Port ${port} on ${host} is in use by another program. Stop it, or start with another one: PORT=${port + 1}.`,
    )
  if (code === 'EACCES')
    return new PortRefused(
      `Port ${port} on ${host} needs more rights. Start with a port above 1023, for instance PORT=3000.`,
    )
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new PortRefused(`HOST=${host} is no address of this machine. Start with HOST=127.0.0.1.`)
  return error
}
