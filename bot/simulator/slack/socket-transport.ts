import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { Changes } from '../wire/changes.ts'
import { isRecord, parsedJson } from '../wire/request-body.ts'
import {
  type Acknowledgement,
  ANSWER_WITHIN_MS,
  type Parcel,
  type Retry,
  type Transport,
  unanswered,
} from './delivery.ts'

const ENVELOPE = {
  event: 'events_api',
  interaction: 'interactive',
  command: 'slash_commands',
  suggestion: 'interactive',
}

/** Socket Mode: the program connects, envelopes go out, acknowledgements come back. */
export class SocketTransport implements Transport {
  readonly changes = new Changes()
  answerWithinMs = ANSWER_WITHIN_MS
  readonly #appId: string
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #tickets = new Set<string>()
  readonly #open: WebSocket[] = []
  readonly #waiting = new Map<string, (payload: unknown) => void>()
  #turn = 0

  constructor(http: Server, appId: string) {
    this.#appId = appId
    http.on('upgrade', (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('ticket') ?? ''
      if (!this.#tickets.delete(ticket)) {
        socket.destroy()
        return
      }
      this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection))
    })
  }

  /** A one-time address for a connection, as `apps.connections.open` gives it. */
  ticket(origin: string): string {
    const ticket = randomUUID()
    this.#tickets.add(ticket)
    return `${origin.replace('http', 'ws')}/socket?ticket=${ticket}&app_id=${this.#appId}`
  }

  get connectionCount(): number {
    return this.#open.length
  }

  /** Asks the program to connect anew, as Slack does every few hours. */
  refresh(): void {
    for (const connection of this.#open) {
      connection.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }))
    }
  }

  /** Breaks all connections without a word. */
  cut(): void {
    for (const connection of [...this.#open]) connection.terminate()
  }

  send({ kind, payload }: Parcel, retry?: Retry): Promise<Acknowledgement> {
    const connection = this.#open[this.#turn++ % Math.max(this.#open.length, 1)]
    if (!connection) return Promise.resolve(unanswered('connection_failed'))
    const envelope_id = randomUUID()
    const retried = kind === 'event' ? { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' } : {}
    const envelope = { envelope_id, type: ENVELOPE[kind], payload, accepts_response_payload: kind !== 'event' }
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(unanswered('http_timeout')), this.answerWithinMs)
      const settle = (acknowledgement: Acknowledgement) => {
        clearTimeout(timer)
        connection.off('close', lost)
        this.#waiting.delete(envelope_id)
        resolve(acknowledgement)
      }
      const lost = () => settle(unanswered('connection_failed'))
      connection.once('close', lost)
      this.#waiting.set(envelope_id, (body) => {
        settle({ isAcknowledged: true, status: 200, body, isFinal: false, reason: 'ok' })
      })
      connection.send(JSON.stringify({ ...envelope, ...retried }))
    })
  }

  stop(): void {
    this.cut()
    this.#server.close()
  }

  #welcome(connection: WebSocket): void {
    this.#open.push(connection)
    connection.on('message', (data) => this.#receive(String(data)))
    connection.on('error', () => connection.terminate())
    connection.on('close', () => {
      this.#open.splice(this.#open.indexOf(connection), 1)
      this.changes.notify()
    })
    const connection_info = { app_id: this.#appId }
    connection.send(JSON.stringify({ type: 'hello', num_connections: this.#open.length, connection_info }))
    this.changes.notify()
  }

  #receive(text: string): void {
    const message = parsedJson(text)
    if (!isRecord(message) || typeof message.envelope_id !== 'string') return
    const { payload } = message
    // The client answers with an empty object where HTTP would have an empty body.
    const isEmpty = isRecord(payload) && Object.keys(payload).length === 0
    this.#waiting.get(message.envelope_id)?.(isEmpty ? undefined : payload)
  }
}
