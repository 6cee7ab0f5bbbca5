import { createHash, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HandClock } from '../../bot/simulator/clock.ts'
import { SlackNetwork } from '../../bot/simulator/slack-network.ts'
import { readBytes } from '../../bot/simulator/wire/request-body.ts'
import type { SlackReport } from '../../bot/slack/clients.ts'
import { createSlack, type Slack } from '../../bot/slack/slack.ts'
import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import type { Event } from '../../core/case/event.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { Casework } from '../../core/handling/casework.ts'
import { type Deliver, Delivering } from '../../core/handling/deliver.ts'
import { owesCopies } from '../../core/handling/evidence-copies.ts'
import { tellFormerAgency } from '../../core/handling/former-agency.ts'
import type { Lane, OutboxItem } from '../../core/handling/outbox.ts'
import type { Who } from '../../core/handling/people.ts'
import { perform } from '../../core/handling/perform.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { tellStaff } from '../../core/handling/tell-staff.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, consent, diy, requester, Story, system } from '../case/given.ts'

export const klaten = { ...diy, code: 'klaten', name: 'Pemkab Klaten', slackChannel: 'C0OTHER' }
const person = (id: string, slackUser: string, agencies: readonly string[]): Staff => ({
  id,
  role: 'verifier',
  agencies,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  email: `${id}@jogjaprov.go.id`,
  slackUser,
  removedAt: null,
})
const staff = [person('sari', 'UVER1', ['diy']), person('budi', 'UVER2', ['diy']), person('tono', 'UOTHER', ['klaten'])]
const consultRoster = { type: 'consult-roster', facts: { isKnown: true, differs: [], hasPhone: true } } as const
const lanes: readonly Lane[] = ['interactive', 'work', 'evidence', 'bulk']

/** A house with a memory store whose verifiers sit at a simulated Slack; nothing runs by itself but what a click starts. */
export class House {
  readonly clock = new HandClock(Date.parse(at))
  readonly slack: SlackNetwork
  readonly reports: SlackReport[] = []
  /** Tokens that are given instead of the right ones. */
  tokens: { readonly SLACK_BOT_TOKEN?: string; readonly SLACK_APP_TOKEN?: string } = {}
  readonly ports: Ports
  readonly #mode: 'http' | 'socket'
  readonly #server: Server
  #program: Slack | undefined
  #serial = 0

