import { type ChildProcess, fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import type { Order, Orders, Report } from './lean-network.ts'
import type { Span } from './scenario.ts'

type Args<Name extends keyof Orders> = Parameters<Orders[Name]>
type Done<Name extends keyof Orders> = Awaited<ReturnType<Orders[Name]>>

/** The lean network, in a process of its own. */
export class Network {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>()
  #next = 1
  apiRoot = ''

  constructor() {
    this.#child = fork(new URL('./lean-network.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
    this.#child.on('message', (report: Report) => {
      const order = this.#waiting.get(report.id)
      this.#waiting.delete(report.id)
      if ('failed' in report) order?.failed(new Error(report.failed))
      else order?.done(report.done)
    })
    this.#child.on('exit', () => {
      for (const { failed } of this.#waiting.values()) failed(new Error('the lean network is gone'))
    })
  }

  async start(): Promise<this> {
    this.apiRoot = await this.ask('start')
    return this
  }

  ask<Name extends keyof Orders>(name: Name, ...args: Args<Name>): Promise<Done<Name>> {
    const id = this.#next++
    return new Promise<Done<Name>>((resolve, reject) => {
      // The reporting side answers an order with what that order returns.
      this.#waiting.set(id, { done: (value) => resolve(value as Done<Name>), failed: reject })
      this.#child.send({ id, name, args } satisfies Order)
    })
  }

  stop(): void {
    this.#child.disconnect()
  }
}

/** How many calls the lean network takes at most: a client that does nothing else, 16 at once. */
export async function ceiling(apiRoot: string, calls: number): Promise<Span> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const body = JSON.stringify({ chat_id: 1, text: 'a message of the usual size, thirty words or so. '.repeat(4) })
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const call = request(`${apiRoot}/bot0:ceiling/sendMessage`, { agent, method: 'POST', headers }, (response) => {
        response.resume().once('end', resolve)
      })
      call.once('error', reject).end(body)
    })
  const startedAt = performance.now()
  let left = calls
  const worker = async () => {
    while (left-- > 0) await one()
  }
  await Promise.all(Array.from({ length: 16 }, worker))
  agent.destroy()
  return { count: calls, seconds: (performance.now() - startedAt) / 1000 }
}
