import { type AlbumItem, albumContents } from './album.ts'
import { dataOf, findButton } from './buttons.ts'
import type { Press } from './callback-desk.ts'
import { type StatusChange, tellMembership } from './membership.ts'
import type { StoredChat } from './memory.ts'
import type { CallbackQuery, Chat, Message, MessageContent } from './message.ts'
import { hiddenOrigin, location, sticker, voice } from './odd-content.ts'
import { screenText } from './phone-message.ts'
import { Screen } from './screen.ts'
import { typedText } from './typed-text.ts'

/** The phone of one person, showing the private chat with the bot. */
export class Phone extends Screen {
  #albums = 0

  get chat(): Chat {
    const { id, first_name, last_name, username } = this.user
    const names = { ...(last_name ? { last_name } : {}), ...(username ? { username } : {}) }
    return { id, type: 'private', first_name, ...names }
  }

  say(text: string): Message {
    return this.send(typedText(text))
  }

  /** Same as typing it: `/start payload`. */
  command(text: string): Message {
    return this.say(text)
  }

  /** A picture, recompressed as Telegram does. */
  async photo(bytes: Buffer, { caption }: { caption?: string } = {}): Promise<Message> {
    const photo = await this.world.memory.files.addPhoto(bytes)
    return this.send({ photo, ...captioned(caption) })
  }

  /** A file as it is. */
  document(bytes: Buffer, file: { name: string; mime: string; caption?: string }): Message {
    const document = this.world.memory.files.addDocument({ bytes, name: file.name, mime: file.mime })
    return this.send({ document, ...captioned(file.caption) })
  }

  /** Several at once: each its own update with the same group id, the caption on the first. */
  async album(items: readonly AlbumItem[], { caption }: { caption?: string } = {}): Promise<Message[]> {
    const contents = await albumContents(items, this.world.memory.files)
    const albumId = `${this.user.id}${String(this.world.memory.nextMessageId).padStart(8, '0')}${this.#albums++}`
    return contents.map((content, index) =>
      this.send({ ...content, media_group_id: albumId, ...captioned(index === 0 ? caption : undefined) }),
    )
  }

  sticker(): Message {
    return this.send(sticker)
  }

  voice(): Message {
    return this.send(voice)
  }

  location(): Message {
    return this.send(location)
  }

  contact(phone = '+628110000000'): Message {
    const { id, first_name } = this.user
    return this.send({ contact: { phone_number: phone, first_name, user_id: id } })
  }

  /** A text that somebody else wrote, passed on. */
  forward(text: string, senderName = 'Budi'): Message {
    return this.send({ text, forward_origin: hiddenOrigin(senderName, this.world.memory.nowS) })
  }

  /** Any content at all, as one message of this person. */
  send(content: MessageContent): Message {
    const stored = this.#open()
    const message = this.world.memory.write(stored, this.user, content)
    this.world.updates.push('message', message, `chat:${this.user.id}`)
    return message
  }

  /** Changes an own text. */
  edit(messageId: number, text: string): Message {
    const stored = this.#open()
    const message = stored.messages.get(messageId)
    if (message?.from?.id !== this.user.id) throw new Error(`message ${messageId} is not this person's`)
    const edited = this.world.memory.rewrite(stored, message, { entities: undefined, ...typedText(text) })
    this.world.updates.push('edited_message', edited, `chat:${this.user.id}`)
    return edited
  }

  /** Removes a message from the chat; bots are not told. */
  erase(messageId: number): void {
    this.world.memory.erase(this.#open(), messageId)
  }

  /**
   * Presses the newest button with that label or data (a reply key sends its text).
   *
   * With `messageId` also data that this message offered earlier: a press that was on its way while the bot edited.
   */
  press(wanted: string | RegExp, { messageId }: { messageId?: number } = {}): Press {
    const found = findButton(this.messages(), wanted, messageId)
    if (found) return this.#pressData(found.message.id, dataOf(found.button))
    const late = messageId !== undefined && typeof wanted === 'string'
    if (late && this.#open().offered.get(messageId)?.has(wanted)) return this.#pressData(messageId, wanted)
    throw new Error(`no button ${wanted}; the screen shows:\n${screenText(this.messages())}`)
  }

  /** Presses a key of the keyboard that the bot put in place of the letters. */
  pressKey(label: string): Message {
    const key = this.keys().find(({ text }) => text === label)
    if (!key) throw new Error(`no key "${label}"`)
    return key.request_contact ? this.contact() : this.say(label)
  }

  /** Blocks the bot: it hears of it and can no longer write. */
  block(): void {
    this.#enter('blocked', ['member', 'kicked'])
  }

  unblock(): void {
    this.#enter('open', ['kicked', 'member'])
  }

  #pressData(messageId: number, data: string): Press {
    const press = this.world.callbacks.open({ personId: this.user.id, messageId, data })
    const message = this.#open().messages.get(messageId) ?? { chat: this.chat, message_id: messageId, date: 0 as const }
    const query: CallbackQuery = { id: press.id, from: this.user, message, chat_instance: String(this.user.id), data }
    this.world.updates.push('callback_query', query, `presses:${this.user.id}`)
    return press
  }

  #enter(state: StoredChat['state'], statuses: StatusChange): void {
    this.world.memory.chat(this.chat).state = state
    tellMembership(this.world, this.chat, this.user, statuses)
  }

  #open(): StoredChat {
    const stored = this.world.memory.chat(this.chat)
    if (stored.state === 'blocked') throw new Error('this person has blocked the bot; unblock first')
    stored.state = 'open'
    return stored
  }
}

function captioned(caption: string | undefined): { caption?: string } {
  return caption ? { caption } : {}
}