  constructor(mode: 'http' | 'socket') {
    this.#mode = mode
    this.slack = new SlackNetwork({ clock: this.clock })
    this.ports = this.#portsOf()
    this.#server = createServer(async (incoming, answer) => {
      const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)])
      const body = incoming.method === 'GET' ? null : Uint8Array.from(await readBytes(incoming))
      const request = new Request('http://127.0.0.1/slack/events', { method: incoming.method ?? 'GET', headers, body })
      const response = await this.program.handle(request)
      answer.writeHead(response.status, Object.fromEntries(response.headers))
      answer.end(Buffer.from(await response.arrayBuffer()))
    })
  }

  get program(): Slack {
    if (this.#program === undefined) throw new Error('the house is not open')
    return this.#program
  }

  get address(): string {
    // A TCP server that listens has an address object; a string is for pipes only.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/slack/events`
  }

  get sari() {
    return this.slack.member({ id: 'UVER1', channels: ['C0VERIF'] })
  }

  get budi() {
    return this.slack.member({ id: 'UVER2', channels: ['C0VERIF'] })
  }

  /** A verifier of another agency, in this agency's channel all the same. */
  get tono() {
    return this.slack.member({ id: 'UOTHER', channels: ['C0VERIF', 'C0OTHER'] })
  }

  /** Somebody in the channel who is no verifier. */
  get guest() {
    return this.slack.member({ id: 'UGUEST', channels: ['C0VERIF'] })
  }

  async open(): Promise<this> {
    await this.slack.start()
    this.slack.channel({ id: 'C0VERIF', name: 'verifikator' })
    this.slack.channel({ id: 'C0OTHER', name: 'klaten' })
    for (const one of staff) await this.ports.directory.saveStaff(one)
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    if (this.#mode === 'http') this.slack.requestUrl = this.address
    this.#program = createSlack(
      {
        SLACK_BOT_TOKEN: this.slack.botToken,
        SLACK_SIGNING_SECRET: this.slack.signingSecret,
        SLACK_APP_TOKEN: this.slack.appToken,
        SLACK_API_URL: this.slack.apiUrl,
        SLACK_MODE: this.#mode,
        ...this.tokens,
      },
      this.ports,
      { publicUrl: 'https://pandu.example.go.id', report: (report) => this.reports.push(report) },
    )
    await this.#program.start()
    return this
  }

  async close(): Promise<void> {
    this.slack.faults.clear()
    await this.#program?.stop()
    await this.slack.stop()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** A case that a requester has sent just now, with its card delivered. */
  async submitted(tell: (story: Story) => Story = clean, agency = 'diy'): Promise<Case> {
    this.#serial += 1
    const story = tell(new Story('reactivation', [agency === 'diy' ? diy : klaten]))
    const id = randomUUID()
    const number = `PANDU-2026-00000${this.#serial}-X`
    const named = (c: Case): Case => ({ ...c, id, number })
    const events = story.events.map((event): Event => (event.type === 'opened' ? { ...event, id, number } : event))
    await this.ports.ledger.commit([
      { changes: [{ before: undefined, after: named(story.case), events }], owed: [], knocks: [] },
    ])
    return this.asRequester(id, (work) => {
      const outcome = work.give(id, { type: 'submit', consent }, requester)
      return isRefusal(outcome) ? outcome : work.give(id, consultRoster, system)
    })
  }

  /** A case as a story tells it, with its card delivered; `klaten` is the agency that a requester can have left. */
  async keep(tell: (story: Story) => Story, procedure: ProcedureName = 'data-change'): Promise<Case> {
    this.#serial += 1
    const moved = procedure === 'data-change'
    const known = { position: 'Arsiparis', formerEmail: 'rina@klaten.go.id', changeReason: 'Mutasi antarinstansi' }
    const story = tell(new Story(procedure, moved ? [diy, klaten] : [diy], { formerAgency: 'klaten', ...known }))
    const [id, number] = [randomUUID(), `PANDU-2026-00000${this.#serial}-X`]
    const events = story.events.map((event): Event => (event.type === 'opened' ? { ...event, id, number } : event))
    const after = { ...story.case, id, number }
    const card = { lane: 'bulk', target: 'slack:C0VERIF', kind: 'card', caseId: id, replaces: `card:${id}` } as const
    const owed = [{ ...card, dedup: `${id}:card`, payload: {} }]
    await this.ports.ledger.commit([{ changes: [{ before: undefined, after, events }], owed, knocks: [] }])
    await this.deliverAll()
    return this.caseOf(id)
  }

  /** Something that the requester does, committed and followed up. */
  async asRequester(id: string, act: (work: Casework) => ReturnType<Casework['give']>): Promise<Case> {
    const work = new Casework([await this.caseOf(id)], this.ports.agencies, this.ports.now())
    const outcome = act(work)
    if (isRefusal(outcome)) throw new Error(`the requester was refused: ${outcome.refused}`)
    await this.ports.ledger.commit([work.harvest(this.ports)])
    await this.deliverAll()
    return this.caseOf(id)
  }

  /** Something that the house itself does. */
  async asHouse(id: string, command: Command): Promise<void> {
    const outcome = await perform(this.ports, id, [command], 'house')
    if (isRefusal(outcome)) throw new Error(`the house was refused: ${outcome.refused}`)
  }

  /** Something that a member of staff does, wherever they sit. */
  async asStaff(id: string, who: Who, commands: readonly Command[]): Promise<void> {
    const outcome = await perform(this.ports, id, commands, who)
    if (isRefusal(outcome)) throw new Error(`staff was refused: ${outcome.refused}`)
  }

  async caseOf(id: string): Promise<Case> {
    const c = await this.ports.ledger.caseById(id)
    if (c === undefined) throw new Error('no such case')
    return c
  }

  async eventsOf(id: string): Promise<readonly string[]> {
    return (await this.ports.ledger.history(id)).map(({ type }) => type)
  }

  /** What a verifier does at the desk: opens every file of the case. */
  async seeAll(staffId: string, c: Case): Promise<void> {
    const hashes = Object.values(c.evidence).flatMap((files) => files.flatMap(({ stored }) => stored?.sha256 ?? []))
    for (const ref of hashes)
      await this.ports.accessLog.record({ staffId, caseId: c.id, what: 'evidence', ref, at: this.ports.now() })
  }

  /** Delivers all that is owed now, until nothing is left or what is left waits for its time. */
  async deliverAll(): Promise<void> {
    const deliver: Deliver = async (item: OutboxItem) => {
      if (item.target.startsWith('slack:')) return this.program.deliver(item)
      if (item.kind === 'tell-former-agency')
        return tellFormerAgency(this.ports, await this.caseOf(item.caseId ?? ''), item)
      if (item.kind === 'evidence-copies') return owesCopies(this.ports, await this.caseOf(item.caseId ?? ''), item)
      if (item.kind !== 'tell-verifiers') return { state: 'sent' }
      return tellStaff(this.ports, 'verifier', await this.caseOf(item.caseId ?? ''), item)
    }
    const now = () => this.ports.now()
    const all = lanes.map(
      (lane) =>
        new Delivering(this.ports.outbox, deliver, { lane, windowSize: 8, leaseMs: 30_000, now, done: () => {} }),
    )
    for (let started = 1; started > 0; ) {
      started = 0
      for (const lane of all) {
        started += await lane.work()
        await lane.settle()
      }
    }
  }

  #portsOf(): Ports {
    const now = () => new Date(this.clock.now()).toISOString()
    let picked = 0
    return {
      ...createMemoryStore(now),
      now,
      newId: randomUUID,
      newToken: randomUUID,
      pick: (below) => (picked++ * 7) % below,
      sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
      agencies: [diy, klaten],
      has: { slack: true, mail: false },
      contactCenterEmail: undefined,
      wake: () => {},
    }
  }
}

/** A case on which no pre-check has anything to say. */
export function clean(story: Story): Story {
  return story
    .when({ type: 'answer', item: 'position', said: 'Analis' })
    .when({ type: 'answer', item: 'sessions', said: 'clean' })
    .when({ type: 'answer', item: 'recovery', said: 'clean' })
    .filled()
}
