import { Api } from 'grammy'
import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import type { Refusal } from '../../core/case/refusal.ts'
import type { Casework } from '../../core/handling/casework.ts'
import type { Turn } from '../../core/handling/inbox.ts'
import type { OwedRow } from '../../core/handling/outbox.ts'
import type { Played, PlayTools } from '../../core/handling/turns.ts'
import { caseKey } from '../dialogue/press.ts'
import type { Reader, Screen } from '../dialogue/screen.ts'
import { html } from '../text/escape.ts'
import type { Language } from '../text/language.ts'
import { type ReplyName, reply } from '../text/telegram-reply.ts'
import type { House } from './house.ts'
import { paramsOf, protectionOf } from './markup.ts'
import { type Memory, memoryOf } from './memory.ts'
import { type Call, recorder, rowOf } from './recorder.ts'

/** One chat during one turn: its cases, what it remembers, and the calls owed to it so far. */
export class Visit {
  readonly casework: Casework
  readonly tools: PlayTools
  readonly house: House
  readonly chat: Turn['chat']
  readonly memory: Memory
  readonly api: Api
  language: Language
  focus: string | undefined
  /** What the person is called, first letters only. */
  name: string | undefined
  /** False when the message is older than the question it would answer. */
  isSeen = true
  /** The dialogue is to be left as it is, until it is resumed. */
  isLeaving = false
  /** The question is to be put afresh before the turn ends. */
  wantsAsking = false
  /** The press of this turn that is not answered yet. */
  query: string | undefined
  /** A port's own error: the script engine would turn it into a plain one. */
  failure: unknown
  readonly #calls: { readonly call: Call; readonly asks: boolean }[] = []
  readonly #views: Omit<OwedRow, 'dedup'>[] = []
  #asks = false

  constructor(turn: Turn, casework: Casework, tools: PlayTools, house: House) {
    this.casework = casework
    this.tools = tools
    this.house = house
    this.chat = turn.chat
    this.memory = memoryOf(turn.chat.state.memory, house.version)
    this.language = turn.chat.state.language
    this.focus = turn.chat.state.focus
    this.name = turn.chat.state.name
    this.api = new Api('0:offline', { fetch: recorder((call) => this.owe(call)) })
  }

  get reader(): Reader {
    const { language, casework, house } = this
    const { bot, linkDomains, publicUrl, hasCodes } = house
    return { language, agencies: casework.agencies, at: casework.at, bot, linkDomains, publicUrl, hasCodes }
  }

  /** The case that the dialogue is about, if it is still at hand. */
  get case(): Case | undefined {
    return this.casework.find(this.focus)
  }

  /** The chat's case behind a button. */
  byKey(key: string | undefined): Case | undefined {
    return this.casework.cases().find((c) => caseKey(c) === key)
  }

  /** Gives a command in the requester's name. @throws what a port threw, kept for the turn */
  give(c: Pick<Case, 'id'>, command: Command): Case | Refusal {
    try {
      return this.casework.give(c.id, command, { role: 'requester', chat: this.chat.ref })
    } catch (error) {
      this.failure = error
      throw error
    }
  }

  /** Owes a message; `asks` marks one that puts a question, `quotes` is the person's message that it speaks of. */
  async show(
    screen: Screen,
    { asks = false, quotes }: { asks?: boolean; quotes?: number | undefined } = {},
  ): Promise<void> {
    this.#asks = asks
    const { text, ...params } = paramsOf(screen)
    const quoting = quotes !== undefined && {
      reply_parameters: { message_id: quotes, allow_sending_without_reply: true },
    }
    await this.api.sendMessage(this.chat.state.address, text, { ...params, ...protectionOf(screen), ...quoting })
  }

  /** Owes a plain sentence. */
  say(text: string): Promise<void> {
    return this.show({ text: html(text), rows: [] })
  }

  reply(name: ReplyName, quotes?: number): Promise<void> {
    return this.show({ text: html(reply(name, this.language)), rows: [] }, { quotes })
  }

  /** Answers a press in a word; a typed word needs no such nod. */
  async nod(name: ReplyName): Promise<void> {
    if (this.query !== undefined) await this.toast(reply(name, this.language))
  }

  /** Answers the press of this turn, once; without a press it says the same as a message. */
  async toast(text: string): Promise<void> {
    const { query } = this
    if (query === undefined) return this.say(text)
    this.query = undefined
    await this.api.answerCallbackQuery(query, { text: text.slice(0, toastMax) })
  }

  owe(call: Call): void {
    this.#calls.push({ call, asks: this.#asks })
    this.#asks = false
  }

  /** Owes work to the house, one after another for a chat. */
  oweWork(kind: string, caseId: string, payload: unknown): void {
    this.#views.push({ lane: 'work', target: `code:${this.chat.ref}`, kind, caseId, payload })
  }

  /** Owes what concerns the rights of this chat's person; it belongs to no case. */
  oweRights(kind: string): void {
    const { ref } = this.chat
    this.#views.push({ lane: 'work', target: `rights:${ref}`, kind, payload: { chat: ref } })
  }

  /** Owes a view of a case to this chat, worded when it is delivered and edited in place. */
  oweView(view: Required<Pick<OwedRow, 'kind' | 'caseId' | 'replaces' | 'payload'>>): void {
    this.#views.push({ lane: 'interactive', target: `chat:${this.chat.ref}`, ...view })
  }

  /** What the turn leaves behind. */
  async played(): Promise<Played> {
    if (this.query !== undefined) await this.api.answerCallbackQuery(this.query)
    return {
      state: {
        address: this.chat.state.address,
        language: this.language,
        memory: this.memory,
        ...(this.focus !== undefined && { focus: this.focus }),
        ...(this.name !== undefined && { name: this.name }),
      },
      calls: [...this.#calls.map((owed) => rowOf(owed, this.chat.ref)), ...this.#views],
    }
  }
}

/** Telegram takes no longer text in the answer to a press. */
const toastMax = 200
