import type { Method } from './method.ts'
import { badRequest } from './refusal.ts'

const ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]

/** What getChat must say since gifts exist, although nobody gives this bot any. */
const GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
}

const sendChatAction: Method = (args, { memory }) => {
  const stored = memory.reachable(args.integer('chat_id'))
  const action = args.text('action') ?? ''
  if (!ACTIONS.includes(action)) throw badRequest('wrong parameter action in request')
  stored.action = { action, at: memory.nowS * 1000 }
  memory.changes.notify()
  return true
}

const getChat: Method = (args, { memory }) => {
  const { chat, pinned, messages } = memory.reachable(args.integer('chat_id'))
  const last = messages.get([...pinned].at(-1) ?? Number.NaN)
  const described = { ...chat, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: GIFTS }
  return last ? { ...described, pinned_message: last } : described
}

const leaveChat: Method = (args, { memory }) => {
  const stored = memory.reachable(args.integer('chat_id'))
  if (stored.chat.type === 'private') throw badRequest("chat member status can't be changed in private chats")
  stored.state = 'left'
  memory.changes.notify()
  return true
}

const answerCallbackQuery: Method = (args, { callbacks }) =>
  callbacks.answer(args.text('callback_query_id'), args.text('text') ?? '', args.flag('show_alert'))

const getFile: Method = (args, { memory }) => memory.files.describe(args.text('file_id') ?? '')

/** Methods about chats, presses and files. */
export const chatMethods: Record<string, Method> = {
  sendChatAction,
  getChat,
  leaveChat,
  answerCallbackQuery,
  getFile,
}
