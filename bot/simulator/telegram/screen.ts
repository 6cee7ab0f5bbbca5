import type { Patience } from '../wire/changes.ts'
import type { CallbackDesk, Press } from './callback-desk.ts'
import type { TelegramMemory } from './memory.ts'
import type { Message, ReplyKey, User } from './message.ts'
import { type PhoneMessage, phoneMessage, screenText } from './phone-message.ts'
import type { UpdateQueue } from './update-queue.ts'

/** What phones and groups share. */
export interface TelegramWorld {
  bot: User
  memory: TelegramMemory
  callbacks: CallbackDesk
  updates: UpdateQueue
}

/** What one person sees of the private chat with the bot. */
export class Screen {
  readonly user: User
  protected readonly world: TelegramWorld
  /** What is seen of each message: whoever waits looks at all of them at every change. */
  readonly #shown = new WeakMap<Message, PhoneMessage>()

  constructor(user: User, world: TelegramWorld) {
    this.user = user
    this.world = world
  }

  /** The reply keyboard as it stands. */
  keys(): ReplyKey[] {
    return this.world.memory.chats.get(this.user.id)?.keys.flat() ?? []
  }

  /** All messages as they stand now, oldest first. */
  messages(): PhoneMessage[] {
    const stored = this.world.memory.chats.get(this.user.id)
    if (!stored) return []
    return [...stored.messages.values()].map((one) => this.#show(one, stored.pinned.has(one.message_id)))
  }

  /** An edited message is another object, so what was seen of one stays true. */
  #show(message: Message, pinned: boolean): PhoneMessage {
    const known = this.#shown.get(message)
    if (known?.pinned === pinned) return known
    const shown = phoneMessage(message, this.user.id, pinned)
    this.#shown.set(message, shown)
    return shown
  }

  /** The newest message of the bot. */
  last(): PhoneMessage | undefined {
    return this.messages().findLast((message) => !message.mine)
  }

  /** The newest message of the bot that fits, now or later. */
  waitFor(fits: (message: PhoneMessage) => boolean, patience: Patience = {}): Promise<PhoneMessage> {
    const probe = () => this.messages().findLast((message) => !message.mine && fits(message))
    const seen = () => screenText(this.messages())
    return this.world.memory.changes.until(probe, {
      what: `the message to ${this.user.first_name}`,
      seen,
      ...patience,
    })
  }

  /** What the bot said to this person's presses, oldest first. */
  get callbackAnswers(): { id: string; text: string; showAlert: boolean }[] {
    const presses = this.world.callbacks.presses.filter(({ personId }) => personId === this.user.id)
    return presses.flatMap(({ id, answer }) => (answer ? [{ id, ...answer }] : []))
  }

  /** What the bot says to that press. */
  waitForAnswer(press: Press, patience: Patience = {}): Promise<{ text: string; showAlert: boolean }> {
    return this.world.callbacks.changes.until(() => press.answer, { what: 'the answer to the press', ...patience })
  }

  /** The bytes of a photo or document that is on the screen. */
  download(messageId: number): Buffer {
    const shown = this.messages().find(({ id }) => id === messageId)
    const file = this.world.memory.files.byId(shown?.photo ?? shown?.document?.file_id ?? '')
    if (!file) throw new Error(`message ${messageId} has no file`)
    return file.bytes
  }
}
