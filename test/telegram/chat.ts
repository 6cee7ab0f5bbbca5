import { createHash } from 'node:crypto'
import { pressMaxBytes } from '../../bot/dialogue/press.ts'
import type { House } from '../../bot/telegram/house.ts'
import { incomingOf } from '../../bot/telegram/incoming.ts'
import type { Call } from '../../bot/telegram/recorder.ts'
import { calm, createPlay } from '../../bot/telegram/turn.ts'
import type { Agency } from '../../core/agency/agency.ts'
import type { Verifier } from '../../core/case/actor.ts'
import type { Case } from '../../core/case/case.ts'
import { formatCaseNumber } from '../../core/case/case-number.ts'
import type { Command } from '../../core/case/command.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { Casework } from '../../core/handling/casework.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { Turns } from '../../core/handling/turns.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'

export const diy: Agency = {
  code: 'diy',
  name: 'Pemda DIY',
  emailDomains: ['jogjaprov.go.id'],
  personInCharge: { name: 'Budi', nip: '197001011995031001', title: 'Kepala Dinas' },
  slackChannel: 'C0VERIF',
  employmentAccepted: ['pns', 'pppk', 'lainnya'],
  // Tests run at any hour.
  quietHours: { fromHour: 0, untilHour: 0 },
  helpdesk: { phone: '0274-123456', email: 'helpdesk@jogjaprov.go.id', hours: '08.00–16.00' },
}

/** A message of the bot as it lies in the chat. */
export interface Shown {
  readonly id: number
  readonly method: string
  readonly text: string
  readonly buttons: readonly { readonly label: string; readonly data: string }[]
  readonly asks: boolean
  readonly params: Readonly<Record<string, unknown>>
}

export const personId = 501
const leaseMs = 60_000
const start = Date.parse('2026-11-22T02:00:00Z')

export interface ChatOptions {
  readonly agencies?: readonly Agency[]
  readonly house?: Partial<House>
  readonly language?: string
}

/** One person's chat with the dialogue, in memory: what is said goes in, what is owed comes out. */
export class TestChat {
  readonly ports: Ports
  readonly shown: Shown[] = []
  readonly toasts: string[] = []
  house: House
  readonly #language: string
  #turns: Turns
  /** Leased by the turns that owe them, not yet delivered. */
  readonly #claimed: OutboxItem[] = []
  #nowMs = start
  #messageId = 100
  #updateId = 1
  #serial = 0
  #ids = 0

  constructor({ agencies = [diy], house = {}, language = 'id' }: ChatOptions = {}) {
    const store = createMemoryStore(() => this.now)
    this.ports = {
      ...store,
      now: () => this.now,
      newId: () => this.#newId(),
      newToken: () => 'token',
      pick: () => 0,
      sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
      agencies,
      has: { slack: true, mail: false },
      contactCenterEmail: undefined,
      wake: () => {},
    }
    this.#language = language
    this.house = {
      version: 'v1',
      bot: 'PanduBot',
      linkDomains: ['bssn.go.id'],
      hasCodes: false,
      consentSha256: () => 'c0ffee',
      ...house,
    }
    this.#turns = this.#makeTurns()
  }

