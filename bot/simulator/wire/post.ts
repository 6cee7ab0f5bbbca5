import { type Agent, request } from 'node:http'

/** A POST that a network sends to the program. */
export interface Delivery {
  url: string
  headers: Record<string, string>
  body: string
  timeoutMs: number
}

/** What the program answered, or `undefined` when it did not. */
export type Receipt = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/** Sends it once; no answer in time, a refused or broken connection yield undefined. */
export function post(delivery: Delivery, agent: Agent): Promise<Receipt | undefined> {
  return new Promise((resolve) => {
    const outgoing = request(delivery.url, {
      method: 'POST',
      agent,
      headers: { ...delivery.headers, 'content-length': String(Buffer.byteLength(delivery.body)) },
      signal: AbortSignal.timeout(delivery.timeoutMs),
    })
    outgoing.on('error', () => resolve(undefined))
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', () => resolve(undefined))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() })
      })
    })
    outgoing.end(delivery.body)
  })
}
