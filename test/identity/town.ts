import { createHash } from 'node:crypto'
import { codeLetter, reboundLetter } from '../../bot/mail/code-letter.ts'
import type { Letter } from '../../bot/mail/letter.ts'
import type { House } from '../../bot/telegram/house.ts'
import { incomingOf } from '../../bot/telegram/incoming.ts'
import { Sender } from '../../bot/telegram/send.ts'
import { calm, createPlay } from '../../bot/telegram/turn.ts'
import type { RosterLine } from '../../core/agency/roster.ts'
import type { Case } from '../../core/case/case.ts'
import { formatCaseNumber } from '../../core/case/case-number.ts'
import type { Command } from '../../core/case/command.ts'
import type { Refusal } from '../../core/case/refusal.ts'
import type { Lane, OutboxItem } from '../../core/handling/outbox.ts'
import { perform } from '../../core/handling/perform.ts'
import type { Ports, Store } from '../../core/handling/ports.ts'
import { Turns } from '../../core/handling/turns.ts'
import { houseWork } from '../../core/handling/work.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { diy } from '../case/given.ts'
import type { TestClock } from '../prisma/stores.ts'

export const rina: RosterLine = {
  nip: '198504122010012005',
  nik: '3404015204850001',
  name: 'Rina Wulandari',
  email: 'rina.wulandari@jogjaprov.go.id',
  phone: '+6281234567890',
  employment: 'pns',
  unit: 'Bidang Aplikasi',
  position: 'Pranata Komputer',
  agency: 'diy',
}
/** Somebody of the same agency with a mailbox of their own. */
export const bambang: RosterLine = {
  ...rina,
  nip: '199003052015031003',
  nik: '3471010503900002',
  name: 'Bambang Sutrisno',
  email: 'bambang@jogjaprov.go.id',
  phone: '+6281298765432',
}

interface Spoken {
  readonly text: string
  readonly labels: readonly string[]
  readonly data: readonly string[]
}

const leaseMs = 60_000

/** Several chats, a mailbox that everybody's mail goes to, and a house between them, without any network. */
export class Town {
  readonly ports: Ports
  readonly clock: TestClock
  readonly mails: Letter[] = []
  readonly heard = new Map<number, Spoken[]>()
  /** Called before a mail is written. */
  beforeMail: () => Promise<unknown> = async () => {}
  readonly #turns: Turns
  readonly #deliver: (item: OutboxItem) => Promise<unknown>
  readonly #letters: (item: OutboxItem) => Promise<Letter | object>
  #picked = 0
  #ids = 0
  #serial = 0
  #updates = 0
  #to = 0

