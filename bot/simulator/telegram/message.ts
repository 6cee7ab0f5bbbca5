/** The objects of the Bot API that the simulator speaks, as far as it fills them. */
export interface User {
  id: number
  is_bot: boolean
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
}

export interface Chat {
  id: number
  type: 'private' | 'group' | 'supergroup' | 'channel'
  title?: string
  username?: string
  first_name?: string
  last_name?: string
}

/** Formatting of a stretch of text; offsets count UTF-16 units. */
export interface Entity {
  type: string
  offset: number
  length: number
  url?: string
  language?: string
  custom_emoji_id?: string
}

export interface PhotoSize {
  file_id: string
  file_unique_id: string
  width: number
  height: number
  file_size: number
}

export interface Document {
  file_id: string
  file_unique_id: string
  file_name?: string
  mime_type?: string
  file_size: number
}

export interface InlineButton {
  text: string
  callback_data?: string
  url?: string
  copy_text?: { text: string }
  style?: string
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][]
}

/** A key of a reply keyboard: pressing it sends its text. */
export interface ReplyKey {
  text: string
  request_contact?: boolean
}

/** What a message carries besides who sent it where and when. */
export interface MessageContent {
  text?: string
  entities?: Entity[]
  caption?: string
  caption_entities?: Entity[]
  photo?: PhotoSize[]
  document?: Document
  media_group_id?: string
  reply_markup?: InlineKeyboard
  reply_to_message?: Message
  has_protected_content?: true
  /** Kinds that the simulator only passes on: sticker, voice, location, contact, forward origin … */
  [other: string]: unknown
}

export interface Message extends MessageContent {
  message_id: number
  from?: User
  chat: Chat
  /** Seconds since 1970. */
  date: number
  edit_date?: number
}

export interface CallbackQuery {
  id: string
  from: User
  message: Message | { chat: Chat; message_id: number; date: 0 }
  chat_instance: string
  data: string
}

/** One update: its number and exactly one body. */
export type Update = { update_id: number } & Record<string, unknown>
