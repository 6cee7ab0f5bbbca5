import type { Clock } from '../clock.ts'
import { Changes } from '../wire/changes.ts'
import { badRequest } from './refusal.ts'

/** A button press and what the bot said to it. */
export interface Press {
  id: string
  personId: number
  messageId: number
  data: string
  at: number
  answer?: { text: string; showAlert: boolean; at: number }
}

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

/** Button presses and their answers; a press can be answered once and only soon. */
export class CallbackDesk {
  readonly changes = new Changes()
  presses: Press[] = []
  /** How long after the press an answer is taken. */
  answerWithinMs = 15_000
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  open(press: Omit<Press, 'id' | 'at'>): Press {
    const opened = { ...press, id: String(4_000_000_000_000_000 + this.presses.length), at: this.#clock.now() }
    this.presses.push(opened)
    return opened
  }

  /** @throws 400 when unknown, answered before, or too old */
  answer(id: string | undefined, text: string, showAlert: boolean): true {
    const press = this.presses.find((one) => one.id === id)
    const now = this.#clock.now()
    if (!press || press.answer || now - press.at > this.answerWithinMs) throw badRequest(TOO_OLD)
    if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG')
    press.answer = { text, showAlert, at: now }
    this.changes.notify()
    return true
  }
}
