import { tellMembership } from './membership.ts'
import type { Chat, Message, User } from './message.ts'
import type { Phone } from './phone.ts'
import type { TelegramWorld } from './screen.ts'
import { typedText } from './typed-text.ts'

/** A group or channel that the bot was put into. */
export class Gathering {
  readonly chat: Chat
  readonly #world: TelegramWorld

  constructor(chat: Chat, world: TelegramWorld) {
    this.chat = chat
    this.#world = world
  }

  /** Somebody lets the bot in. */
  addBot(by: Phone): void {
    this.#world.memory.chat(this.chat).state = 'open'
    tellMembership(this.#world, this.chat, by.user, ['left', 'member'])
  }

  /** Somebody writes; `by` may be another bot. */
  say(by: Phone | User, text: string): Message {
    const from = 'user' in by ? by.user : by
    return this.#write(from, 'message', text)
  }

  /** A channel speaks for itself. */
  post(text: string): Message {
    return this.#write(undefined, 'channel_post', text)
  }

  messages(): Message[] {
    return [...(this.#world.memory.chats.get(this.chat.id)?.messages.values() ?? [])]
  }

  /** Whether the bot has left. */
  get isLeft(): boolean {
    return this.#world.memory.chats.get(this.chat.id)?.state === 'left'
  }

  #write(from: User | undefined, kind: string, text: string): Message {
    const { memory, updates } = this.#world
    const sender = from ? {} : { sender_chat: this.chat }
    const content = { ...sender, ...typedText(text) }
    const message = memory.write(memory.chat(this.chat, 'open'), from, content)
    updates.push(kind, message, `chat:${this.chat.id}`)
    return message
  }
}
