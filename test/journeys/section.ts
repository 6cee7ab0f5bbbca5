import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import type { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { itemsOf, manifestOf } from '../../core/case/items.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { perform } from '../../core/handling/perform.ts'
import type { Store } from '../../core/handling/ports.ts'
import { createSealer } from '../../core/lab/seal.ts'
import { type DatabasePlace, openDatabase } from '../../prisma/database.ts'
import { createSqlStore } from '../../prisma/sql-store.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { temporaryFolder } from '../folder.ts'
import { openNetwork, TestProgram } from '../telegram/program.ts'
import type { Person } from './people.ts'
import { Requester } from './requester.ts'

const member = (id: string, role: Staff['role']): Staff => ({
  id,
  role,
  agencies: ['diy'],
  name: id,
  email: `${id}@staff.example`,
  slackUser: null,
  removedAt: null,
})

/** The program on one store, its Telegram, and the people around a section of the source page. */
export class Stage {
  readonly network: TelegramNetwork
  readonly program: TestProgram
  readonly #close: () => Promise<void>

  constructor(network: TelegramNetwork, program: TestProgram, close: () => Promise<void>) {
    this.network = network
    this.program = program
    this.#close = close
  }

  requester = (person: Person): Requester => new Requester(this.network, person)

  /** The case of that number as it is stored. */
  async case(number: string): Promise<Case> {
    const c = await this.program.ports.ledger.caseByNumber(number)
    if (c === undefined) throw new Error(`no case ${number}`)
    return c
  }

  /** How many cases there are. */
  count = async (): Promise<number> => (await this.program.cases()).length

  /** Commands of the verifier, who takes the case, has met its requester, opened every file and found all of it right. */
  async verifies(number: string, ...commands: readonly Command[]): Promise<Case> {
    const c = await this.case(number)
    const met: readonly Command[] = c.identity === null ? [{ type: 'confirm-meeting' }] : []
    const verdicts = itemsOf(c).map((item) => ({ item, ok: true }))
    await this.#opensFiles(c)
    return this.#performs('verifier', number, [{ type: 'claim' }, ...met, { type: 'judge', verdicts }, ...commands])
  }

  async #opensFiles(c: Case): Promise<void> {
    const { accessLog, now } = this.program.ports
    const look = { staffId: 'verifier', caseId: c.id, what: 'evidence', at: now() } as const
    for (const { sha256 } of manifestOf(c)) await accessLog.record({ ...look, ref: sha256 })
  }

  /** Commands of the agent, who takes the case first. */
  answers = (number: string, ...commands: readonly Command[]): Promise<Case> =>
    this.#performs('agent', number, [{ type: 'take' }, ...commands])

  async #performs(role: 'verifier' | 'agent', number: string, commands: readonly Command[]): Promise<Case> {
    const { id } = await vi.waitFor(async () => {
      const c = await this.case(number)
      expect(c.submittedAt).not.toBeNull()
      // What the roster says comes a moment later, and lies before whoever decides.
      if (role === 'verifier') expect(c.roster).not.toBeNull()
      return c
    })
    const outcome = await perform(this.program.ports, id, commands, { staffId: role, role })
    if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`)
    return outcome
  }

  async close(): Promise<void> {
    await this.program.stop()
    for await (const { number, fault } of this.program.ports.ledger.audit())
      expect([number, fault]).toEqual([number, null])
    expect(this.network.violations).toEqual([])
    await this.network.stop()
    await this.#close()
  }
}

async function openStage(place?: DatabasePlace): Promise<Stage> {
  const network = await openNetwork()
  const opened = place === undefined ? undefined : await openStore(place)
  const program = new TestProgram(network, { CHAT_MESSAGES_PER_MINUTE: 600 }, opened?.store)
  await program.ports.directory.saveAgencies(program.ports.agencies)
  for (const role of ['verifier', 'agent'] as const) await program.ports.directory.saveStaff(member(role, role))
  await program.start()
  return new Stage(network, program, opened?.close ?? (async () => {}))
}

async function openStore(place: DatabasePlace): Promise<{ store: Store; close(): Promise<void> }> {
  const database = await openDatabase(place)
  const evidenceDir = temporaryFolder('evidence')
  const store = createSqlStore(database.prisma, {
    sealer: createSealer(randomBytes(32)),
    evidenceDir,
    now: () => new Date().toISOString(),
    newId: randomUUID,
  })
  const close = async () => {
    await database.close()
  }
  return { store, close }
}

/** A section of the source page, played from its first word to its end on each kind of store. */
export function section(name: string, body: (stage: () => Stage) => void): void {
  const play = (open: () => Promise<Stage>) => () => {
    let stage: Stage | undefined
    beforeAll(async () => {
      stage = await open()
    })
    afterAll(() => stage?.close())
    body(() => {
      if (stage === undefined) throw new Error('the stage is open only inside a test')
      return stage
    })
  }
  describe(
    `${name} (in memory)`,
    play(() => openStage()),
  )
  describe(
    `${name} (embedded)`,
    play(() => openStage({ memory: true })),
  )
  describeOnServer(
    `${name} (server)`,
    play(async () => openStage({ url: await freshServerDatabase() })),
  )
}
