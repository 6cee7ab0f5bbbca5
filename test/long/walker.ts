import { setTimeout as pause } from 'node:timers/promises'
import type { PhoneMessage } from '../../bot/simulator/telegram/phone-message.ts'
import type { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import { procedureButton } from '../../bot/text/procedure.ts'
import { reply } from '../../bot/text/telegram-reply.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import { type Asked, askedIn } from '../journeys/ask.ts'
import type { SampleName } from '../journeys/files.ts'
import type { Person } from '../journeys/people.ts'
import { Requester } from '../journeys/requester.ts'
import type { Gate } from './gate.ts'
import { type Entry, startOf } from './tale.ts'

/** People wait through many lives of the program; whoever lets them walk notices when nothing happens any more. */
const patienceMs = 30 * 60_000

/** How far a person goes. */
export interface Way {
  readonly procedure: ProcedureName
  /** How many questions are answered; `all` includes the last look and sending. */
  readonly answers: number | 'all'
}

/** Says that what was written came before its question had surely arrived, and was not filed. */
export const isDeclined = ({ text }: PhoneMessage): boolean => text === reply('early', 'id')

/** The number of the message that was declined. */
export const declinedBy = ({ message }: PhoneMessage): number => message.reply_to_message?.message_id ?? 0

/** A requester who is let on step by step, and who is not confused by a question that comes twice. */
export class Walker extends Requester {
  readonly way: Way
  /** Items answered, in their order. */
  readonly answered: string[] = []
  /** For everything this person did: the number that the next message got then. */
  readonly acts: number[] = []
  /** The same in words. */
  readonly did: Entry[] = []
  readonly #gate: Gate
  readonly #world: TelegramNetwork
  #from = 0
  #last: () => unknown = () => {}
  /** The number of the message that this step wrote; 0 for a press. */
  #written = 0

  constructor(telegram: TelegramNetwork, person: Person, way: Way, gate: Gate) {
    super(telegram, person)
    this.#world = telegram
    this.#gate = gate
    this.way = way
  }

  /** Goes the whole way; what is left unanswered then still stands on the screen. */
  async walk(): Promise<void> {
    await this.#step(() => this.writes('/start'))
    await this.reads('Selamat datang')
    await this.#step(() => this.pressesButton('account-disabled'))
    await this.#step(() => this.presses(procedureButton(this.way.procedure, 'id')))
    const limit = this.way.answers === 'all' ? Number.POSITIVE_INFINITY : this.way.answers
    for (;;) {
      const asked = await this.asked()
      if (asked.key === 'check' || this.answered.length >= limit) break
      this.answered.push(asked.key)
      await this.#step(() => this.answers(asked))
    }
    if (this.way.answers === 'all') await this.#step(() => this.submits())
  }

  override writes(text: string): void {
    this.#do(`writes ${startOf(text)}`, () => super.writes(text))
  }

  override sends(...names: readonly SampleName[]): Promise<void> {
    return this.#do(`sends ${names.join(', ')}`, () => super.sends(...names))
  }

  override async presses(label: string | RegExp): Promise<string> {
    const fits = (button: string) => (typeof label === 'string' ? button === label : label.test(button))
    const message = await this.phone.waitFor(({ buttons }) => buttons.some(fits), waiting(`a button ${label}`))
    const press = this.#do(`presses ${label} of #${message.id}`, () =>
      this.phone.press(label, { messageId: message.id }),
    )
    // A program that was away for too long may not answer any more; what the press does is then all that one sees.
    const answer = this.phone.waitForAnswer(press, { timeoutMs: this.#world.callbacks.answerWithinMs })
    return answer.then(
      ({ text }) => text,
      () => '',
    )
  }

  override reads(words: RegExp | string): Promise<PhoneMessage> {
    const isThere = ({ text }: PhoneMessage) => (typeof words === 'string' ? text.includes(words) : words.test(text))
    return this.#patiently(isThere, `the words ${words}`)
  }

  override sees = (words: RegExp | string): Promise<PhoneMessage> => {
    const isThere = ({ text }: PhoneMessage) => (typeof words === 'string' ? text.includes(words) : words.test(text))
    return this.phone.waitFor(isThere, waiting(`the words ${words}`))
  }

  /** What is asked now: not what was asked and answered before, though it may stand there twice. */
  override async asked(): Promise<Asked> {
    const isNew = (asked: Asked | undefined) => asked !== undefined && !this.answered.includes(asked.key)
    const asked = askedIn(await this.#patiently((one) => isNew(askedIn(one)), 'a new question'))
    if (asked === undefined) throw new Error('the question is gone')
    return asked
  }

  override async submits(): Promise<string> {
    for (;;) {
      await this.pressesButton('send')
      const { text } = await this.reads(/Terkirim\. Nomor pengajuan|masih kami periksa/)
      if (text.includes('Terkirim')) return this.number
      this.#from = this.#world.memory.nextMessageId
      await pause(lookAgainMs)
    }
  }

  /**
   * Waits for a message of this step. A question counts from the copy on that surely arrived: what was written before is
   * declined in words that quote it, and written once more while that question is the last on the screen.
   */
  async #patiently(fits: (message: PhoneMessage) => boolean, what: string): Promise<PhoneMessage> {
    for (;;) {
      const isOpen = (one: PhoneMessage) =>
        isDeclined(one) && declinedBy(one) === this.#written && !this.#isAnotherAsked
      const isHere = (one: PhoneMessage) => one.id >= this.#from && (fits(one) || isOpen(one))
      const message = await this.phone.waitFor(isHere, waiting(what))
      if (!isDeclined(message)) return message
      this.#from = this.#world.memory.nextMessageId
      await this.#do('again', this.#last)
    }
  }

  /** True when what was declined has been accepted meanwhile: the words came twice. */
  get #isAnotherAsked(): boolean {
    const newest = this.phone
      .messages()
      .flatMap((one) => askedIn(one) ?? [])
      .at(-1)
    return newest !== undefined && !this.answered.includes(newest.key)
  }

  #do<T>(what: string, act: () => T): T {
    this.#last = act
    this.#written = this.#world.memory.nextMessageId
    this.did.push({ at: Date.now(), what: `  > ${what}, next message ${this.#written}` })
    this.acts.push(this.#written)
    return act()
  }

  async #step(act: () => unknown): Promise<void> {
    await this.#gate.enter()
    this.#from = this.#world.memory.nextMessageId
    this.#written = 0
    await act()
  }
}

const lookAgainMs = 100
const waiting = (what: string) => ({ what, timeoutMs: patienceMs })
