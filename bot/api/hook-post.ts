import { createHmac } from 'node:crypto'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { isIP } from 'node:net'
import { bareHost, isHookAddress, mayCall, type Reach } from './hook-address.ts'
import { ClosedAddress, guardedLookup } from './public-address.ts'

const timeoutMs = 10_000
const prefix = 'whsec_'

/** A new secret of a hook. @shape `whsec_` and base64 */
export const newHookSecret = (random: string): string => `${prefix}${Buffer.from(random).toString('base64')}`

/** Headers that say from whom a message is, and when it was sent (Standard Webhooks). */
export function signedHeaders(secret: string, id: string, at: string, body: string): Readonly<Record<string, string>> {
  const seconds = `${Math.floor(Date.parse(at) / 1000)}`
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` }
}

/** A request that another helpdesk is sent. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** How much of the answer is wanted; none by default. */
  readonly answerMaxBytes?: number
}

/** What came back; a status of 0 is none, with a closed word why. */
export interface Called {
  readonly status: number
  readonly answer: string
  readonly text: string
}

const none = (answer: string): Called => ({ status: 0, answer, text: '' })

/** Sends one request, within ten seconds, to the open internet alone; redirects are not followed. Never throws. */
export async function call({ method, url, headers, body, answerMaxBytes = 0 }: Call, reach: Reach): Promise<Called> {
  if (!isHookAddress(url, reach)) return none('address-closed')
  const to = new URL(url)
  const may = mayCall(reach)
  if (isIP(bareHost(to)) !== 0 && !may(bareHost(to))) return none('address-closed')
  const length = body === undefined ? {} : { 'Content-Length': `${Buffer.byteLength(body)}` }
  const all = { 'User-Agent': 'Pandu', 'Content-Type': 'application/json', ...length, ...headers }
  // An agent of its own: no connection of an earlier name is used again.
  const options = {
    method,
    headers: all,
    lookup: guardedLookup(may),
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
  }
  return new Promise((resolve) => {
    const request = (to.protocol === 'https:' ? secure : plain)(to, options, (response) => {
      const { statusCode = 0 } = response
      const parts: Buffer[] = []
      let sizeBytes = 0
      const end = () => {
        resolve({ status: statusCode, answer: `${statusCode}`, text: Buffer.concat(parts).toString() })
        request.destroy()
      }
      if (answerMaxBytes === 0) return end()
      response.on('data', (part: Buffer) => {
        sizeBytes += part.length
        if (sizeBytes > answerMaxBytes) return end()
        parts.push(part)
      })
      response.on('end', end)
      response.on('error', () => resolve(none('broken-off')))
    })
    request.on('error', (error) => resolve(none(wordOf(error))))
    request.end(body)
  })
}

/** Why nothing came back: a word of a closed list, so that no address gets into a log by it. */
function wordOf(error: Error): string {
  if (error instanceof ClosedAddress) return 'address-closed'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout'
  const code = 'code' in error ? String(error.code) : ''
  if (['ENOTFOUND', 'EAI_AGAIN', 'ENODATA'].includes(code)) return 'name-unknown'
  if (code === 'ECONNREFUSED') return 'connection-refused'
  return /CERT|TLS|SSL|SELF_SIGNED|ISSUER/.test(code) ? 'certificate-refused' : 'connection-failed'
}
