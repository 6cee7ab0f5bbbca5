import { vi } from 'vitest'
import type { Phone } from '../../bot/simulator/telegram/phone.ts'
import type { PhoneMessage } from '../../bot/simulator/telegram/phone-message.ts'
import type { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import { deviceKindLabel, deviceNameQuestion } from '../../bot/text/device.ts'
import { procedureButton } from '../../bot/text/procedure.ts'
import { type ButtonName, buttonLabel } from '../../bot/text/telegram-button.ts'
import type { Device } from '../../core/evidence/device.ts'
import { isEvidenceKind } from '../../core/evidence/kind.ts'
import { fieldOf, isFieldName } from '../../core/form/field.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import { type Asked, askedIn } from './ask.ts'
import { type SampleName, samples } from './files.ts'
import { goodAnswers, type Person } from './people.ts'

/** How a requester answers besides the truth of the sample. */
export interface Sheet {
  readonly devices?: readonly Device[]
  readonly files?: Readonly<Record<string, readonly SampleName[]>>
  readonly answers?: Readonly<Record<string, string>>
}

const laptop: Device = { kind: 'computer', name: 'Laptop ASUS kantor' }
const filesFor: Readonly<Record<string, readonly SampleName[]>> = {
  'antivirus-scan': ['scan'],
  'ios-condition': ['phoneSettings'],
  'email-password-change': ['webmail'],
  'recommendation-letter': ['passwordChange'],
}
/** Machines that run all tests at once are slow. */
const patienceMs = 20_000
const caseNumber = /PANDU-\d{4}-\d{6}-[0-9A-Z]/

/** A person with a phone who asks for an account back: reads what is on the screen and answers it. */
export class Requester {
  readonly phone: Phone
  readonly person: Person
  /** Whose pictures are sent: one's own, unless they are somebody else's. */
  proofsOf: Person
  readonly #telegram: TelegramNetwork
  /** Messages from this id on came after this person's last own act. */
  #since = 0

  constructor(telegram: TelegramNetwork, person: Person) {
    const { firstName, chatId: id } = person
    this.phone = telegram.person({ id, firstName })
    this.person = person
    this.proofsOf = person
    this.#telegram = telegram
  }

  /** The number of the newest case on the screen. */
  get number(): string {
    const found = this.phone.messages().findLast(({ mine, text }) => !mine && caseNumber.test(text))
    return caseNumber.exec(found?.text ?? '')?.[0] ?? ''
  }

  writes(text: string): void {
    this.#act()
    this.phone.say(text)
  }

  /** Presses the newest button with that label, waiting until there is one. @returns what the toast says */
  async presses(label: string | RegExp): Promise<string> {
    const fits = (button: string) => (typeof label === 'string' ? button === label : label.test(button))
    const message = await this.phone.waitFor(({ buttons }) => buttons.some(fits), waiting(`a button ${label}`))
    this.#act()
    const press = this.phone.press(label, { messageId: message.id })
    return (await this.phone.waitForAnswer(press)).text
  }

  pressesButton = (name: ButtonName): Promise<string> => this.presses(buttonLabel(name, 'id'))

  /** Waits for a message that came after this person's last act. */
  async reads(words: RegExp | string): Promise<PhoneMessage> {
    const since = this.#since
    return this.phone.waitFor(({ id, text }) => id >= since && isIn(text, words), waiting(`the words ${words}`))
  }

  /** Waits until it stands anywhere on the screen, also in a message that was edited. */
  sees(words: RegExp | string): Promise<PhoneMessage> {
    return this.phone.waitFor(({ text }) => isIn(text, words), waiting(`the words ${words}`))
  }

  /** Sends files as they are, or photos as photos, one after another. */
  async sends(...names: readonly SampleName[]): Promise<void> {
    for (const name of names) {
      const { bytes, isPhoto, ...file } = await samples[name](this.proofsOf.chatId)
      this.#act()
      if (isPhoto === true) await this.phone.photo(bytes)
      else this.phone.document(bytes, file)
    }
  }

  /** Opens a case by its buttons and reads the first question. */
  async opens(procedure: ProcedureName = 'reactivation'): Promise<Asked> {
    this.writes('/start')
    await this.reads('Selamat datang')
    await this.pressesButton('account-disabled')
    await this.presses(procedureButton(procedure, 'id'))
    return this.asked()
  }

  /** What is asked now, newest first. */
  async asked(): Promise<Asked> {
    const since = this.#since
    const isAsking = (one: PhoneMessage) => one.id >= since && askedIn(one) !== undefined
    const message = await this.phone.waitFor(isAsking, waiting('a question'))
    const asked = askedIn(message)
    if (asked === undefined) throw new Error('the question is gone')
    return asked
  }

  /** Waits until that item is asked for. */
  async isAsked(key: string): Promise<void> {
    const since = this.#since
    await this.phone.waitFor((one) => one.id >= since && askedIn(one)?.key === key, waiting(`the question for ${key}`))
  }

  /** Answers whatever is asked until one of `except`, or the check of all answers. @returns what is asked then */
  async answersAll({ except = [], ...sheet }: Sheet & { readonly except?: readonly string[] } = {}): Promise<Asked> {
    for (;;) {
      const asked = await this.asked()
      if (asked.key === 'check' || except.includes(asked.key)) return asked
      await this.answers(asked, sheet)
    }
  }

  /** Gives one good answer, or that of the sheet. */
  async answers({ key, name, message }: Asked, sheet: Sheet = {}): Promise<void> {
    if (name === 'code') return void (await this.pressesButton('code-later'))
    if (name === 'devices') return this.#namesDevices(sheet.devices ?? [laptop])
    if (isEvidenceKind(name)) return this.#proves(sheet.files?.[key] ?? sheet.files?.[name] ?? filesFor[name] ?? [])
    const answer = sheet.answers?.[key] ?? sheet.answers?.[name] ?? goodAnswers(this.person)[name] ?? ''
    const isChoice = isFieldName(name) && fieldOf(name).kind === 'choice' && message.buttons.includes(answer)
    if (!isChoice) return this.writes(answer)
    this.#act()
    this.phone.press(answer, { messageId: message.id })
  }

  /** Agrees and sends; while a file is still being looked at, once more a little later, as the screen asks. */
  async submits(): Promise<string> {
    const send = async () => {
      await this.pressesButton('send')
      const { text } = await this.reads(/Terkirim\. Nomor p|masih kami periksa/)
      if (!text.includes('Terkirim')) throw new Error('the files are still being looked at')
    }
    await vi.waitFor(send, { interval: 200, timeout: patienceMs })
    return this.number
  }

  /** Opens a case, answers everything and sends it. @returns its number */
  async applies({ procedure, ...sheet }: Sheet & { readonly procedure?: ProcedureName } = {}): Promise<string> {
    await this.opens(procedure)
    await this.answersAll(sheet)
    return this.submits()
  }

  /** The two words on the screen that belong to a case's call. */
  async callWords(number: string): Promise<string> {
    const { text } = await this.sees(new RegExp(`tentang ${number}[^]*Kata telepon`))
    return /Kata telepon: (.+)/.exec(text)?.[1] ?? ''
  }

  async #proves(files: readonly SampleName[]): Promise<void> {
    if (files.length === 0) return void (await this.pressesButton('none'))
    for (const file of files) {
      await this.sends(file)
      await this.reads('Berkas diterima')
    }
    await this.pressesButton('done')
  }

  async #namesDevices(devices: readonly Device[]): Promise<void> {
    for (const [index, { kind, name }] of devices.entries()) {
      await this.presses(deviceKindLabel(kind, 'id'))
      await this.reads(deviceNameQuestion.id)
      if (name === null) await this.pressesButton('no-name')
      else this.writes(name)
      await this.reads('Ada perangkat lain?')
      await this.pressesButton(index === devices.length - 1 ? 'all-devices' : 'more')
    }
  }

  #act(): void {
    this.#since = this.#telegram.memory.nextMessageId
  }
}

const waiting = (what: string) => ({ what, timeoutMs: patienceMs })

const isIn = (text: string, words: RegExp | string): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text)
