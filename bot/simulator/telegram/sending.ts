import type { UploadedFile } from '../wire/request-body.ts'
import { isRecord } from '../wire/request-body.ts'
import { Arguments } from './arguments.ts'
import { checkPhoto } from './file-shelf.ts'
import { formatted } from './formatting.ts'
import { readMarkup } from './keyboard.ts'
import type { StoredChat } from './memory.ts'
import type { Message, MessageContent } from './message.ts'
import type { Exchange, Method } from './method.ts'
import { badRequest } from './refusal.ts'

const sendMessage: Method = (args, exchange) => {
  const stored = exchange.memory.reachable(args.integer('chat_id'))
  const { text, entities } = formatted(args, 'text')
  const content: MessageContent = { text, ...(entities.length > 0 ? { entities } : {}) }
  return deliver(args, exchange, stored, content)
}

const sendPhoto: Method = (args, exchange) => sendFile(args, exchange, 'photo')
const sendDocument: Method = (args, exchange) => sendFile(args, exchange, 'document')

const sendMediaGroup: Method = async (args, exchange) => {
  const stored = exchange.memory.reachable(args.integer('chat_id'))
  const items = args.objects('media')
  if (items.length < 2 || items.length > 10) throw badRequest('must include 2-10 items')
  const kinds = new Set(items.map((item) => item.type))
  if (kinds.has('document') && kinds.size > 1) throw badRequest("document can't be mixed with other media types")
  const contents: MessageContent[] = []
  for (const item of items) contents.push(await albumItem(args, exchange, item))
  const albumId = String(13_000_000_000_000_000 + exchange.memory.nextMessageId)
  return contents.map((content) => deliver(args, exchange, stored, { ...content, media_group_id: albumId }))
}

const refuseCopy: Method = () => {
  throw badRequest('this method is not imitated by the simulator')
}

/** Methods that put new messages into a chat. */
export const sending: Record<string, Method> = {
  sendMessage,
  sendPhoto,
  sendDocument,
  sendMediaGroup,
  copyMessage: refuseCopy,
  copyMessages: refuseCopy,
  forwardMessage: refuseCopy,
  forwardMessages: refuseCopy,
}

async function sendFile(args: Arguments, exchange: Exchange, kind: 'photo' | 'document'): Promise<Message> {
  const stored = exchange.memory.reachable(args.integer('chat_id'))
  const media = await fileContent(exchange, kind, args.upload(kind), args.text(kind))
  return deliver(args, exchange, stored, { ...media, ...caption(args) })
}

async function albumItem(args: Arguments, exchange: Exchange, item: Record<string, unknown>): Promise<MessageContent> {
  if (item.type !== 'photo' && item.type !== 'document') {
    throw badRequest(`media type "${item.type}" is not imitated by the simulator`)
  }
  const reference = typeof item.media === 'string' ? item.media : undefined
  const media = await fileContent(exchange, item.type, args.attached(reference), reference)
  return { ...media, ...caption(new Arguments(item)) }
}

async function fileContent(
  exchange: Exchange,
  kind: 'photo' | 'document',
  upload: UploadedFile | undefined,
  reference: string | undefined,
): Promise<MessageContent> {
  const { files } = exchange.memory
  if (upload?.bytes.length === 0) throw badRequest('file must be non-empty')
  if (upload && kind === 'photo') {
    await checkPhoto(upload.bytes)
    return { photo: await files.addPhoto(upload.bytes) }
  }
  if (upload) return { document: files.addDocument(upload) }
  if (!reference) throw badRequest(`there is no ${kind} in the request`)
  if (reference.startsWith('attach://')) throw badRequest("can't find the file attached to the request")
  if (/^https?:/.test(reference)) throw badRequest('failed to get HTTP URL content')
  const known = files.content(reference)
  if (!known || !(kind in known)) throw badRequest('wrong file identifier/HTTP URL specified')
  return known
}

function caption(args: Arguments): MessageContent {
  if (!args.text('caption')) return {}
  const { text, entities } = formatted(args, 'caption')
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) }
}

function deliver(args: Arguments, exchange: Exchange, stored: StoredChat, content: MessageContent): Message {
  const markup = readMarkup(args.json('reply_markup'))
  const reply = repliedTo(args, stored)
  if (markup.keys) stored.keys = markup.keys
  return exchange.memory.write(stored, exchange.bot, {
    ...content,
    ...(markup.inline ? { reply_markup: markup.inline } : {}),
    ...(reply ? { reply_to_message: reply } : {}),
    ...(args.flag('protect_content') ? { has_protected_content: true as const } : {}),
  })
}

function repliedTo(args: Arguments, stored: StoredChat): Message | undefined {
  const parameters = args.json('reply_parameters')
  if (!isRecord(parameters)) return undefined
  const found = stored.messages.get(Number(parameters.message_id))
  if (!found && parameters.allow_sending_without_reply !== true) throw badRequest('message to be replied not found')
  if (!found) return undefined
  // A reply shows what it answers, but not what that answered.
  const { reply_to_message: _inner, ...shown } = found
  return shown
}
