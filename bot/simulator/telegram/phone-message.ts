import type { Document, InlineButton, Message } from './message.ts'

/** A message as the person sees it now. */
export interface PhoneMessage {
  id: number
  /** Whether this person wrote it. */
  mine: boolean
  /** Text or caption. */
  text: string
  /** Inline buttons, row by row. */
  rows: readonly (readonly InlineButton[])[]
  /** Labels of all inline buttons. */
  buttons: readonly string[]
  /** File id of the largest size, when it is a photo. */
  photo?: string
  document?: Document
  albumId?: string
  edited: boolean
  pinned: boolean
  /** Milliseconds since 1970. */
  at: number
  /** The Bot API message behind it. */
  message: Message
}

/** The view of one message for one person. */
export function phoneMessage(message: Message, personId: number, pinned: boolean): PhoneMessage {
  const rows = message.reply_markup?.inline_keyboard ?? []
  const photo = message.photo?.at(-1)?.file_id
  return {
    id: message.message_id,
    mine: message.from?.id === personId,
    text: message.text ?? message.caption ?? '',
    rows,
    buttons: rows.flat().map((button) => button.text),
    ...(photo ? { photo } : {}),
    ...(message.document ? { document: message.document } : {}),
    ...(message.media_group_id ? { albumId: message.media_group_id } : {}),
    edited: message.edit_date !== undefined,
    pinned,
    at: message.date * 1000,
    message,
  }
}

/** The screen in words, newest last, for messages of failed waits. */
export function screenText(messages: readonly PhoneMessage[]): string {
  const lines = messages.map(({ mine, text, buttons, photo, document }) => {
    const file = photo ? '(photo) ' : document ? `(file ${document.file_name}) ` : ''
    const keys = buttons.length > 0 ? ` [${buttons.join('] [')}]` : ''
    return `${mine ? '>' : '<'} ${file}${text}${keys}`
  })
  return lines.join('\n')
}