  get now(): string {
    return new Date(this.#nowMs).toISOString()
  }

  pass(ms: number): void {
    this.#nowMs += ms
  }

  /** Another deploy: other scripts read the same store. */
  deploy(version: string): void {
    this.house = { ...this.house, version }
    this.#turns = this.#makeTurns()
  }

  /** What was shown last, and what may be pressed there. */
  get last(): Shown {
    const last = this.shown.at(-1)
    if (last === undefined) throw new Error('nothing was shown')
    return last
  }

  async case(): Promise<Case> {
    const state = (await this.ports.ledger.chat(this.ref))?.state
    const c = await this.ports.ledger.caseById(state?.focus ?? '')
    if (c === undefined) throw new Error('no case in focus')
    return c
  }

  async memory(): Promise<unknown> {
    return (await this.ports.ledger.chat(this.ref))?.state.memory
  }

  get ref(): string {
    return refOf(personId)
  }

  say = (text: string): Promise<number> => this.send({ text })
  photo = (more: object = {}): Promise<number> =>
    this.send({
      photo: [
        { file_id: 'small', file_size: 900 },
        { file_id: `photo-${this.#messageId}`, file_size: 90_000 },
      ],
      ...more,
    })
  document = (document: object, more: object = {}): Promise<number> =>
    this.send({
      document: { file_id: `file-${this.#messageId}`, file_size: 50_000, file_name: 'bukti.png', ...document },
      ...more,
    })

  /** A message arrives and everything that follows is worked off. */
  async send(content: object): Promise<number> {
    const id = await this.arrive(content)
    await this.work()
    return id
  }

  /** A message arrives, but nobody works on it yet. */
  async arrive(content: object): Promise<number> {
    const message_id = this.#messageId++
    await this.receive({ message: { ...this.#envelope(message_id), ...content } })
    return message_id
  }

  async edit(message_id: number, text: string): Promise<void> {
    await this.receive({ edited_message: { ...this.#envelope(message_id), text } })
    await this.work()
  }

  /** Presses the newest button of that label, or one given by its data. */
  async press(wanted: string | RegExp): Promise<void> {
    await this.arrivePress(wanted)
    await this.work()
  }

  async arrivePress(wanted: string | RegExp): Promise<void> {
    const data = this.dataOf(wanted)
    const message = { message_id: this.last.id, chat: { id: personId, type: 'private' }, date: 1 }
    const from = { id: personId, is_bot: false, language_code: this.#language }
    await this.receive({ callback_query: { id: `q${this.#updateId}`, from, data, message, chat_instance: '1' } })
  }

  dataOf(wanted: string | RegExp): string {
    if (typeof wanted === 'string' && wanted.startsWith('v1:')) return wanted
    for (const { buttons } of this.shown.toReversed()) {
      const found = buttons.find(({ label }) => (typeof wanted === 'string' ? label === wanted : wanted.test(label)))
      if (found !== undefined) return found.data
    }
    throw new Error(
      `no button ${wanted}; last: ${this.last.text}\n${this.last.buttons.map(({ label }) => label).join(' | ')}`,
    )
  }

  async receive(update: object): Promise<void> {
    const raw = { update_id: this.#updateId++, ...update }
    const incoming = incomingOf(raw, { botId: 7, chatRef: refOf })
    if (incoming === undefined) throw new Error('the update was not understood')
    await this.ports.inbox.receive([incoming])
  }

  /** Plays all that waits and delivers all that is owed. */
  async work(): Promise<void> {
    do await this.deliver()
    while ((await this.turn()) > 0)
    await this.deliver()
  }

  /** Plays one turn without delivering anything. */
  turn = async (): Promise<number> => {
    const { count, claimed } = await this.#turns.work({ leaseMs, held: new Set() })
    this.#claimed.push(...claimed)
    return count
  }

  async deliver(): Promise<void> {
    for (const lane of ['interactive', 'bulk'] as const) {
      for (let items = await this.#claim(lane); items.length > 0; items = await this.#claim(lane)) {
        for (const item of items) {
          if (!item.target.startsWith('slack:')) this.#show(item)
          await this.ports.outbox.settle([{ id: item.id, state: 'sent', ref: String(this.#messageId - 1) }])
        }
      }
    }
  }

  /** A command of somebody else or of the house, committed at once. */
  async command(actor: Verifier | 'house' | { role: 'agent' }, command: Command, id?: string): Promise<Case> {
    const loaded = await this.ports.ledger.caseById(id ?? (await this.case()).id)
    if (loaded === undefined) throw new Error('no such case')
    const casework = new Casework([loaded], this.ports.agencies, this.now)
    const agent = { role: 'agent', id: 'A1', name: 'Ayu', agencies: ['diy'] } as const
    const who = actor === 'house' ? ({ role: 'system' } as const) : 'id' in actor ? actor : agent
    const outcome = casework.give(loaded.id, command, who)
    if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`)
    await this.ports.ledger.commit([casework.harvest(this.ports)])
    return outcome
  }

  async #claim(lane: 'interactive' | 'bulk'): Promise<readonly OutboxItem[]> {
    const taken = this.#claimed.splice(0)
    return taken.length > 0 ? taken : this.ports.outbox.claim(lane, 50, this.now, leaseMs)
  }

  #show(item: OutboxItem): void {
    if (item.kind !== 'call')
      return void this.shown.push({ ...this.#blank(), method: item.kind, text: JSON.stringify(item.payload) })
    // The harness reads what the play has written.
    this.#showCall(item.payload as Call, item.asks === true)
  }

  #showCall({ method, params, next }: Call, asks: boolean): void {
    if (method === 'answerCallbackQuery') return void this.toasts.push(String(params.text ?? ''))
    // Telegram's shape, as the play has written it.
    const markup = params.reply_markup as { inline_keyboard: { text: string; callback_data: string }[][] } | undefined
    const buttons = (markup?.inline_keyboard ?? [])
      .flat()
      .map(({ text, callback_data: data }) => ({ label: text, data }))
    for (const { data } of buttons) if (Buffer.byteLength(data) > pressMaxBytes) throw new Error(`too long: ${data}`)
    if (String(params.text ?? '').length > 4096) throw new Error('the text is too long')
    this.shown.push({
      ...this.#blank(),
      method,
      text: String(params.text ?? ''),
      buttons,
      asks,
      params,
    })
    if (next !== undefined) this.#showCall(next, false)
  }

  #blank(): Shown {
    return { id: this.#messageId++, method: '', text: '', buttons: [], asks: false, params: {} }
  }

  #envelope(message_id: number) {
    const from = { id: personId, is_bot: false, first_name: 'Sari', language_code: this.#language }
    return {
      message_id,
      date: Math.floor(this.#nowMs / 1000),
      chat: { id: personId, type: 'private', first_name: 'Sari' },
      from,
    }
  }

  #newId(): string {
    this.#ids += 1
    return `00000000-0000-4000-8000-${String(this.#ids).padStart(12, '0')}`
  }

  #makeTurns(): Turns {
    const tools = {
      newId: () => this.#newId(),
      caseNumber: () => formatCaseNumber(2026, ++this.#serial),
      ready: async () => {},
    }
    return new Turns(
      this.ports,
      createPlay(() => this.house),
      calm,
      tools,
    )
  }
}

export const refOf = (chatId: number): string => `ref${chatId}`

export const verifier: Verifier = {
  role: 'verifier',
  id: 'V1',
  name: 'Sari Verifikator',
  agencies: ['diy'],
  isRequester: false,
  seen: new Set(),
}

/** Good answers in the order of the reactivation form, one laptop. */
export const goodAnswers: Readonly<Record<string, string>> = {
  signingDeadline: 'tidak ada',
  name: 'Rahayu Wulandari',
  employment: 'PNS',
  nip: '198504122010012005',
  nik: '3404015204850001',
  email: 'rahayu@jogjaprov.go.id',
  phone: '081234567890',
  unit: 'Bidang Informatika',
  position: 'Analis',
  noticedOn: '20 November 2026',
  'scannedAt.1': '21 November 2026 10.00',
  'scannedAt.2': '21 November 2026 11.00',
  passwordChangedAt: '21 November 2026 15.00',
  forwarding: 'tidak ada',
  filters: 'tidak ada',
  sessions: 'tidak ada',
  recovery: 'milik saya',
}
