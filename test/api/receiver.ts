import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Another helpdesk's server: keeps what it got, and answers as told. */
export interface Receiver {
  readonly url: string
  readonly got: Received[]
  /** What the next requests are answered; undefined leaves them hanging. */
  status: number | undefined
  headers: Record<string, string>
  close(): Promise<void>
}

export async function openReceiver(): Promise<Receiver> {
  const got: Received[] = []
  const told: Pick<Receiver, 'status' | 'headers'> = { status: 204, headers: {} }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += String(part)
    got.push({ path: request.url ?? '', headers: request.headers, body })
    if (told.status !== undefined) response.writeHead(told.status, told.headers).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return Object.assign(told, {
    url: `http://127.0.0.1:${port}`,
    got,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}
