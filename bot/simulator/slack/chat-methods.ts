import { isRecord } from '../wire/request-body.ts'
import type { Arguments } from './arguments.ts'
import { isTooMuchText, messageProblems } from './limits-check.ts'
import type { Exchange, Method } from './method.ts'
import { SlackRefusal } from './refusal.ts'
import type { Block, SlackMessage } from './surface.ts'
import { BOT, TEAM } from './workspace.ts'

const TEXT_LIMIT = 40_000

const postMessage: Method = (args, exchange) => {
  const { workspace } = exchange
  const channel = workspace.channel(args.text('channel'))
  if (!channel.members.includes(BOT.userId)) throw new SlackRefusal('not_in_channel')
  const threadTs = args.text('thread_ts')
  if (threadTs) threadRoot(exchange, channel.id, threadTs)
  const metadata = readMetadata(args)
  const message = workspace.post({
    channel: channel.id,
    user: BOT.userId,
    bot_id: BOT.botId,
    ...content(args, exchange, 'chat.postMessage'),
    ...(threadTs ? { thread_ts: threadTs } : {}),
    ...(metadata ? { metadata } : {}),
  })
  return { channel: channel.id, ts: message.ts, message: shown(message) }
}

const update: Method = (args, exchange) => {
  const message = own(args, exchange, 'cant_update_message')
  const { text, blocks } = content(args, exchange, 'chat.update')
  if (args.text('text') !== undefined) message.text = text
  // Blocks and metadata that are not mentioned stay; an empty list takes blocks away.
  if (blocks) message.blocks = exchange.workspace.named(blocks)
  const metadata = readMetadata(args)
  if (metadata) message.metadata = metadata
  message.edited = { user: BOT.userId, ts: exchange.workspace.nextTs() }
  exchange.workspace.changes.notify()
  return { channel: message.channel, ts: message.ts, text: message.text, message: shown(message) }
}

const remove: Method = (args, exchange) => {
  const message = own(args, exchange, 'cant_delete_message')
  exchange.workspace.remove(message)
  return { channel: message.channel, ts: message.ts }
}

const postEphemeral: Method = (args, exchange) => {
  const channel = exchange.workspace.channel(args.text('channel'))
  const user = args.text('user') ?? ''
  if (!channel.members.includes(user)) throw new SlackRefusal('user_not_in_channel')
  const message = exchange.workspace.post({
    channel: channel.id,
    user: BOT.userId,
    bot_id: BOT.botId,
    ephemeralFor: user,
    ...content(args, exchange, 'chat.postEphemeral'),
  })
  return { message_ts: message.ts }
}

const addReaction: Method = (args, exchange) => {
  const { id } = exchange.workspace.channel(args.text('channel'))
  const message = exchange.workspace.message(id, args.text('timestamp'))
  const name = args.text('name') ?? ''
  if (message.reactions?.includes(name)) throw new SlackRefusal('already_reacted')
  message.reactions = [...(message.reactions ?? []), name]
  exchange.workspace.changes.notify()
  return {}
}

/** Methods that write into channels. */
export const chatMethods: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.delete': remove,
  'chat.postEphemeral': postEphemeral,
  'reactions.add': addReaction,
}

/** A message as the API shows it. */
export function shown({ ephemeralFor: _hidden, channel: _channel, ...message }: SlackMessage): Record<string, unknown> {
  return { ...message, team: TEAM.id, ...(message.bot_id ? { app_id: BOT.appId } : {}) }
}

/** Text and blocks of a call. @throws no_text, msg_too_long, msg_blocks_too_long, invalid_blocks */
export function content(args: Arguments, exchange: Exchange, method: string): { text: string; blocks?: Block[] } {
  const text = args.text('text') ?? ''
  const given = args.json('blocks')
  if (text.length > TEXT_LIMIT) throw new SlackRefusal('msg_too_long')
  if (given === undefined && text === '') throw new SlackRefusal('no_text')
  if (given === undefined) return { text }
  const problems = messageProblems(given)
  if (problems.length > 0) return refuse(exchange, method, 'invalid_blocks', problems)
  if (isTooMuchText(given)) return refuse(exchange, method, 'msg_blocks_too_long', ['/blocks: too much text together'])
  // Held against the rules of blocks just now.
  return { text, blocks: given as Block[] }
}

/** Collects and refuses. */
export function refuse(exchange: Exchange, method: string, code: string, problems: readonly string[]): never {
  exchange.violations.push(...problems.map((problem) => `${method} ${problem}`))
  throw new SlackRefusal(code, problems)
}

function own(args: Arguments, exchange: Exchange, otherwise: string): SlackMessage {
  const { id } = exchange.workspace.channel(args.text('channel'))
  const message = exchange.workspace.message(id, args.text('ts'))
  if (message.user !== BOT.userId) throw new SlackRefusal(otherwise)
  return message
}

function threadRoot({ workspace }: Exchange, channel: string, ts: string): void {
  const root = workspace.state.messages.find((one) => one.channel === channel && one.ts === ts)
  if (!root) throw new SlackRefusal('thread_not_found')
}

function readMetadata(args: Arguments): SlackMessage['metadata'] {
  const metadata = args.record('metadata')
  if (!metadata) return undefined
  const { event_type, event_payload } = metadata
  if (typeof event_type !== 'string' || !isRecord(event_payload)) throw new SlackRefusal('invalid_metadata_format')
  return { event_type, event_payload }
}
