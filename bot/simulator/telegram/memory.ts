import type { Clock } from '../clock.ts'
import { Changes } from '../wire/changes.ts'
import { FileShelf } from './file-shelf.ts'
import type { Chat, Message, MessageContent, ReplyKey, User } from './message.ts'
import { badRequest, TelegramRefusal } from './refusal.ts'

/** One chat as Telegram keeps it. */
export interface StoredChat {
  chat: Chat
  /** Whether the bot may write: people must write first, groups must let it in. */
  state: 'unknown' | 'open' | 'blocked' | 'left'
  messages: Map<number, Message>
  /** Every callback data that a message ever offered, for presses that come late. */
  offered: Map<number, Set<string>>
  keys: ReplyKey[][]
  pinned: Set<number>
  /** The last chat action and when. */
  action?: { action: string; at: number }
}

/** Chats, messages and files of one bot's world. */
export class TelegramMemory {
  readonly changes = new Changes()
  readonly chats = new Map<number, StoredChat>()
  readonly files = new FileShelf()
  nextMessageId = 1
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get nowS(): number {
    return Math.floor(this.#clock.now() / 1000)
  }

  /** The chat, made when it is new. */
  chat(chat: Chat, state: StoredChat['state'] = 'unknown'): StoredChat {
    const known = this.chats.get(chat.id)
    if (known) return known
    const made = { chat, state, messages: new Map(), offered: new Map(), keys: [], pinned: new Set<number>() }
    this.chats.set(chat.id, made)
    return made
  }

  /** The chat that the bot may write to. @throws 400 chat not found, 403 blocked or gone */
  reachable(chatId: number | undefined): StoredChat {
    if (chatId === undefined) throw badRequest('chat_id is empty')
    const stored = this.chats.get(chatId)
    if (!stored || stored.state === 'unknown') throw badRequest('chat not found')
    if (stored.state === 'blocked') throw new TelegramRefusal(403, 'Forbidden: bot was blocked by the user')
    if (stored.state === 'left') {
      throw new TelegramRefusal(403, `Forbidden: bot is not a member of the ${stored.chat.type} chat`)
    }
    return stored
  }

  /** Puts a message into a chat. */
  write(stored: StoredChat, from: User | undefined, content: MessageContent): Message {
    const sender = from ? { from } : {}
    const id = this.nextMessageId++
    const message: Message = { message_id: id, ...sender, chat: stored.chat, date: this.nowS, ...content }
    stored.messages.set(id, message)
    this.#noteButtons(stored, message)
    this.changes.notify()
    return message
  }

  /** Changes a message; keys given as undefined disappear. */
  rewrite(stored: StoredChat, message: Message, content: Record<string, unknown>): Message {
    // Still a message: who, where and when are in it, only what was undefined is left out.
    const changed = Object.entries({ ...message, ...content, edit_date: this.nowS })
    const edited = Object.fromEntries(changed.filter(([, value]) => value !== undefined)) as unknown as Message
    stored.messages.set(message.message_id, edited)
    this.#noteButtons(stored, edited)
    this.changes.notify()
    return edited
  }

  erase(stored: StoredChat, messageId: number): boolean {
    const erased = stored.messages.delete(messageId)
    if (erased) this.changes.notify()
    return erased
  }

  #noteButtons(stored: StoredChat, message: Message): void {
    const offered = stored.offered.get(message.message_id) ?? new Set()
    for (const button of message.reply_markup?.inline_keyboard.flat() ?? []) {
      if (button.callback_data) offered.add(button.callback_data)
    }
    if (offered.size > 0) stored.offered.set(message.message_id, offered)
  }
}