  constructor(clock: TestClock, store: Store = createMemoryStore(clock.now)) {
    this.clock = clock
    this.ports = {
      ...store,
      now: clock.now,
      newId: () => this.#newId(),
      newToken: () => 'token',
      // Codes differ from each other, and are the same whenever the same is played again.
      pick: (below) => (++this.#picked * 7_654_321) % below,
      sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
      agencies: [
        { ...diy, helpdesk: { phone: '0274-555000', email: 'helpdesk@jogjaprov.go.id', hours: '08.00–16.00' } },
      ],
      has: { slack: false, mail: true },
      contactCenterEmail: undefined,
      wake: () => {},
    }
    const house: House = {
      version: 'v1',
      bot: 'PanduBot',
      linkDomains: [],
      hasCodes: true,
      consentSha256: () => 'c0ffee',
    }
    const tools = {
      newId: () => this.#newId(),
      caseNumber: () => formatCaseNumber(2026, ++this.#serial),
      ready: async () => {},
    }
    this.#turns = new Turns(
      this.ports,
      createPlay(() => house),
      calm,
      tools,
    )
    const wire = { call: async (method: string, params: object) => this.#hear(method, params) }
    const { agencies } = this.ports
    const reader = {
      language: 'id',
      agencies,
      at: clock.now(),
      bot: 'PanduBot',
      linkDomains: [],
      hasCodes: true,
    } as const
    const sender = new Sender({ wire, ports: this.ports, reader: () => reader })
    this.#deliver = sender.deliver
    this.#letters = async (item) => {
      await this.beforeMail()
      const write = item.kind === 'code-mail' ? codeLetter : reboundLetter
      return write(this.ports, item, `${item.dedup}@test`)
    }
  }

  async settle(...lines: readonly RosterLine[]): Promise<this> {
    await this.ports.directory.importRoster(lines)
    for (const id of ['sari', 'budi'])
      await this.ports.directory.saveStaff({
        id,
        role: 'verifier',
        agencies: ['diy'],
        name: id,
        email: `${id}@jogjaprov.go.id`,
        slackUser: null,
        removedAt: null,
      })
    return this
  }

  /** Says something, or presses the newest button of that label, and lets everything follow. */
  async say(who: number, text: string): Promise<void> {
    const said = this.last(who)
    const at = said?.labels.findIndex((label) => label.includes(text)) ?? -1
    const data = text.startsWith('v1:') ? text : said?.data[at]
    const person = { id: who, is_bot: false, first_name: 'Rina' }
    const chat = { id: who, type: 'private' }
    const n = ++this.#updates
    const message = { message_id: 1000 + n, date: 1, chat }
    const content =
      data === undefined
        ? { message: { ...message, from: person, text } }
        : { callback_query: { id: `q${n}`, from: person, data, message } }
    const incoming = incomingOf({ update_id: n, ...content }, { botId: 7, chatRef: (id) => `chat-${id}` })
    if (incoming === undefined) throw new Error('not understood')
    await this.ports.inbox.receive([incoming])
    await this.work()
  }

  async says(who: number, ...texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.say(who, text)
  }

  last = (who: number): Spoken | undefined => this.heard.get(who)?.at(-1)
  /** All that a chat was told, in one text. */
  wordsTo = (who: number): string => (this.heard.get(who) ?? []).map(({ text }) => text).join('\n')

  get code(): string {
    return /\d{8}/.exec(this.mails.at(-1)?.text ?? '')?.[0] ?? ''
  }

  /** The newest case of a chat. */
  async caseOf(who: number): Promise<Case> {
    const cases = await this.ports.ledger.find({ limit: 100 })
    const found = cases.filter(({ requester }) => requester === `chat-${who}`)
    const c = found.toSorted((a, b) => a.number.localeCompare(b.number)).at(-1)
    if (c === undefined) throw new Error(`chat ${who} has no case`)
    return c
  }

  async verifier(c: Case, ...commands: readonly Command[]): Promise<Case | Refusal> {
    const outcome = await perform(this.ports, c.id, commands, { staffId: 'sari', role: 'verifier' })
    await this.work()
    return outcome
  }

  /** Everything that waits, until nothing does. */
  async work(): Promise<void> {
    for (let n = 0; n < 200; n += 1) {
      const { count, claimed } = await this.#turns.work({ leaseMs, held: new Set() })
      for (const item of claimed) await this.#send(item)
      let sent = claimed.length
      for (const lane of ['interactive', 'bulk', 'work', 'evidence'] as const) sent += await this.#sendLane(lane)
      if (count + sent === 0) return
    }
    throw new Error('it never ends')
  }

  async #sendLane(lane: Lane): Promise<number> {
    const items = await this.ports.outbox.claim(lane, 50, this.clock.now(), leaseMs)
    for (const item of items) await this.#send(item)
    return items.length
  }

  async #send(item: OutboxItem): Promise<void> {
    this.#to = item.address ?? 0
    const ref = await this.#outcomeOf(item)
    await this.ports.outbox.settle([{ id: item.id, state: 'sent', ref }])
  }

  async #outcomeOf(item: OutboxItem): Promise<string> {
    if (item.kind === 'code-mail' || item.kind === 'rebound-mail') {
      const letter = await this.#letters(item)
      if ('to' in letter) this.mails.push(letter as Letter)
    } else if (item.lane === 'work' || item.lane === 'evidence')
      await houseWork(this.ports, async () => ({ refused: 'CORRUPT' }))(item)
    else if (item.target.startsWith('chat:')) await this.#deliver(item)
    return '1'
  }

  async #hear(method: string, params: object) {
    if (method === 'sendMessage' || method === 'editMessageText') {
      const { text, reply_markup } = params as {
        text: string
        reply_markup?: { inline_keyboard: { text: string; callback_data: string }[][] }
      }
      const buttons = reply_markup?.inline_keyboard.flat() ?? []
      const spoken = { text, labels: buttons.map((one) => one.text), data: buttons.map((one) => one.callback_data) }
      this.heard.set(this.#to, [...(this.heard.get(this.#to) ?? []), spoken])
    }
    return { end: 'ok', result: { message_id: 1 } } as const
  }

  #newId(): string {
    this.#ids += 1
    return `00000000-0000-4000-8000-${String(this.#ids).padStart(12, '0')}`
  }
}

/** Opens a passphrase reset and answers it up to the numbers. */
export async function claims(town: Town, who: number, line: RosterLine, procedure = 'passphrase-reset'): Promise<void> {
  await town.says(who, `v1:${procedure}`, line.name, 'PNS', line.nip, line.nik)
}

/** Answers the rest and sends it. */
export async function submits(town: Town, who: number, line: RosterLine): Promise<void> {
  await town.says(who, line.email, '081234567890', line.unit, line.position, 'Tautan reset tidak tiba sejak kemarin')
  await town.says(who, 'Tidak ada', 'Setuju dan kirim')
}
