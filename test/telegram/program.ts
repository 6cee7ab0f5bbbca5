import { createHash, createHmac, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createLoops } from '../../bot/loops.ts'
import { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import { createTelegram, type TelegramChannel, type TelegramConfig } from '../../bot/telegram/telegram.ts'
import type { Case } from '../../core/case/case.ts'
import { formatCaseNumber } from '../../core/case/case-number.ts'
import type { Command } from '../../core/case/command.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { Casework } from '../../core/handling/casework.ts'
import type { Deliver } from '../../core/handling/deliver.ts'
import type { Ports, Store } from '../../core/handling/ports.ts'
import { Turns } from '../../core/handling/turns.ts'
import { houseWork } from '../../core/handling/work.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { testSignatures } from '../desk/signed-pdf.ts'
import { diy, verifier } from './chat.ts'

const spec = process.env.BOT_API_SPEC
const quiet = { debug() {}, info() {}, warn() {}, error() {} }

/** Telegram on this machine, held against the Bot API description where that is named. */
export const openNetwork = (): Promise<TelegramNetwork> =>
  new TelegramNetwork(spec && existsSync(spec) ? { description: spec } : {}).start()

export const blind = (kind: string, value: string): string =>
  createHmac('sha256', 'test').update(`${kind}:${value}`).digest('base64url')

export interface Reported {
  readonly what: string
  readonly facts: Readonly<Record<string, string | number>>
  readonly level: 'info' | 'warn' | 'error'
}

/** The requesters' channel with the loops of a running program, on a store in memory. */
export class TestProgram {
  readonly ports: Ports
  readonly telegram: TelegramChannel
  readonly reported: Reported[] = []
  readonly #loops: ReturnType<typeof createLoops>
  #serial = 0
  #aheadMs = 0

  constructor(network: TelegramNetwork, config: Partial<TelegramConfig> = {}, store?: Store) {
    const now = () => new Date(Date.now() + this.#aheadMs).toISOString()
    this.ports = {
      ...(store ?? createMemoryStore(now)),
      now,
      newId: randomUUID,
      newToken: randomUUID,
      pick: () => 0,
      sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
      agencies: [diy],
      has: { slack: false, mail: false },
      contactCenterEmail: undefined,
      signatures: testSignatures(now),
      wake: () => this.#loops.wake(),
    }
    const settings = {
      TELEGRAM_BOT_TOKEN: network.token,
      TELEGRAM_API_ROOT: network.apiRoot,
      TELEGRAM_MODE: 'polling',
      LINK_DOMAINS: ['bssn.go.id'],
      CHAT_MESSAGES_PER_MINUTE: 30,
      ...config,
    } as const
    this.telegram = createTelegram(settings, this.ports, blind, (what, facts = {}, level = 'info') =>
      this.reported.push({ what, facts, level }),
    )
    const tools = {
      newId: randomUUID,
      caseNumber: () => formatCaseNumber(2026, ++this.#serial),
      ready: async () => {},
    }
    const turns = new Turns(this.ports, this.telegram.play, this.telegram.calm, tools)
    const toPeople: Deliver = this.telegram.deliver
    const work = houseWork(this.ports, this.telegram.fetchFile)
    this.#loops = createLoops(
      this.ports,
      turns,
      { interactive: toPeople, bulk: toPeople, work, evidence: work, hooks: work },
      quiet,
    )
  }

  async start(lastAliveAt?: string): Promise<this> {
    this.#loops.start()
    await this.telegram.start(lastAliveAt)
    return this
  }

  async stop(): Promise<void> {
    await this.telegram.stop()
    await this.#loops.stop()
  }

  /** The clock of the program runs ahead from now on. */
  pass(ms: number): void {
    this.#aheadMs += ms
    this.#loops.wake()
  }

  async cases(): Promise<readonly Case[]> {
    return this.ports.ledger.find({ limit: 100 })
  }

  async onlyCase(): Promise<Case> {
    const [only] = await this.cases()
    if (only === undefined) throw new Error('no case yet')
    return only
  }

  /** Commands of staff or of the house, committed. */
  async command(role: 'verifier' | 'agent' | 'system', ...commands: readonly Command[]): Promise<Case> {
    const agent = { role: 'agent', id: 'A1', name: 'Ayu', agencies: ['diy'] } as const
    for (const command of commands) {
      const c = await this.onlyCase()
      const seen = new Set(
        Object.values(c.evidence)
          .flat()
          .map(({ stored }) => stored?.sha256 ?? ''),
      )
      const actor = { verifier: { ...verifier, seen }, agent, system: { role: 'system' } as const }[role]
      const casework = new Casework([c], this.ports.agencies, this.ports.now())
      const outcome = casework.give(c.id, command, actor)
      if (isRefusal(outcome)) throw new Error(`${command.type}: ${outcome.refused}`)
      await this.ports.ledger.commit([casework.harvest(this.ports)])
      this.ports.wake()
    }
    return this.onlyCase()
  }
}
