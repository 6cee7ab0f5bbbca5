import { isDeepStrictEqual } from 'node:util'
import type { Arguments } from './arguments.ts'
import { formatted } from './formatting.ts'
import { readMarkup } from './keyboard.ts'
import type { StoredChat } from './memory.ts'
import type { Message } from './message.ts'
import type { Exchange, Method } from './method.ts'
import { badRequest } from './refusal.ts'

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
  'content and reply markup of the message'
const DELETABLE_FOR_S = 48 * 3600

const editMessageText: Method = (args, exchange) => {
  const { stored, message } = editable(args, exchange)
  if (message.text === undefined) throw badRequest('there is no text in the message to edit')
  const { text, entities } = formatted(args, 'text')
  return change(args, exchange, stored, message, { text, entities: entities.length > 0 ? entities : undefined })
}

const editMessageCaption: Method = (args, exchange) => {
  const { stored, message } = editable(args, exchange)
  if (!message.photo && !message.document) throw badRequest('there is no caption in the message to edit')
  const { text, entities } = formatted(args, 'caption')
  return change(args, exchange, stored, message, {
    caption: text === '' ? undefined : text,
    caption_entities: entities.length > 0 ? entities : undefined,
  })
}

const editMessageReplyMarkup: Method = (args, exchange) => {
  const { stored, message } = editable(args, exchange)
  return change(args, exchange, stored, message, {})
}

const deleteMessage: Method = (args, exchange) => {
  const stored = exchange.memory.reachable(args.integer('chat_id'))
  const message = stored.messages.get(args.integer('message_id') ?? Number.NaN)
  if (!message) throw badRequest('message to delete not found')
  if (exchange.memory.nowS - message.date > DELETABLE_FOR_S) throw badRequest("message can't be deleted for everyone")
  return exchange.memory.erase(stored, message.message_id)
}

const deleteMessages: Method = (args, exchange) => {
  const stored = exchange.memory.reachable(args.integer('chat_id'))
  const ids = args.json('message_ids')
  if (!Array.isArray(ids) || ids.length < 1 || ids.length > 100) throw badRequest('message_ids must have 1-100 items')
  for (const id of ids) exchange.memory.erase(stored, Number(id))
  return true
}

const pinChatMessage: Method = (args, exchange) => {
  const stored = exchange.memory.reachable(args.integer('chat_id'))
  const id = args.integer('message_id') ?? Number.NaN
  if (!stored.messages.has(id)) throw badRequest('message to pin not found')
  stored.pinned.add(id)
  exchange.memory.changes.notify()
  return true
}

const unpinChatMessage: Method = (args, exchange) => {
  const stored = exchange.memory.reachable(args.integer('chat_id'))
  const id = args.integer('message_id') ?? [...stored.pinned].at(-1)
  if (id === undefined || !stored.pinned.delete(id)) throw badRequest('message to unpin not found')
  exchange.memory.changes.notify()
  return true
}

/** Methods that change or remove messages. */
export const editing: Record<string, Method> = {
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
  pinChatMessage,
  unpinChatMessage,
}

function editable(args: Arguments, exchange: Exchange): { stored: StoredChat; message: Message } {
  const stored = exchange.memory.reachable(args.integer('chat_id'))
  const message = stored.messages.get(args.integer('message_id') ?? Number.NaN)
  if (!message) throw badRequest('message to edit not found')
  if (message.from?.id !== exchange.bot.id) throw badRequest("message can't be edited")
  return { stored, message }
}

/** An edit without buttons takes the old buttons away, as in Telegram. */
function change(
  args: Arguments,
  exchange: Exchange,
  stored: StoredChat,
  message: Message,
  content: Record<string, unknown>,
): Message {
  const next = { ...content, reply_markup: readMarkup(args.json('reply_markup')).inline }
  const same = Object.entries(next).every(([key, value]) => isDeepStrictEqual(message[key], value))
  if (same) throw badRequest(NOT_MODIFIED)
  return exchange.memory.rewrite(stored, message, next)
}
